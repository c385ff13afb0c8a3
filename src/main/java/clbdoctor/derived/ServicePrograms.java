package clbdoctor.derived;

import clbdoctor.fact.ServerSoftware;
import clbdoctor.fact.Service;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which program belongs to a service, as far as its name tells. */
final class ServicePrograms {
  private static final Map<ServerSoftware, Set<String>> PROGRAMS =
      Map.of(
          ServerSoftware.NGINX, Set.of("nginx", "openresty", "tengine"),
          ServerSoftware.APACHE, Set.of("apache", "apache2", "httpd"),
          ServerSoftware.TOMCAT, Set.of("tomcat", "java", "jsvc"),
          ServerSoftware.JAVA, Set.of("java", "javaw", "jsvc"),
          ServerSoftware.IIS, Set.of("system", "w3wp", "w3svc", "http.sys"),
          ServerSoftware.HAPROXY, Set.of("haproxy"),
          ServerSoftware.NODE, Set.of("node", "nodejs"));

  /** Programs that usually stand behind another web server, which then has the port. */
  private static final Set<ServerSoftware> USUALLY_BEHIND_A_PROXY =
      Set.of(
          ServerSoftware.TOMCAT, ServerSoftware.JAVA, ServerSoftware.NODE, ServerSoftware.PHP_FPM);

  /** Programs that serve by themselves and are none of the above. */
  private static final Set<String> OTHER_SERVERS =
      Set.of(
          "lighttpd",
          "caddy",
          "squid",
          "varnishd",
          "mysqld",
          "redis-server",
          "sshd",
          "php-fpm",
          "php",
          "python",
          "python3",
          "gunicorn",
          "uvicorn",
          "ruby",
          "puma",
          "perl");

  private ServicePrograms() {}

  /** Whether the program is the service; nothing when its name does not tell. */
  static Optional<Boolean> owns(Service service, String process) {
    String program = program(process);
    String unit = unit(service.name());
    Optional<ServerSoftware> software = software(service);
    Set<String> own = software.map(s -> PROGRAMS.getOrDefault(s, Set.of())).orElse(Set.of());
    if (program.equals(unit) || own.contains(program)) {
      return Optional.of(true);
    }
    boolean inFront = software.map(USUALLY_BEHIND_A_PROXY::contains).orElse(true);
    return !inFront && !own.isEmpty() && knownServer(program)
        ? Optional.of(false)
        : Optional.empty();
  }

  /** The kind of software, from the service's name when nobody says it. */
  private static Optional<ServerSoftware> software(Service service) {
    String name = unit(service.name());
    return service
        .software()
        .or(
            () ->
                Arrays.stream(ServerSoftware.values())
                    .filter(s -> PROGRAMS.getOrDefault(s, Set.of()).contains(name))
                    .findFirst());
  }

  private static boolean knownServer(String program) {
    return OTHER_SERVERS.contains(program)
        || PROGRAMS.values().stream().anyMatch(programs -> programs.contains(program));
  }

  /** {@code C:\nginx\nginx.exe} and {@code nginx: master} are {@code nginx}. */
  private static String program(String process) {
    String lower = process.toLowerCase(Locale.ROOT);
    String name = lower.substring(Math.max(lower.lastIndexOf('/'), lower.lastIndexOf('\\')) + 1);
    int end = 0;
    while (end < name.length() && name.charAt(end) != ':' && name.charAt(end) > ' ') {
      end++;
    }
    return without(".exe", name.substring(0, end));
  }

  /** {@code tomcat9.service} and {@code Tomcat9} are {@code tomcat}. */
  private static String unit(String service) {
    String lower = service.toLowerCase(Locale.ROOT);
    String name = without(".service", lower);
    int instance = name.indexOf('@');
    if (instance >= 0 && !name.equals(lower)) {
      name = name.substring(0, instance);
    }
    return name.startsWith("tomcat") ? "tomcat" : name;
  }

  private static String without(String ending, String name) {
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }
}
