package clbdoctor.firewall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes away what a wrong verdict does not need: rules, chains, sets, elements, tables. */
final class Shrinking {
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  private final Instant end = Instant.now().plus(AT_MOST);
  private final KernelHost host;
  private List<KernelCase.Listing> listings;
  private KernelCase.Sent packet;
  private String why;

  private Shrinking(KernelHost host, KernelComparison.Wrong wrong) {
    this.host = host;
    this.listings = wrong.kernelCase().listings();
    this.packet = wrong.sent();
    this.why = wrong.why();
  }

  /**
   * The smallest rulesets found that the verdict is wrong for; as they were if it never is again.
   */
  static String smallest(KernelHost host, KernelComparison.Wrong wrong) {
    Shrinking shrinking = new Shrinking(host, wrong);
    boolean again = shrinking.stillWrong(shrinking.listings);
    if (again) {
      shrinking.run();
    }
    return wrong.kernelCase().name()
        + (again ? "" : " (not seen again when the same packet was sent alone)")
        + "\n"
        + text(shrinking.listings, shrinking.packet, shrinking.why);
  }

  /** The rulesets, the packet and the verdict as they were found. */
  static String whole(KernelComparison.Wrong wrong) {
    return wrong.kernelCase().name()
        + "\n"
        + text(wrong.kernelCase().listings(), wrong.sent(), wrong.why());
  }

  private static String text(List<KernelCase.Listing> listings, KernelCase.Sent sent, String why) {
    StringBuilder text = new StringBuilder();
    listings.forEach(l -> text.append("# ").append(l.tool()).append('\n').append(l.text()));
    return text.append(sent.line()).append('\n').append(why).toString();
  }

  private void run() {
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (int at = 0; at < listings.size(); at++) {
        smaller |= shorten(at);
      }
    }
  }

  /**
   * Takes blocks of lines, from half of the text down to single lines, as long as it stays wrong.
   */
  private boolean shorten(int at) {
    boolean smaller = false;
    for (int size = lines(at).size() / 2; size > 0; size /= 2) {
      int from = 0;
      while (from + size <= lines(at).size()) {
        if (stillWrong(without(at, from, size))) {
          smaller = true;
        } else {
          from += size;
        }
      }
    }
    return smaller;
  }

  private List<String> lines(int at) {
    return listings.get(at).text().lines().toList();
  }

  private List<KernelCase.Listing> without(int at, int from, int count) {
    List<String> kept = new ArrayList<>(lines(at));
    kept.subList(from, from + count).clear();
    List<KernelCase.Listing> changed = new ArrayList<>(listings);
    String text = kept.isEmpty() ? "" : String.join("\n", kept) + "\n";
    changed.set(at, new KernelCase.Listing(listings.get(at).tool(), text));
    return changed;
  }

  /** Keeps the rulesets as the tools list them if the verdict on them is wrong too. */
  private boolean stillWrong(List<KernelCase.Listing> candidate) {
    if (Instant.now().isAfter(end) || !host.load(candidate)) {
      return false;
    }
    List<KernelCase.Listing> loaded = host.listings();
    KernelCase.Sent sent = host.send(List.of(packet)).get(0);
    Optional<KernelComparison.Wrong> wrong =
        KernelComparison.wrong(new KernelCase("", loaded, List.of(sent)), sent);
    wrong.ifPresent(
        one -> {
          listings = loaded;
          packet = sent;
          why = one.why();
        });
    return wrong.isPresent();
  }
}
