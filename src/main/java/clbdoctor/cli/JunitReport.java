package clbdoctor.cli;

import clbdoctor.cli.RuleTests.Result;
import clbdoctor.report.Markup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Results in the XML that build servers read: a {@code testsuite} for each cause, a {@code
 * testcase} for each of its cases. (The form of Ant's JUnit task, as Maven Surefire publishes it.)
 */
final class JunitReport {
  private JunitReport() {}

  static String of(List<Result> results) {
    Map<String, List<Result>> groups =
        results.stream()
            .collect(Collectors.groupingBy(Result::group, LinkedHashMap::new, Collectors.toList()));
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(opening("testsuites", results)).append(">\n");
    groups.forEach((group, own) -> suite(xml, group, own));
    return xml.append("</testsuites>\n").toString();
  }

  private static void suite(StringBuilder xml, String group, List<Result> results) {
    xml.append("  ").append(opening("testsuite", results));
    xml.append(" name=\"").append(Markup.xml(group)).append("\">\n");
    for (Result result : results) {
      xml.append("    <testcase classname=\"").append(Markup.xml(group));
      xml.append("\" name=\"").append(Markup.xml(result.what())).append("\"");
      result
          .failure()
          .ifPresentOrElse(
              failure ->
                  xml.append("><failure message=\"not what is expected\">")
                      .append(Markup.xml(failure))
                      .append("</failure></testcase>\n"),
              () -> xml.append("/>\n"));
    }
    xml.append("  </testsuite>\n");
  }

  private static String opening(String element, List<Result> results) {
    long failures = results.stream().filter(result -> result.failure().isPresent()).count();
    return "<" + element + " tests=\"" + results.size() + "\" failures=\"" + failures + "\"";
  }
}
