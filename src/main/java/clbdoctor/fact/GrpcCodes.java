package clbdoctor.fact;

/**
 * The gRPC codes that the check accepts.
 *
 * @param possible whether a gRPC server can answer any of them; its codes are 0 to 16
 */
@ComputedFrom(Subject.HEALTH_CHECK)
public record GrpcCodes(boolean possible) implements Derived {

  @Override
  public String sentence() {
    return possible
        ? "the check accepts codes that gRPC knows"
        : "the check accepts only codes that gRPC does not know";
  }
}
