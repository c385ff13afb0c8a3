package clbdoctor.fact;

/** A kernel parameter of the real server. */
public record Sysctl(
    @About(value = "name of the parameter", example = "net.ipv4.icmp_echo_ignore_all") String name,
    @About(value = "its value", example = "0") String value)
    implements Observed {

  @Override
  public String sentence() {
    return name + " = " + value;
  }
}
