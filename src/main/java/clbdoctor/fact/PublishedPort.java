package clbdoctor.fact;

import java.util.Optional;

/** A port of the real server that a container engine forwards into a container. */
public record PublishedPort(
    @About(value = "name of the container", example = "web") String container,
    @About(value = "address on the server", example = "0.0.0.0") IpAddress address,
    @About(value = "port on the server", example = "80", min = 1, max = 65535) int port,
    @About(value = "port in the container", example = "8080", min = 1, max = 65535)
        int containerPort,
    @About(
            value = "false when nothing listens at the container's own address and port",
            example = "true")
        Optional<Boolean> answersInside)
    implements Observed {

  /** A published port behind which nobody looked. */
  public PublishedPort(String container, IpAddress address, int port, int containerPort) {
    this(container, address, port, containerPort, Optional.empty());
  }

  /** Whether somebody found that nothing listens behind it. */
  public boolean deadInside() {
    return !answersInside.orElse(true);
  }

  @Override
  public String sentence() {
    return "container " + container + " publishes " + Endpoint.text(address, port);
  }
}
