package clbdoctor.diagnosis;

import clbdoctor.fact.FirewallTool;
import clbdoctor.fact.InitSystem;
import clbdoctor.fact.OperatingSystem;
import clbdoctor.fact.ServerSoftware;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A procedure that cures one or more causes, as {@code rules/fixes/<id>.yaml} tells it.
 *
 * @param says what it achieves, one sentence
 * @param precondition what must hold before the first step
 * @param ways the same procedure for different servers
 */
public record Fix(String id, String says, String precondition, Risk risk, List<Way> ways) {

  public Fix {
    ways = List.copyOf(ways);
  }

  /**
   * The servers a way is for; what is left open fits all.
   *
   * @param rulesRead whether it is for a server whose packet filter was read, so that the change is
   *     computed; {@code firewall} is then the tool that makes it
   */
  public record Fits(
      Optional<OperatingSystem> os,
      Optional<FirewallTool> firewall,
      Optional<ServerSoftware> software,
      Optional<InitSystem> initSystem,
      boolean rulesRead) {

    /** Every server. */
    public static final Fits ALL =
        new Fits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** How many things it asks of the server. */
    int demands() {
      return (os.isPresent() ? 1 : 0)
          + (firewall.isPresent() ? 1 : 0)
          + (software.isPresent() ? 1 : 0)
          + (initSystem.isPresent() ? 1 : 0);
    }

    /** Whether everything it asks for is known to be so. */
    boolean certainly(Circumstances known) {
      Set<FirewallTool> tools = rulesRead ? known.openings() : known.firewalls();
      return (os.isEmpty() || os.equals(known.os()))
          && (firewall.isEmpty() || tools.contains(firewall.get()))
          && (software.isEmpty() || software.equals(known.software()))
          && (initSystem.isEmpty() || initSystem.equals(known.initSystem()));
    }

    /** Whether nothing that is known speaks against it. */
    boolean perhaps(Circumstances known) {
      return !rulesRead
          && agrees(os, known.os())
          && (firewall.isEmpty()
              || known.firewalls().isEmpty()
              || known.firewalls().contains(firewall.get()))
          && agrees(software, known.software())
          && agrees(initSystem, known.initSystem());
    }

    private static boolean agrees(Optional<?> asked, Optional<?> known) {
      return asked.isEmpty() || known.isEmpty() || asked.equals(known);
    }

    /** {@code LINUX, NGINX}; empty when it fits all. */
    @Override
    public String toString() {
      return String.join(
          ", ",
          Stream.of(os, firewall, software, initSystem)
              .flatMap(Optional::stream)
              .map(Object::toString)
              .toList());
    }
  }

  /** One way to carry the procedure out. */
  public record Way(Fits fits, List<Action> steps, List<Action> verify, List<Action> rollback) {
    public Way {
      steps = List.copyOf(steps);
      verify = List.copyOf(verify);
      rollback = List.copyOf(rollback);
    }
  }

  /** The most specific ways that certainly fit; when there is none, all that may. */
  public List<Way> waysFor(Circumstances known) {
    int demands = 0;
    for (Way way : ways) {
      if (way.fits().certainly(known)) {
        demands = Math.max(demands, way.fits().demands());
      }
    }
    List<Way> certain = new ArrayList<>(ways.size());
    List<Way> perhaps = new ArrayList<>(ways.size());
    boolean moreMayFit = false;
    for (Way way : ways) {
      if (way.fits().certainly(known) && way.fits().demands() == demands) {
        certain.add(way);
      }
      if (way.fits().perhaps(known)) {
        perhaps.add(way);
        moreMayFit |= way.fits().demands() > demands;
      }
    }
    return certain.isEmpty() || demands == 0 && moreMayFit ? perhaps : certain;
  }
}
