package clbdoctor.fact;

/**
 * Whether the kernel accepts a packet from this source on this interface: {@code ip route get TO
 * from SOURCE iif DEVICE}.
 */
public record ReversePathCheck(
    @About(value = "source address of the packet: one of the check source", example = "100.64.0.1")
        IpAddress source,
    @About(value = "interface it arrives on", example = "eth0") String device,
    @About(value = "false when the kernel answers Invalid argument", example = "true")
        boolean accepted)
    implements Observed {
  @Override
  public String sentence() {
    return "the kernel "
        + (accepted ? "accepts" : "discards")
        + " packets from "
        + source
        + " on "
        + device;
  }
}
