package clbdoctor.live.probe;

import clbdoctor.fact.TestFile;
import clbdoctor.fact.TestFileKind;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header section of an answer tells of the page behind it.
 *
 * <pre>
 * HTTP/1.1 200 OK
 * Content-Type: text/html
 * Content-Length: 3
 * Last-Modified: Sun, 22 Nov 2026 18:40:01 GMT
 * ETag: "6b033701-3"
 * </pre>
 *
 * <p>nginx makes the entity tag of a file from the time of its last change and its length, Apache
 * from its length and that time in microseconds. A tag that agrees with both other headers proves a
 * file sent as it is; a program is known by the ending of the path, or by {@code X-Powered-By}.
 * Otherwise nothing is known.
 */
final class ServedPage {
  private static final Pattern TAG =
      Pattern.compile("(?:W/)?\"([0-9a-f]{1,16})-([0-9a-f]{1,16})\"");
  private static final Pattern PROGRAM = Pattern.compile("(?:PHP|Servlet|JSP|Express|Next\\.js).*");
  private static final long MICROSECONDS = 1_000_000;

  private static final Pattern SCRIPT =
      Pattern.compile("[^?#]*\\.(?:php|jspx?|aspx?|ashx|cgi|do|action)(?:[?#].*)?");

  private final String path;
  private final Map<String, String> headers;

  private ServedPage(String path, Map<String, String> headers) {
    this.path = path;
    this.headers = headers;
  }

  /**
   * The page behind the path.
   *
   * @param head status line and header lines of an answer that is a success
   */
  static Optional<TestFile> of(String path, String head) {
    Map<String, String> headers = new HashMap<>();
    head.lines()
        .skip(1)
        .map(line -> line.split(":", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> headers.put(parts[0].trim().toLowerCase(Locale.ROOT), parts[1].trim()));
    ServedPage page = new ServedPage(path, headers);
    return page.kind()
        .map(kind -> new TestFile(kind, Optional.empty(), page.header("content-type")));
  }

  private Optional<TestFileKind> kind() {
    if (file()) {
      return Optional.of(TestFileKind.STATIC);
    }
    boolean program =
        SCRIPT.matcher(path).matches()
            || header("x-powered-by").filter(by -> PROGRAM.matcher(by).matches()).isPresent();
    return program ? Optional.of(TestFileKind.DYNAMIC) : Optional.empty();
  }

  private boolean file() {
    Matcher tag = TAG.matcher(headers.getOrDefault("etag", ""));
    Optional<Long> changed = header("last-modified").flatMap(ServedPage::seconds);
    Optional<String> length =
        header("content-length")
            .filter(digits -> digits.matches("[0-9]{1,15}"))
            .map(digits -> Long.toHexString(Long.parseLong(digits)));
    if (!tag.matches() || changed.isEmpty() || length.isEmpty()) {
      return false;
    }
    boolean nginx =
        tag.group(1).equals(Long.toHexString(changed.get())) && tag.group(2).equals(length.get());
    boolean apache =
        tag.group(1).equals(length.get())
            && Long.parseUnsignedLong(tag.group(2), 16) / MICROSECONDS == changed.get();
    return nginx || apache;
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static Optional<Long> seconds(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toEpochSecond());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
