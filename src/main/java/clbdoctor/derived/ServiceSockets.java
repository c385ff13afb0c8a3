package clbdoctor.derived;

import clbdoctor.derived.Derivation.Conclusions;
import clbdoctor.fact.Binding;
import clbdoctor.fact.CheckedPort;
import clbdoctor.fact.ServerSoftware;
import clbdoctor.fact.Service;
import clbdoctor.fact.ServiceSocket;
import clbdoctor.fact.ServiceState;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which listening sockets belong to the service that is meant to answer, by the program's name. */
final class ServiceSockets {
  /** Programs that open what their configuration lists, all of it at once or none. */
  private static final Map<ServerSoftware, Set<String>> FROM_CONFIGURATION =
      Map.of(
          ServerSoftware.NGINX, Set.of("nginx"),
          ServerSoftware.APACHE, Set.of("httpd", "apache2"),
          ServerSoftware.HAPROXY, Set.of("haproxy"));

  private static final Map<ServerSoftware, Set<String>> OTHERS =
      Map.of(
          ServerSoftware.TOMCAT, Set.of("java", "tomcat"),
          ServerSoftware.JAVA, Set.of("java"),
          ServerSoftware.NODE, Set.of("node"),
          ServerSoftware.PHP_FPM, Set.of("php-fpm"));

  private static final Pattern ENDING = Pattern.compile("\\.(exe|service)$");

  private ServiceSockets() {}

  static void derive(Situation situation, Conclusions conclusions) {
    boolean apart = situation.facts().any(CheckedPort.class, CheckedPort::overridden);
    for (Service service : situation.facts().list(Service.class)) {
      for (Binding binding : situation.facts().list(Binding.class)) {
        if (binding.protocol() == situation.transport() && owns(service, binding.process())) {
          conclude(service, binding, apart, conclusions);
        }
      }
    }
  }

  private static void conclude(
      Service service, Binding binding, boolean apart, Conclusions conclusions) {
    Optional<Set<String>> programs =
        service.software().isPresent()
            ? service.software().map(FROM_CONFIGURATION::get)
            : FROM_CONFIGURATION.values().stream()
                .filter(names -> names.contains(bare(service.name())))
                .findFirst();
    conclusions.add(
        new ServiceSocket(
            service.name(),
            binding.process(),
            binding.port(),
            binding.reach(),
            binding.onBackEndPort(),
            !binding.onBackEndPort() && !apart,
            service.state() == ServiceState.RUNNING,
            programs.map(names -> names.contains(bare(binding.process()))).orElse(false)),
        service,
        binding);
  }

  private static boolean owns(Service service, String process) {
    String program = bare(process);
    return program.equals(bare(service.name()))
        || service
            .software()
            .map(FROM_CONFIGURATION::get)
            .filter(programs -> programs.contains(program))
            .isPresent()
        || service
            .software()
            .map(OTHERS::get)
            .filter(programs -> programs.contains(program))
            .isPresent();
  }

  private static String bare(String name) {
    return ENDING.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
  }
}
