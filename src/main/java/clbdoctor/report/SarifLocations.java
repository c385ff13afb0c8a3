package clbdoctor.report;

import clbdoctor.diagnosis.Evidence;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Places in files, as SARIF 2.1.0 §3.28 wants them. */
final class SarifLocations {
  private static final Pattern IN_FILE =
      Pattern.compile("(.+?):([0-9]+)(?::([0-9]+))?( line .*)?", Pattern.DOTALL);

  private SarifLocations() {}

  /** A place with a column. */
  static Map<String, Object> of(String file, int line, int column) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", Math.max(line, 1));
    if (column > 0) {
      region.put("startColumn", column);
    }
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", Map.of("uri", uri(file)));
    physical.put("region", region);
    Map<String, Object> location = new LinkedHashMap<>();
    location.put("physicalLocation", physical);
    return location;
  }

  /** Where somebody saw it; none for what stands in no file. */
  static List<Map<String, Object>> of(Evidence evidence) {
    return evidence.places().stream()
        .flatMap(place -> of(place).stream())
        .map(
            location -> {
              location.put("message", Map.of("text", evidence.says()));
              return location;
            })
        .toList();
  }

  private static Optional<Map<String, Object>> of(String place) {
    Matcher matcher = IN_FILE.matcher(place);
    return matcher.matches()
        ? Stream.of(matcher)
            .map(m -> of(m.group(1), number(m.group(2)), number(m.group(3))))
            .findFirst()
        : Optional.empty();
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** A relative reference (RFC 3986 §4.2) with what it may not hold escaped. */
  private static String uri(String file) {
    try {
      String path = file.replace('\\', '/');
      String plain = path.startsWith("/") || !path.contains(":") ? path : "./" + path;
      return new URI(null, null, plain, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every path can be escaped", e);
    }
  }
}
