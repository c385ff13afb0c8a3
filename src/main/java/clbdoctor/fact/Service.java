package clbdoctor.fact;

import java.util.Optional;

/** The service that is meant to answer on the back-end port. */
public record Service(
    @About(value = "name of the unit or Windows service", example = "nginx") String name,
    @About(value = "RUNNING, STOPPED, FAILED or RESTARTING", example = "RUNNING")
        ServiceState state,
    @About(
            value = "NGINX, APACHE, TOMCAT, IIS, HAPROXY, JAVA, PHP_FPM, NODE or OTHER",
            example = "NGINX")
        Optional<ServerSoftware> software,
    @About(value = "how often the service manager restarted it", example = "0", min = 0)
        Optional<Integer> restarts,
    @About(value = "seconds since it was started", example = "86400", min = 0)
        Optional<Integer> runningSeconds,
    @About(value = "true when it expects a PROXY protocol header", example = "false")
        Optional<Boolean> expectsProxyProtocol,
    @About(value = "path that the program offers for health checks", example = "/healthz")
        Optional<String> healthPath,
    @About(value = "true when it has not finished its start yet", example = "false")
        Optional<Boolean> starting)
    implements Observed {

  /** A service whose start nobody noted. */
  public Service(
      String name,
      ServiceState state,
      Optional<ServerSoftware> software,
      Optional<Integer> restarts) {
    this(name, state, software, restarts, Optional.empty());
  }

  /** A service as its manager shows it. */
  public Service(
      String name,
      ServiceState state,
      Optional<ServerSoftware> software,
      Optional<Integer> restarts,
      Optional<Integer> runningSeconds) {
    this(
        name,
        state,
        software,
        restarts,
        runningSeconds,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it is known to be still on its way up. */
  public boolean comingUp() {
    return starting.orElse(false);
  }

  @Override
  public String sentence() {
    return "the service " + name + " is " + state;
  }
}
