package clbdoctor.fact;

/** A line of /etc/hosts.allow or /etc/hosts.deny. */
public record WrapperEntry(
    @About(value = "HOSTS_ALLOW or HOSTS_DENY", example = "HOSTS_DENY") WrapperFile file,
    @About(value = "programs, or ALL", example = "ALL") String daemons,
    @About(value = "clients, or ALL", example = "100.64.0.0/255.192.0.0") String clients)
    implements Observed {
  @Override
  public String sentence() {
    return file + " names " + daemons + " for " + clients;
  }
}
