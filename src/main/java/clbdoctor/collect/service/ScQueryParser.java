package clbdoctor.collect.service;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.Service;
import clbdoctor.fact.ServiceState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code sc query W3SVC} of Windows; the numbers of the states are the same in every language.
 *
 * <pre>
 * SERVICE_NAME: W3SVC
 *         TYPE               : 20  WIN32_SHARE_PROCESS
 *         STATE              : 4  RUNNING
 *                                 (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)
 *         WIN32_EXIT_CODE    : 0  (0x0)
 * </pre>
 */
public final class ScQueryParser implements OutputParser {

  private static final Pattern NAME = Pattern.compile("SERVICE_NAME: (\\S.{0,250})");
  private static final Pattern STATE = Pattern.compile("\\s*(?:STATE|状态)\\s*: ([1-7]) .*");
  private static final Pattern EXIT = Pattern.compile("\\s*WIN32_EXIT_CODE\\s*: ([0-9]{1,10}) .*");
  private static final Pattern FIELD =
      Pattern.compile(
          "\\s*[\\w ()\\u4e00-\\u9fa5]{2,30}\\s*: .*|\\s+\\([A-Z_, ]+\\)|DISPLAY_NAME: .*");

  /** ERROR_SERVICE_NEVER_STARTED: nobody started it since the last boot. */
  private static final String NEVER_STARTED = "1077";

  @Override
  public String tool() {
    return "sc query";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().equals("sc")
        && (command.argumentIgnoringCase("query") || command.argumentIgnoringCase("queryex"));
  }

  @Override
  public boolean begins(Line line) {
    return NAME.matcher(line.text().trim()).matches();
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    Optional<String> name = Optional.empty();
    Optional<Line> stateLine = Optional.empty();
    String state = "";
    for (Line line : block.lines()) {
      Matcher named = NAME.matcher(line.text().trim());
      Matcher stated = STATE.matcher(line.text());
      Matcher exit = EXIT.matcher(line.text());
      if (named.matches()) {
        name = Optional.of(named.group(1).trim());
        findings.read(line);
      } else if (stated.matches() && name.isPresent()) {
        state = stated.group(1);
        stateLine = Optional.of(line);
      } else if (exit.matches() && stateLine.isPresent() && name.isPresent()) {
        findings.fact(stateLine.get(), service(name.get(), state, exit.group(1))).read(line);
        stateLine = Optional.empty();
      } else if (FIELD.matcher(line.text()).matches()) {
        findings.read(line);
      }
    }
    return findings.build();
  }

  private static Service service(String name, String state, String exitCode) {
    boolean failed = !exitCode.equals("0") && !exitCode.equals(NEVER_STARTED);
    ServiceState meaning =
        state.equals("4")
            ? ServiceState.RUNNING
            : state.equals("1") && failed ? ServiceState.FAILED : ServiceState.STOPPED;
    return new Service(name, meaning, Software.ofService(name), Optional.empty());
  }
}
