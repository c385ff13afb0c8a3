package clbdoctor.firewall;

import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.FirewallVerdict.Part;
import clbdoctor.firewall.model.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares verdicts with the kernel's. A limited packet may pass, or be denied as is said. */
final class KernelComparison {
  /** A verdict that the kernel contradicts. */
  record Wrong(KernelCase kernelCase, KernelCase.Sent sent, String why) {}

  private static final int KEPT = 100;

  private final List<Wrong> wrong = new ArrayList<>();
  private final Map<String, Long> doubts = new TreeMap<>();
  private long cases;
  private long packets;
  private long undecided;
  private long limited;
  private long wrongs;

  void compare(KernelCase kernelCase) {
    compare(Firewall.of(kernelCase.firewall()), kernelCase);
  }

  /** Compares the verdicts of this firewall with what came of the case's packets. */
  void compare(Firewall firewall, KernelCase kernelCase) {
    cases++;
    for (KernelCase.Sent sent : kernelCase.packets()) {
      packets++;
      FirewallVerdict verdict = firewall.withoutBlockers(sent.check());
      if (verdict.kind() == Kind.UNDECIDABLE) {
        undecided++;
        doubts.merge(verdict.parts().get(0).doubts().get(0).construct(), 1L, Long::sum);
      } else if (!possible(verdict).contains(sent.seen())) {
        if (wrong.size() < KEPT) {
          wrong.add(new Wrong(kernelCase, sent, verdict.parts().toString()));
        }
        wrongs++;
      } else if (verdict.kind() == Kind.LIMITED) {
        limited++;
      }
    }
  }

  /** What is wrong about the verdict on one packet of the case, if anything is. */
  static Optional<Wrong> wrong(KernelCase kernelCase, KernelCase.Sent sent) {
    FirewallVerdict verdict = Firewall.of(kernelCase.firewall()).withoutBlockers(sent.check());
    return verdict.kind() == Kind.UNDECIDABLE || possible(verdict).contains(sent.seen())
        ? Optional.empty()
        : Optional.of(new Wrong(kernelCase, sent, verdict.parts().toString()));
  }

  /** What the verdict says may be seen, in the words of the case file. */
  private static Set<String> possible(FirewallVerdict verdict) {
    Set<String> seen = new LinkedHashSet<>();
    for (Part part : verdict.parts()) {
      if (part.kind() == Kind.ALLOWED || part.kind() == Kind.LIMITED) {
        seen.add("A,A");
      }
      for (Denial denial : part.denials()) {
        String how = word(denial.seen());
        seen.add(denial.afterAnswer() ? "A," + how : how);
      }
    }
    return seen;
  }

  private static String word(Refusal refusal) {
    if (refusal == Refusal.SILENCE) {
      return "S";
    }
    if (refusal == Refusal.TCP_RESET) {
      return "R";
    }
    String[] words = refusal.seen().split(" ");
    return (words[0].equals("ICMP") ? "I" : "J") + words[1];
  }

  List<Wrong> wrong() {
    return wrong;
  }

  long cases() {
    return cases;
  }

  double undecidedShare() {
    return packets == 0 ? 0 : (double) undecided / packets;
  }

  void add(KernelComparison other) {
    cases += other.cases;
    packets += other.packets;
    undecided += other.undecided;
    limited += other.limited;
    wrongs += other.wrongs;
    other.doubts.forEach((construct, count) -> doubts.merge(construct, count, Long::sum));
    other.wrong.stream().limit(KEPT - wrong.size()).forEach(wrong::add);
  }

  /** What leaves verdicts open, the most frequent first. */
  String doubts() {
    return doubts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(doubt -> doubt.getValue() + " " + doubt.getKey())
        .limit(10)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String toString() {
    return cases
        + " cases, "
        + packets
        + " packets, "
        + wrongs
        + " wrong, "
        + limited
        + " limited, "
        + undecided
        + " undecidable";
  }
}
