package clbdoctor.firewall.windows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the output of {@code netsh advfirewall show allprofiles}, or of {@code currentprofile},
 * which shows only the one in force:
 *
 * <pre>
 * Public Profile Settings:
 * ----------------------------------------------------------------------
 * State                                 ON
 * Firewall Policy                       BlockInbound,AllowOutbound
 * Ok.
 * </pre>
 */
public final class NetshProfiles {
  private static final Pattern HEAD = Pattern.compile("(Domain|Private|Public) Profile Settings:");

  /**
   * The settings of one profile.
   *
   * @param on whether it filters at all
   * @param allowsByDefault whether it lets in what no rule names
   * @param blocksAll whether it lets in nothing, whatever the rules say
   */
  public record Settings(boolean on, boolean allowsByDefault, boolean blocksAll) {}

  private NetshProfiles() {}

  /** The profiles that the text shows whole, by name; none when the text was cut. */
  public static Map<String, Settings> parse(String text) {
    Map<String, Settings> profiles = new LinkedHashMap<>();
    if (!text.strip().endsWith("Ok.")) {
      return profiles;
    }
    String profile = "";
    String state = "";
    for (String line : text.split("\r?\n", -1)) {
      Matcher head = HEAD.matcher(line.strip());
      if (head.matches()) {
        profile = head.group(1);
        state = "";
      } else if (line.startsWith("State ")) {
        state = line.substring(5).strip();
      } else if (line.startsWith("Firewall Policy ") && state.matches("ON|OFF")) {
        String policy = line.substring(15).strip();
        profiles.put(
            profile,
            new Settings(
                state.equals("ON"),
                policy.startsWith("AllowInbound,"),
                policy.startsWith("BlockInboundAlways,")));
      }
    }
    return profiles;
  }
}
