package clbdoctor.diagnosis;

import java.util.Optional;

/** One thing to do: the words, and the command where there is one. */
public record Action(String says, Optional<String> command) {}
