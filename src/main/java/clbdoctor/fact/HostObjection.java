package clbdoctor.fact;

/**
 * The server itself objects to the Host of the check.
 *
 * @param inWords whether its log says so; otherwise only the status or a redirect to another Host
 */
@ComputedFrom({Subject.PROBES, Subject.LOGS})
public record HostObjection(boolean inWords) implements Derived {

  @Override
  public String sentence() {
    return inWords
        ? "the server's log says that it does not serve the Host of the check"
        : "the server sends the check's request to another Host";
  }
}
