package clbdoctor.firewall;

import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.FirewallVerdict.Part;
import clbdoctor.firewall.model.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the verdicts of a file of cases with the kernel's. */
final class KernelComparison {
  private final List<String> wrong = new ArrayList<>();
  private final List<String> open = new ArrayList<>();
  private long cases;
  private long packets;
  private long undecided;

  static KernelComparison of(java.nio.file.Path file) throws IOException {
    KernelComparison comparison = new KernelComparison();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      Optional<KernelCase> next = KernelCase.read(lines);
      while (next.isPresent()) {
        comparison.compare(next.get());
        next = KernelCase.read(lines);
      }
    }
    return comparison;
  }

  static KernelComparison ofText(String text) {
    KernelComparison comparison = new KernelComparison();
    try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
      KernelCase.read(lines).ifPresent(comparison::compare);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return comparison;
  }

  private void compare(KernelCase kernelCase) {
    cases++;
    Firewall firewall = Firewall.of(kernelCase.firewall());
    for (KernelCase.Sent sent : kernelCase.packets()) {
      packets++;
      FirewallVerdict verdict = firewall.withoutBlockers(sent.check());
      if (verdict.kind() == Kind.UNDECIDABLE) {
        undecided++;
        open.add(sent.line() + "\n" + verdict.parts().get(0).doubts());
      } else if (!possible(verdict).contains(sent.seen())) {
        wrong.add(kernelCase.name() + "\n" + sent.line() + "\n" + verdict.parts());
      }
    }
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

  List<String> wrong() {
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
        + wrong.size()
        + " wrong, "
        + undecided
        + " undecidable";
  }

  public static void main(String[] files) throws IOException {
    for (String file : files) {
      long start = System.nanoTime();
      KernelComparison comparison = of(java.nio.file.Path.of(file));
      comparison.wrong().stream().limit(8).forEach(System.out::println);
      comparison.open.stream().limit(4).forEach(System.out::println);
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println(comparison.summary() + ", " + millis + " ms");
    }
  }
}
