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

  private ServiceSockets() {}

  static void derive(Situation situation, Conclusions conclusions) {
    boolean apart = situation.facts().of(CheckedPort.class).anyMatch(CheckedPort::overridden);
    situation
        .facts()
        .of(Service.class)
        .forEach(
            service ->
                situation
                    .facts()
                    .of(Binding.class)
                    .filter(binding -> binding.protocol() == situation.transport())
                    .filter(binding -> owns(service, binding.process()))
                    .forEach(binding -> conclude(service, binding, apart, conclusions)));
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
        || service.software().map(FROM_CONFIGURATION::get).stream()
            .anyMatch(n -> n.contains(program))
        || service.software().map(OTHERS::get).stream().anyMatch(n -> n.contains(program));
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.(exe|service)$", "");
  }
}
