package clbdoctor.yaml;

import clbdoctor.diagnosis.Certainty;
import clbdoctor.fact.Facts;
import clbdoctor.text.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field report: what somebody knows about one port of one real server.
 *
 * @param name as the report calls itself, or its file
 * @param file where it stands
 * @param expect every cause that is to be named, for a report that serves as an example
 * @param unread lines of pasted outputs that nobody understood
 */
public record Report(
    String name,
    String file,
    Facts facts,
    Optional<Map<String, Certainty>> expect,
    List<Problem> unread) {

  public Report {
    unread = List.copyOf(unread);
  }
}
