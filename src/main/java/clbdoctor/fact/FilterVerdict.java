package clbdoctor.fact;

import java.util.Locale;

/**
 * What a packet filter does with a packet that the check sends, on the way that this packet takes.
 *
 * @param hook where the packet is judged
 * @param hidden in a table that the usual listings leave out: raw, mangle, netdev
 * @param failsCheck whether the check fails by it; a datagram lost in silence fails only a check
 *     that waits for an answer
 * @param limited whether it depends on how many packets or connections there are
 * @param partOfSource whether it meets only a part of the check source
 * @param counted whether the counter of its rule grows while the check runs
 * @param ofBan whether the rule is one that security software made
 * @param uncertain whether the same tool is also said to let the packet through there, or the port
 *     is a container's and the reading does not name the place
 * @param computed whether it follows from listed rules and nobody had to read them
 * @param rule the deciding rule; empty when it is not known
 * @param sourcePart the addresses of the check source that it meets; empty when it meets all, or
 *     nobody knows which
 */
@ComputedFrom(Subject.FIREWALL)
public record FilterVerdict(
    FirewallTool tool,
    CheckPacket packet,
    FirewallEffect effect,
    FilterHook hook,
    boolean hidden,
    boolean failsCheck,
    boolean limited,
    boolean partOfSource,
    boolean counted,
    boolean ofBan,
    boolean uncertain,
    boolean computed,
    String rule,
    String sourcePart)
    implements Derived {

  public boolean drops() {
    return effect == FirewallEffect.DROPS;
  }

  public boolean rejects() {
    return effect == FirewallEffect.REJECTS;
  }

  public boolean allows() {
    return effect == FirewallEffect.ALLOWS;
  }

  /** Whether it belongs to Windows Defender Firewall. */
  public boolean windows() {
    return tool == FirewallTool.WINDOWS_FIREWALL;
  }

  /** Whether it judges packets on their way to a program of the server. */
  public boolean incoming() {
    return hook == FilterHook.INPUT && !hidden;
  }

  /** Whether it judges packets that the server passes on, to a container for instance. */
  public boolean forwarded() {
    return hook == FilterHook.FORWARD && !hidden;
  }

  /** Whether it judges the answers of the server. */
  public boolean ofReply() {
    return hook == FilterHook.OUTPUT || hook == FilterHook.POSTROUTING;
  }

  /** Whether some packets of the check get through all the same. */
  public boolean sometimes() {
    return !allows() && (limited || partOfSource);
  }

  @Override
  public String sentence() {
    return tool
        + " "
        + effect.name().toLowerCase(Locale.ROOT)
        + (ofReply() ? " the answer to the check's " : " the check's ")
        + packet
        + (sourcePart.isEmpty() ? "" : " from " + sourcePart)
        + (rule.isEmpty() ? "" : ": " + rule);
  }
}
