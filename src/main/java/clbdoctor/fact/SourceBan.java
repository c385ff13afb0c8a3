package clbdoctor.fact;

/**
 * A ban that covers an address of the check source.
 *
 * @param wholeSource whether no address of the check source is left
 * @param enforced whether a rule of the packet filter is seen to block the check by it
 * @param assumedSource whether the check source is not known, and taken to be Tencent's range
 */
@ComputedFrom(Subject.SECURITY_SOFTWARE)
public record SourceBan(
    String product, IpNetwork banned, boolean wholeSource, boolean enforced, boolean assumedSource)
    implements Derived {

  @Override
  public String sentence() {
    return product
        + " bans "
        + banned
        + (wholeSource ? ", the whole check source" : ", a part of the check source");
  }
}
