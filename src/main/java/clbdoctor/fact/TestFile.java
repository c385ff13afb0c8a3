package clbdoctor.fact;

import java.util.Optional;

/** What stands behind the path of the check. */
public record TestFile(
    @About(value = "STATIC, DYNAMIC or MISSING", example = "STATIC") TestFileKind kind,
    @About(value = "file or route on the server", example = "/var/www/html/health.html")
        Optional<String> path,
    @About(value = "its Content-Type", example = "text/html") Optional<String> contentType)
    implements Observed {

  @Override
  public String sentence() {
    return "the check path is "
        + kind
        + path.map(p -> " (" + p + ")").orElse("")
        + contentType.map(type -> ", sent as " + type).orElse("");
  }
}
