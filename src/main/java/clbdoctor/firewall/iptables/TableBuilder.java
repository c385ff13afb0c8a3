package clbdoctor.firewall.iptables;

import clbdoctor.firewall.model.BaseHook;
import clbdoctor.firewall.model.Chain;
import clbdoctor.firewall.model.Hook;
import clbdoctor.firewall.model.Rule;
import clbdoctor.firewall.model.Table;
import clbdoctor.firewall.model.TableFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table while it is read. */
final class TableBuilder {
  private static final Map<String, Integer> PRIORITIES =
      Map.of("raw", -300, "mangle", -150, "nat", -100, "filter", 0, "security", 50);

  private final String name;
  private final boolean ipv6;
  private final RuleReader reader;
  private final Map<String, Optional<BaseHook>> chains = new LinkedHashMap<>();
  private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
  private final List<Pending> pending = new ArrayList<>();

  private record Pending(String chain, int line, String text, List<String> words) {}

  TableBuilder(String name, boolean ipv6) {
    if (!PRIORITIES.containsKey(name)) {
      throw new SyntaxException("\"" + name + "\" is no table");
    }
    this.name = name;
    this.ipv6 = ipv6;
    this.reader = new RuleReader(ipv6);
  }

  String name() {
    return name;
  }

  /** A policy of - makes it a user's chain. */
  void chain(String chain, String policy, int line) {
    rules.putIfAbsent(chain, new ArrayList<>());
    if (policy.equals("-")) {
      chains.put(chain, Optional.empty());
      return;
    }
    if (!policy.equals("ACCEPT") && !policy.equals("DROP")) {
      throw new SyntaxException("\"" + policy + "\" is no policy");
    }
    chains.put(chain, Optional.of(base(chain, policy.equals("ACCEPT"), line)));
  }

  private BaseHook base(String chain, boolean accepts, int line) {
    Hook hook;
    try {
      hook = Hook.valueOf(chain);
    } catch (IllegalArgumentException e) {
      throw new SyntaxException("chain " + chain + " has a policy but no hook");
    }
    boolean nat = name.equals("nat");
    boolean source = hook == Hook.INPUT || hook == Hook.POSTROUTING;
    int priority = nat && source ? 100 : PRIORITIES.get(name);
    return new BaseHook(nat ? "nat" : "filter", hook, priority, List.of(), accepts, line);
  }

  /** A rule is read when all chains are known, since it may name a later one. */
  void rule(String chain, int line, String text, List<String> words) {
    if (!chains.containsKey(chain)) {
      throw new SyntaxException("chain " + chain + " is not declared");
    }
    pending.add(new Pending(chain, line, text, words));
  }

  Table build() {
    Set<String> names = Set.copyOf(chains.keySet());
    for (Pending rule : pending) {
      List<Rule> siblings = rules.get(rule.chain());
      siblings.add(reader.read(siblings.size() + 1, rule.line(), rule.text(), rule.words(), names));
    }
    Map<String, Chain> built = new LinkedHashMap<>();
    chains.forEach((chain, base) -> built.put(chain, new Chain(chain, base, rules.get(chain))));
    return new Table(ipv6 ? TableFamily.IP6 : TableFamily.IP, name, built, false);
  }
}
