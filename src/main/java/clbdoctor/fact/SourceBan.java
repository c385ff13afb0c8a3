package clbdoctor.fact;

/** A ban that covers an address of the check source. */
@ComputedFrom(Subject.SECURITY_SOFTWARE)
public record SourceBan(String product, IpNetwork banned, boolean wholeSource) implements Derived {

  @Override
  public String sentence() {
    return product
        + " bans "
        + banned
        + (wholeSource ? ", the whole check source" : ", a part of the check source");
  }
}
