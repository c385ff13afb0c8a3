package clbdoctor.redact;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces host names label by label, so that names in one domain stay in one domain; the last
 * label stays. Names are those that end with a usual one, and those that prompts and system logs
 * show.
 */
final class NameMap {

  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?i)(?<![\\w-])(?<![\\w-]\\.)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.){1,8}"
              + "(?:com|net|org|cn|io|dev|info|biz|cloud|app|internal|intranet|local|localdomain|lan"
              + "|corp|home|test|example|edu|gov|de|uk|us|eu|fr|jp|hk|sg|in|ru|br|au|ca|tech|shop"
              + "|xyz|site|online|top|vip)(?![\\w-]|\\.\\w)");

  /** {@code root@web-1:~#}, {@code [root@web-1 ~]$}, {@code Nov 22 18:40:01 web-1 nginx[812]:}. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?m)(?:^|\\s)\\[?[a-z_][\\w-]{0,31}@([A-Za-z][\\w-]{1,62})[: ]"
              + "|^[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} ([A-Za-z][\\w-]{1,62}) [^ ]+: ");

  /** What is a host name seldom and another word often. */
  private static final Set<String> WORDS =
      Set.of("localhost", "nginx", "kernel", "server", "host", "root", "httpd", "systemd");

  private final Secret secret;
  private final Set<String> shown = new HashSet<>();

  /** A map under a key, for the names in these texts. */
  NameMap(Secret secret, List<String> texts) {
    this.secret = secret;
    for (String text : texts) {
      Matcher matcher = SHOWN.matcher(text);
      while (matcher.find()) {
        shown.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
      }
    }
    shown.removeAll(WORDS);
  }

  String replacedIn(String text) {
    String plain = QUALIFIED.matcher(text).replaceAll(name -> qualified(name.group()));
    for (String name : shown) {
      plain =
          Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w.-])")
              .matcher(plain)
              .replaceAll(label(name, ""));
    }
    return plain;
  }

  private String qualified(String name) {
    List<String> labels = Arrays.asList(name.split("\\."));
    Collections.reverse(labels);
    StringBuilder domain = new StringBuilder(labels.get(0));
    for (String label : labels.subList(1, labels.size())) {
      domain.insert(0, label(label, domain.toString()) + ".");
    }
    return domain.toString();
  }

  private String label(String label, String domain) {
    byte[] digest = secret.digest(label.toLowerCase(Locale.ROOT) + " in " + domain);
    return "n"
        + java.util.stream.IntStream.range(0, 3)
            .mapToObj(i -> "%02x".formatted(digest[i]))
            .collect(Collectors.joining());
  }
}
