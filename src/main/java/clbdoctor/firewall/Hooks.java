package clbdoctor.firewall;

import clbdoctor.fact.AddressFamily;
import clbdoctor.firewall.model.BaseHook;
import clbdoctor.firewall.model.Hook;
import clbdoctor.firewall.model.TableFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stations of every hook for packets of one family, in the kernel's order. */
final class Hooks {
  private final Map<Hook, SortedMap<Integer, List<Station>>> stations = new EnumMap<>(Hook.class);

  Hooks(List<IndexedTable> tables, AddressFamily family) {
    Map<Hook, List<BaseChain>> nat = new EnumMap<>(Hook.class);
    for (Hook hook : Hook.values()) {
      stations.put(hook, new TreeMap<>());
      nat.put(hook, new ArrayList<>());
    }
    List<IndexedTable> concerned =
        tables.stream().filter(one -> concerns(one.table().family(), family)).toList();
    for (IndexedTable table : concerned) {
      for (BaseChain base : table.bases()) {
        BaseHook hook = base.hook();
        if (hook.nat()) {
          nat.get(hook.hook()).add(base);
        } else {
          add(hook.hook(), new FilterStation(base));
        }
      }
    }
    if (concerned.stream().anyMatch(IndexedTable::tracks)) {
      add(Hook.PREROUTING, new TrackingStation());
      add(Hook.OUTPUT, new TrackingStation());
      addNat(nat);
    }
  }

  /** The flows that get past every station of the hook. */
  List<Flow> pass(Hook hook, List<Flow> flows, Walker walker) {
    List<Flow> current = flows;
    for (List<Station> level : stations.get(hook).values()) {
      if (current.isEmpty()) {
        return current;
      }
      current = passLevel(level, current, walker);
    }
    return current;
  }

  /** Nothing shows the order of stations with the same priority, so every order may be. */
  private static List<Flow> passLevel(List<Station> level, List<Flow> flows, Walker walker) {
    if (level.size() == 1) {
      return level.get(0).pass(flows, walker);
    }
    Set<Flow> passed = new LinkedHashSet<>();
    for (List<Station> order : orders(level)) {
      List<Flow> current = flows;
      for (Station station : order) {
        current = station.pass(current, walker);
      }
      passed.addAll(current);
    }
    return Flow.joined(List.copyOf(passed));
  }

  /** Every order of at most three; of more, each rotation both ways. */
  static <T> List<List<T>> orders(List<T> level) {
    if (level.size() == 1) {
      return List.of(level);
    }
    List<List<T>> orders = new ArrayList<>();
    for (int shift = 0; shift < level.size(); shift++) {
      List<T> turned = new ArrayList<>(level);
      Collections.rotate(turned, shift);
      orders.add(turned);
      List<T> reversed = new ArrayList<>(turned);
      Collections.reverse(reversed);
      orders.add(reversed);
    }
    return level.size() == 2 ? orders.subList(0, 2) : orders;
  }

  private void addNat(Map<Hook, List<BaseChain>> nat) {
    nat.values().forEach(c -> c.sort(Comparator.comparing(base -> base.hook().priority())));
    add(Hook.PREROUTING, new NatStation(nat.get(Hook.PREROUTING), true));
    add(Hook.OUTPUT, new NatStation(nat.get(Hook.OUTPUT), true));
    add(Hook.INPUT, new NatStation(nat.get(Hook.INPUT), false));
    add(Hook.POSTROUTING, new NatStation(nat.get(Hook.POSTROUTING), false));
  }

  private void add(Hook hook, Station station) {
    stations.get(hook).computeIfAbsent(station.priority(), p -> new ArrayList<>()).add(station);
  }

  private static boolean concerns(TableFamily table, AddressFamily family) {
    return switch (table) {
      case INET, NETDEV -> true;
      case IP -> family == AddressFamily.IPV4;
      case IP6 -> family == AddressFamily.IPV6;
      case BRIDGE, ARP -> false;
    };
  }
}
