package clbdoctor.yaml;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.fact.Facts;
import java.util.Map;
import java.util.Optional;

/**
 * One field report: what somebody knows about one port of one real server.
 *
 * @param name as the report calls itself, or its file
 * @param file where it stands
 * @param expect every cause that is to be named, for a report that serves as an example
 */
public record Report(
    String name, String file, Facts facts, Optional<Map<String, Certainty>> expect) {}
