package clbdoctor.fact;

/**
 * An address of the HTTP.sys listen list; while the list is empty HTTP.sys listens on every
 * address.
 */
public record HttpListenAddress(@About(value = "address", example = "10.0.0.10") IpAddress address)
    implements Observed {

  public boolean loopback() {
    return address.loopback();
  }

  /** Whether it stands for every address. */
  public boolean wildcard() {
    return address.wildcard();
  }

  @Override
  public String sentence() {
    return "HTTP.sys listens on " + address;
  }
}
