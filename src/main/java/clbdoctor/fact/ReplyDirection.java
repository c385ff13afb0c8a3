package clbdoctor.fact;

/**
 * Where the server's replies to the check go.
 *
 * @param certain whether the kernel itself said so for an address that is known to be the check's
 */
@ComputedFrom(Subject.REPLY_ROUTES)
public record ReplyDirection(IpNetwork destination, ReplyEnd end, boolean certain)
    implements Derived {

  /** Whether the replies leave otherwise than by the interface that was asked. */
  public boolean astray() {
    return end != ReplyEnd.SAME_INTERFACE && end != ReplyEnd.UNKNOWN_INTERFACE;
  }

  @Override
  public String sentence() {
    return "replies to " + destination + " " + end.sentence();
  }
}
