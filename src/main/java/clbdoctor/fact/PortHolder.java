package clbdoctor.fact;

/** A program that listens, of which it is certain whether it is the service or another one. */
@ComputedFrom(Subject.SOCKETS)
public record PortHolder(String process, int port, boolean onCheckedPort, boolean ofService)
    implements Derived {

  @Override
  public String sentence() {
    return process
        + ", which listens on port "
        + port
        + ", is "
        + (ofService ? "the service" : "not the service");
  }
}
