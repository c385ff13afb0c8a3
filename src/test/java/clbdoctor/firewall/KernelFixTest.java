package clbdoctor.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clbdoctor.firewall.FirewallVerdict.Kind;
import clbdoctor.firewall.fix.Fix;
import clbdoctor.firewall.fix.Fixes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Does to a host in namespaces what is proposed for a denied packet: it passes, nothing else that
 * was closed opens, and the undo leaves the ruleset as it was. The property {@code kernel.fixes}
 * multiplies the number of cases.
 */
@Tag("kernel")
class KernelFixTest {
  private final List<String> wrong = new ArrayList<>();
  private int changes;

  @ParameterizedTest
  @CsvSource({"nft, 500", "legacy, 60", "ipt, 20"})
  void proposedChangesWorkAndCanBeTakenBack(String kind, int usual) {
    String seed = KernelTest.SEED;
    int wanted = usual * Integer.getInteger("kernel.fixes", 1);
    int fixed = 0;
    try (KernelHost host = new KernelHost(kind, 0)) {
      for (long number = 0; fixed < wanted; number++) {
        KernelCase random = host.random(seed, number);
        Optional<KernelCase.Sent> denied = denied(random);
        if (denied.isPresent()) {
          fixed++;
          fix(host, random, denied.get());
        }
      }
    }
    System.out.printf(
        "kernel fixes: %s, seed %s, %d denied, %d changes, %d wrong%n",
        kind, seed, fixed, changes, wrong.size());
    wrong.stream().limit(Integer.getInteger("kernel.show", 3)).forEach(System.out::println);
    assertEquals(List.of(), wrong.stream().map(text -> text.split("\n")[0]).toList());
  }

  /** None where a limit may treat the same packet in another way the second time. */
  private static Optional<KernelCase.Sent> denied(KernelCase random) {
    Firewall firewall = Firewall.of(random.firewall());
    boolean changing =
        random.packets().stream()
            .map(sent -> firewall.withoutBlockers(sent.check()).kind())
            .anyMatch(kind -> kind == Kind.LIMITED || kind == Kind.UNDECIDABLE);
    return changing
        ? Optional.empty()
        : random.packets().stream()
            .filter(sent -> firewall.withoutBlockers(sent.check()).kind() == Kind.DENIED)
            .findFirst();
  }

  private void fix(KernelHost host, KernelCase random, KernelCase.Sent denied) {
    HostFirewall firewall = random.firewall();
    List<Fix> fixes = Fixes.of(firewall, denied.check(), Firewall.judge(firewall, denied.check()));
    String what = random.name() + " " + denied.line() + " " + fixes;
    List<KernelCase.Sent> before = host.send(random.packets());
    List<Fix> backwards = new ArrayList<>(fixes);
    Collections.reverse(backwards);
    fixes.forEach(fix -> fix.apply().forEach(command -> run(host, command, what)));
    compare(before, host.send(random.packets()), denied, what, host);
    backwards.forEach(fix -> fix.undo().forEach(command -> run(host, command, what)));
    if (!plain(random.listings()).equals(plain(host.listings()))) {
      wrong.add("not taken back: " + what + "\n" + host.listings());
    }
  }

  private void run(KernelHost host, String command, String what) {
    changes++;
    String failure = host.run(command);
    if (!failure.isEmpty()) {
      wrong.add(failure.strip() + ": " + what);
    }
  }

  private void compare(
      List<KernelCase.Sent> before,
      List<KernelCase.Sent> after,
      KernelCase.Sent denied,
      String what,
      KernelHost host) {
    for (int i = 0; i < before.size(); i++) {
      KernelCase.Sent sent = after.get(i);
      boolean opened = sent.check().equals(denied.check());
      if (opened && !sent.seen().equals("A,A")) {
        wrong.add("does not pass: " + sent.line() + " " + what + "\n" + host.listings());
      } else if (!meant(sent.check(), denied.check())
          && !sent.seen().equals(before.get(i).seen())) {
        wrong.add(
            "changed from "
                + before.get(i).seen()
                + ": "
                + sent.line()
                + " "
                + what
                + "\n"
                + host.listings());
      }
    }
  }

  /** Packets of the same source to the same port are what the change is for. */
  private static boolean meant(Check sent, Check denied) {
    return sent.source().equals(denied.source())
        && sent.protocol() == denied.protocol()
        && sent.port() == denied.port();
  }

  /** Without the counters, which packets move. */
  static String plain(List<KernelCase.Listing> listings) {
    return listings
        .toString()
        .replaceAll("packets [0-9]+ bytes [0-9]+", "")
        .replaceAll("\\[[0-9]+:[0-9]+\\]", "")
        .replaceAll("# (?:Generated|Completed) .*", "");
  }
}
