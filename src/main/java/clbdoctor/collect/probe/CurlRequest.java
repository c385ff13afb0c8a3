package clbdoctor.collect.probe;

import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.IpAddress;
import clbdoctor.fact.ProbeMethod;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a curl command asks for.
 *
 * @param target address or name it connects to
 * @param version empty when curl and the server agree on one
 * @param serverName name sent in TLS; empty text for none
 * @param obstacle why the answer says nothing about the check, if so
 */
record CurlRequest(
    boolean https,
    String target,
    int port,
    String path,
    String host,
    HttpMethod method,
    Optional<HttpVersion> version,
    String serverName,
    Optional<String> obstacle) {

  private static final Pattern URL =
      Pattern.compile(
          "(?:(https?)://)?(?:[^/@]*@)?(\\[[0-9a-fA-F:.%]+]|[^/:?#]+)(?::([0-9]{1,5}))?([/?][^#]*)?(?:#.*)?");

  static Optional<CurlRequest> of(List<String> words) {
    CurlArguments arguments = CurlArguments.of(words);
    Optional<String> url = arguments.value("--url").or(() -> arguments.urls().stream().findFirst());
    return url.map(URL::matcher).filter(Matcher::matches).map(m -> of(arguments, m));
  }

  ProbeMethod probeMethod() {
    return https ? ProbeMethod.HTTPS : ProbeMethod.HTTP;
  }

  private static CurlRequest of(CurlArguments arguments, Matcher url) {
    boolean https = "https".equals(url.group(1));
    int standard = https ? 443 : 80;
    int port = url.group(3) == null ? standard : Integer.parseInt(url.group(3));
    String name = url.group(2);
    String path = url.group(4) == null ? "/" : url.group(4);
    String host = name + (port == standard ? "" : ":" + port);
    boolean numeric = IpAddress.tryParse(name.replace("[", "").replace("]", "")).isPresent();
    return new CurlRequest(
        https,
        resolved(arguments, name, port),
        port,
        path.startsWith("/") ? path : "/" + path,
        arguments.header("Host").orElse(host),
        arguments.has("-I", "--head")
                || "HEAD".equals(arguments.value("-X", "--request").orElse(""))
            ? HttpMethod.HEAD
            : HttpMethod.GET,
        version(arguments, https),
        numeric ? "" : name,
        obstacle(arguments));
  }

  /** {@code --resolve www.example.com:443:10.0.0.10} names the address for a name and port. */
  private static String resolved(CurlArguments arguments, String name, int port) {
    String prefix = name + ":" + port + ":";
    return arguments
        .value("--resolve")
        .filter(value -> value.startsWith(prefix))
        .map(value -> value.substring(prefix.length()).replaceFirst(",.*", ""))
        .orElse(name);
  }

  private static Optional<HttpVersion> version(CurlArguments arguments, boolean https) {
    if (arguments.has("-0", "--http1.0")) {
      return Optional.of(HttpVersion.HTTP_1_0);
    }
    if (arguments.has("--http2-prior-knowledge")) {
      return Optional.of(HttpVersion.HTTP_2);
    }
    boolean plain = !https && !arguments.has("--http2");
    return plain || arguments.has("--http1.1")
        ? Optional.of(HttpVersion.HTTP_1_1)
        : Optional.empty();
  }

  private static Optional<String> obstacle(CurlArguments arguments) {
    String method = arguments.value("-X", "--request").orElse("GET");
    boolean body =
        arguments.has("-d", "--data", "--data-raw", "--json", "-F", "-T", "--data-binary");
    if (body || !method.equals("GET") && !method.equals("HEAD")) {
      return Optional.of("the check sends HEAD or GET, this request is another one");
    }
    if (arguments.has("-x", "--proxy", "--connect-to", "--unix-socket")) {
      return Optional.of("the request went to a proxy or another address");
    }
    return arguments.urls().size() > 1
        ? Optional.of("several addresses were asked, and nobody can tell which one answered")
        : Optional.empty();
  }
}
