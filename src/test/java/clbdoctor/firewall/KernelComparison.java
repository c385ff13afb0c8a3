package clbdoctor.firewall;

import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.FirewallVerdict.Part;
import clbdoctor.firewall.model.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the verdicts of a file of cases with the kernel's. */
final class KernelComparison {
  /** A verdict that the kernel contradicts. */
  record Wrong(KernelCase kernelCase, KernelCase.Sent sent, String why) {}

  private static final int KEPT = 100;

  private final List<Wrong> wrong = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private long cases;
  private long packets;
  private long undecided;
  private long wrongs;

  void read(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      Optional<KernelCase> next = KernelCase.read(lines);
      while (next.isPresent()) {
        compare(next.get());
        next = KernelCase.read(lines);
      }
    }
  }

  private void compare(KernelCase kernelCase) {
    cases++;
    Firewall firewall = Firewall.of(kernelCase.firewall());
    for (KernelCase.Sent sent : kernelCase.packets()) {
      packets++;
      FirewallVerdict verdict = firewall.withoutBlockers(sent.check());
      if (verdict.kind() == Kind.UNDECIDABLE) {
        undecided++;
        keep(open, sent.line() + "\n" + verdict.parts().get(0).doubts());
      } else if (!possible(verdict).contains(sent.seen())) {
        keep(wrong, new Wrong(kernelCase, sent, verdict.parts().toString()));
        wrongs++;
      }
    }
  }

  private static <T> void keep(List<T> some, T one) {
    if (some.size() < KEPT) {
      some.add(one);
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
      if (part.kind() == Kind.ALLOWED) {
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

  String summary() {
    return cases
        + " cases, "
        + packets
        + " packets, "
        + wrongs
        + " wrong, "
        + undecided
        + " undecidable";
  }

  public static void main(String[] files) throws IOException {
    for (String file : files) {
      long start = System.nanoTime();
      KernelComparison comparison = new KernelComparison();
      comparison.read(Path.of(file));
      comparison.wrong().stream()
          .limit(8)
          .map(one -> one.kernelCase().name() + "\n" + one.sent().line() + "\n" + one.why())
          .forEach(System.out::println);
      comparison.open.stream().limit(4).forEach(System.out::println);
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println(comparison.summary() + ", " + millis + " ms");
    }
  }
}
