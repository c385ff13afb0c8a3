package clbdoctor.diagnosis;

import java.util.Optional;

/**
 * What a site writes differently in the rules of a cause, without copying them.
 *
 * @param rule the name of the rule; without it, the text stands once in the file
 * @param instead a piece of the rule, blanks and all: {@code value >= 90}
 * @param write what stands there instead
 * @param file where the change is written
 */
public record RuleChange(
    String causeId, Optional<String> rule, String instead, String write, String file, int line) {}
