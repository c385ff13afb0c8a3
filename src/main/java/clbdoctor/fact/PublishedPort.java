package clbdoctor.fact;

/** A port of the real server that a container engine forwards into a container. */
public record PublishedPort(
    @About(value = "name of the container", example = "web") String container,
    @About(value = "address on the server", example = "0.0.0.0") IpAddress address,
    @About(value = "port on the server", example = "80", min = 1, max = 65535) int port,
    @About(value = "port in the container", example = "8080", min = 1, max = 65535)
        int containerPort)
    implements Observed {

  @Override
  public String sentence() {
    return "container " + container + " publishes " + Endpoint.text(address, port);
  }
}
