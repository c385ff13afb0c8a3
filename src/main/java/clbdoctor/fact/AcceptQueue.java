package clbdoctor.fact;

/** Connections that wait on the checked port until the program accepts them. */
@ComputedFrom(Subject.SOCKETS)
public record AcceptQueue(int waiting, int backlog) implements Derived {

  /** Whether the kernel takes no further connection: it allows one more than the backlog. */
  public boolean full() {
    return waiting > backlog;
  }

  @Override
  public String sentence() {
    return waiting + " connections wait to be accepted, the backlog is " + backlog;
  }
}
