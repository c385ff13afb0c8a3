"""Random rulesets: text for nft, iptables-restore and ipset, from a seeded generator."""
import re

PROBED = (22, 53, 80, 443, 8080)
SOURCES4 = ("100.64.0.1", "100.64.0.2", "100.64.0.200", "100.65.3.4", "100.66.0.1", "100.100.1.2",
            "100.127.255.254", "100.96.0.0", "100.79.255.255", "192.0.2.7", "198.51.100.9")
NETS4 = ("100.64.0.0/10", "100.64.0.0/12", "100.64.0.0/24", "100.65.0.0/16", "100.96.0.0/11",
         "192.0.2.0/24", "0.0.0.0/0", "100.64.0.1/32", "100.64.0.2/32", "198.51.100.9/32")
RANGES4 = ("100.64.0.1-100.64.0.199", "100.65.0.0-100.100.1.1", "192.0.2.0-192.0.2.7")
SOURCES6 = ("2001:db8::1", "2001:db8::2", "2001:db8:1::5", "2001:db8:ffff::9", "fd99::1")
NETS6 = ("2001:db8::/32", "2001:db8::/64", "2001:db8:1::/48", "fd99::1/128", "::/0",
         "2001:db8::2/128")
RANGES6 = ("2001:db8::1-2001:db8:1::4",)
DESTS4 = ("10.0.0.10", "10.0.1.10", "172.17.0.2")
DESTS6 = ("fd00::10", "fd00:1::10", "fd00:17::2")
PRIORITIES = {"prerouting": (-310, -300, -290, -199, -150, -101, -50, 0, 10),
              "input": (-150, -10, 1, 5, 50, 101), "forward": (-150, -10, 1, 5, 50),
              "output": (-300, -150, -101, 1, 5), "postrouting": (-150, 1, 50, 101)}


# What a part of a rule says of the packet; nft refuses rules whose parts contradict each other.
CLAIMS = (
    ("network", "ip", r"\bip (saddr|daddr|protocol|frag-off|ttl|dscp|to)\b|nfproto ipv4|meta protocol ip\b|with icmp "),
    ("network", "ip6", r"\bip6 (saddr|daddr|nexthdr|hoplimit|to)\b|nfproto ipv6|meta protocol ip6|with icmpv6 "),
    ("transport", "tcp", r"\btcp (dport|sport|flags)|(l4proto|ip protocol|ip6 nexthdr) tcp"),
    ("transport", "udp", r"\budp (dport|sport)|l4proto udp"),
    ("transport", "icmp", r"\bicmp (type|code)|l4proto icmp\b"),
    ("transport", "icmpv6", r"\bicmpv6 type|l4proto ipv6-icmp"))


def claims(part):
    return {what: value for what, value, pattern in CLAIMS if re.search(pattern, part)}


class Nft:
    """One nftables ruleset: tables, sets, maps, base and user chains."""

    def __init__(self, random):
        self.random = random
        self.choice = random.choice

    def text(self):
        return "\n".join(self.table(n) for n in range(self.choice((1, 1, 1, 2, 3)))) + "\n"

    def table(self, number):
        r = self.random
        self.family = self.choice(("inet", "inet", "inet", "ip", "ip6"))
        if number == 2 and r.random() < .6:
            return self.netdev(number)
        if r.random() < .001:
            return self.bridge(number)
        self.hook = ""
        self.sets, lines = [], [f"table {self.family} t{number} {{"]
        for n in range(self.choice((0, 1, 2, 3))):
            lines += self.named_set(f"s{n}")
        users = [f"u{n}" for n in range(self.choice((0, 1, 2, 3)))]
        self.targets = []
        for name in users:
            self.kind, self.hook = "filter", ""
            lines += self.chain(name, "", self.choice((1, 2, 3)))
            self.targets.append(name)
        hooks = self.hooks()
        for n, (hook, kind, priority) in enumerate(hooks):
            self.kind, self.hook = kind, hook
            policy = "drop" if kind == "filter" and r.random() < .25 else "accept"
            head = f"type {kind} hook {hook} priority {priority}; policy {policy};"
            size = self.choice((1, 2, 3, 4, 6))
            lines += self.chain(f"b{n}", head, size)
        if any(kind == "nat" for _, kind, _ in hooks):
            # A rule that asks for tracking: else whether there is any depends on the case before,
            # whose rules the kernel removes at its leisure.
            lines += ["chain tracks {", "ct state new accept", "}"]
        return "\n".join(lines + ["}"])

    def hooks(self):
        r = self.random
        hooks, taken = [], set()
        for _ in range(self.choice((1, 1, 2, 2, 3, 4))):
            if r.random() < .2:
                hook = self.choice(("prerouting", "prerouting", "input", "postrouting", "output"))
                priority = self.choice((-100, -99, -50, 100))
                entry = (hook, "nat", priority)
            else:
                hook = self.choice(("input", "input", "input", "prerouting", "prerouting",
                                    "forward", "output", "postrouting"))
                entry = (hook, "filter", self.choice(PRIORITIES[hook]))
            if entry[:1] + entry[2:] not in taken:
                taken.add(entry[:1] + entry[2:])
                hooks.append(entry)
        return hooks

    def netdev(self, number):
        self.family, self.kind, self.hook, self.sets, self.targets = "netdev", "filter", "ingress", [], []
        device = self.choice(("eth0", "eth0", "eth1"))
        policy = self.choice(("accept", "accept", "accept", "drop"))
        hook = self.choice(("ingress", "ingress", "egress"))
        self.hook = hook
        head = f"type filter hook {hook} device {device} priority {self.choice((-500, 0, 10))};" \
               f" policy {policy};"
        body = self.chain("b0", head, self.choice((1, 2, 3)))
        # The fence is an ARP packet, which these chains see too.
        body.insert(2, "meta protocol arp accept")
        return "\n".join([f"table netdev t{number} {{"] + body + ["}"])

    def bridge(self, number):
        """Sees no packet here, for no interface is a bridge's port."""
        return "\n".join([f"table bridge t{number} {{", "chain b0 {",
                          "type filter hook input priority 0; policy accept;",
                          self.choice(("ether type ip drop", "ether type ip accept", "counter")),
                          "}", "}"])

    def chain(self, name, head, size):
        lines = [f"chain {name} {{"]
        if head:
            lines.append(head)
        for _ in range(size):
            lines.append(self.rule())
        return lines + ["}"]

    # --- sets

    def named_set(self, name):
        kind = self.choice(("v4", "v4", "v6", "port", "pair", "vmap_port", "vmap_addr", "mark_map",
                            "ifname", "state"))
        if kind in ("v4", "pair", "vmap_addr") and self.family == "ip6":
            kind = "port"
        if kind == "v6" and self.family == "ip":
            kind = "port"
        body = {
            "v4": lambda: ("set", "type ipv4_addr", self.some(NETS4[:6] + NETS4[7:] + RANGES4, 1, 4), True),
            "v6": lambda: ("set", "type ipv6_addr", self.some(NETS6[:4] + NETS6[5:], 1, 3), True),
            "port": lambda: ("set", "type inet_service", self.ports(3), True),
            "pair": lambda: ("set", "type ipv4_addr . inet_service",
                             [f"{a} . {p}" for a in self.some(NETS4[:3] + NETS4[5:6], 1, 2)
                              for p in self.ports(1)], True),
            "vmap_port": lambda: ("map", "type inet_service : verdict",
                                  [f"{p} : {self.verdict(True)}" for p in self.some(PROBED, 1, 3)], False),
            "vmap_addr": lambda: ("map", "type ipv4_addr : verdict",
                                  [f"{a} : {self.verdict(True)}" for a in
                                   self.some(("100.64.0.0/24", "100.65.0.0/16", "192.0.2.7"), 1, 3)], True),
            "mark_map": lambda: ("map", "type inet_service : mark",
                                 [f"{p} : {self.mark()}" for p in self.some(PROBED, 1, 3)], False),
            "ifname": lambda: ("set", "type ifname", self.some(('"eth0"', '"eth1"', '"c0"'), 1, 2), False),
            "state": lambda: ("set", "type ct_state", self.some(("new", "established", "invalid"), 1, 2), False),
        }[kind]
        self.targets = []
        word, types, elements, interval = body()
        self.sets.append((kind, name))
        lines = [f"{word} {name} {{", types]
        if interval:
            lines += ["flags interval", "auto-merge" if word == "set" and kind != "pair" else ""]
        return lines + ["elements = { " + ", ".join(str(e) for e in elements) + " }", "}"]

    def some(self, pool, low, high):
        return self.random.sample(list(pool), min(len(pool), self.random.randint(low, high)))

    def ports(self, high):
        pool = [str(p) for p in PROBED] + ["1-79", "81-442", "444-65535", "8000-9000", "9999"]
        chosen = self.some(pool, 1, high)
        if "8080" in chosen and ("8000-9000" in chosen or "444-65535" in chosen):
            chosen.remove("8080")
        if "22" in chosen and "1-79" in chosen:
            chosen.remove("22")
        if "53" in chosen and "1-79" in chosen:
            chosen.remove("53")
        if "443" in chosen and "444-65535" in chosen:
            chosen.remove("443")
        if "8000-9000" in chosen and "444-65535" in chosen:
            chosen.remove("8000-9000")
        if "9999" in chosen and "444-65535" in chosen:
            chosen.remove("9999")
        return chosen

    # --- rules

    def rule(self):
        r = self.random
        parts = [self.match() for _ in range(self.choice((0, 1, 1, 1, 2, 2, 3)))]
        if r.random() < .15:
            parts.append("counter")
        if r.random() < .12 and self.family != "netdev":
            parts.append(self.setting())
        if self.kind == "nat" and r.random() < .75:
            parts.append(self.nat())
        elif not parts or r.random() < .9:
            parts.append(self.decision())
        elif parts[-1].startswith("ip saddr vmap") or "vmap" in parts[-1]:
            pass
        line = " ".join(self.without_contradictions(parts))
        if "vmap" in line.split("accept")[0] and line.count("vmap") > 1:
            return "counter"
        if "meta protocol ip6" in line and ("ip saddr" in line or "ip daddr" in line or "ip protocol" in line):
            return "counter"
        if len(re.findall(r" [<>]=? ", line)) > 1:
            # nft 1.0.6 lists "sport < 1024 saddr > 100.66.0.1" as "saddr != 0.0.4.0-100.66.0.1" and
            # "sport >= 1 dport <= 9" as "dport 1-9": the listing does not tell what was loaded.
            return "counter"
        if "meta protocol" in line and "reject with icmp" in line:
            # nft lists such a rule without the family that contradicts the reject.
            return "counter"
        if " th " in line and line.count("meta l4proto") > 1:
            # nft takes the port for a field of the other protocol and drops that match.
            return "counter"
        return line or "counter"

    def without_contradictions(self, parts):
        said = {"ip": {"network": "ip"}, "ip6": {"network": "ip6"}}.get(self.family, {}).copy()
        kept = []
        for part in parts:
            more = claims(part)
            if part and all(said.get(what, value) == value for what, value in more.items()):
                said.update(more)
                kept.append(part)
        return kept

    def decision(self):
        r = self.random
        roll = r.random()
        if roll < .12 and self.kind == "filter" and self.hook in ("input", "forward", "output"):
            return self.reject()
        if roll < .22 and self.family != "netdev":
            return self.vmap()
        return self.verdict(False)

    def verdict(self, in_map):
        pool = ["accept", "accept", "drop", "drop", "return", "continue"]
        for name in self.targets:
            pool += ["jump " + name] * 2 + ["goto " + name]
        word = self.choice(pool)
        return "accept" if word == "continue" and not in_map and self.random.random() < .7 else word

    def reject(self):
        if self.family == "inet":
            return self.choice(("reject", "reject with icmpx admin-prohibited",
                                "reject with icmpx host-unreachable", "reject with icmpx no-route",
                                "meta l4proto tcp reject with tcp reset",
                                "reject with icmp host-prohibited", "reject with icmpv6 addr-unreachable"))
        if self.family == "ip":
            return self.choice(("reject", "reject with icmp net-unreachable",
                                "reject with icmp admin-prohibited", "reject with icmp prot-unreachable",
                                "meta l4proto tcp reject with tcp reset"))
        return self.choice(("reject", "reject with icmpv6 no-route", "reject with icmpv6 admin-prohibited",
                            "meta l4proto tcp reject with tcp reset"))

    def vmap(self):
        named = [n for k, n in self.sets if k == "vmap_port"]
        if named and self.random.random() < .5:
            return f"{self.choice(('tcp', 'udp'))} dport vmap @{self.choice(named)}"
        named = [n for k, n in self.sets if k == "vmap_addr"]
        if named and self.random.random() < .6:
            return f"ip saddr vmap @{self.choice(named)}"
        kind = self.choice(("state", "dport", "saddr", "iif", "proto", "pair", "mark"))
        verdict = lambda: self.verdict(True)
        if kind == "saddr" or kind == "pair":
            if self.family == "ip6":
                return f"ip6 saddr vmap {{ 2001:db8::/64 : {verdict()}, fd99::1 : {verdict()} }}"
            if kind == "pair":
                return f"ip saddr . tcp dport vmap {{ 100.64.0.1 . 80 : {verdict()}," \
                       f" 100.64.0.2 . 443 : {verdict()}, 192.0.2.7 . 22 : {verdict()} }}"
            return f"ip saddr vmap {{ 100.64.0.0/12 : {verdict()}, 192.0.2.0/24 : {verdict()}," \
                   f" 100.96.0.0-100.100.255.255 : {verdict()} }}"
        if kind == "state":
            return f"ct state vmap {{ new : {verdict()}, established : {verdict()}, invalid : {verdict()} }}"
        if kind == "dport":
            return f"{self.choice(('tcp', 'udp', 'meta l4proto { tcp, udp } th'))} dport vmap" \
                   f" {{ 22 : {verdict()}, 80-443 : {verdict()}, 8080 : {verdict()} }}"
        if kind == "iif":
            return f'iifname vmap {{ "eth0" : {verdict()}, "lo" : {verdict()} }}'
        if kind == "mark":
            return f"meta mark vmap {{ 0x1 : {verdict()}, 0x0 : {verdict()} }}"
        return f"meta l4proto vmap {{ tcp : {verdict()}, icmp : {verdict()}, udp : {verdict()} }}"

    def mark(self):
        return self.choice(("0x1", "0x2", "0x3", "0x10", "0xff"))

    def setting(self):
        named = [n for k, n in self.sets if k == "mark_map"]
        pool = [f"meta mark set {self.mark()}", f"meta mark set meta mark or {self.mark()}",
                f"meta mark set meta mark and 0xf0 xor {self.mark()}", f"ct mark set {self.mark()}",
                "ct mark set meta mark", "meta mark set ct mark",
                f"meta mark set tcp dport map {{ 22 : {self.mark()}, 80 : {self.mark()} }}"]
        if named:
            pool += [f"meta mark set tcp dport map @{self.choice(named)}"] * 3
        if self.hook in ("prerouting", "output") and self.kind == "filter":
            pool += ["notrack"] * 3
        return self.choice(pool)

    def nat(self):
        v4 = self.family == "ip" or self.family == "inet" and self.random.random() < .7
        family = "" if self.family != "inet" else ("ip " if v4 else "ip6 ")
        port = self.choice((80, 443, 8080, 22))
        l4 = self.choice(("meta l4proto tcp ", "meta l4proto udp ", "meta l4proto { tcp, udp } "))
        if self.hook in ("prerouting", "output"):
            to = self.choice(("10.0.1.10", "172.17.0.2", "10.0.0.10") if v4
                             else ("fd00:1::10", "fd00:17::2", "fd00::10"))
            if self.hook == "output":
                return "counter"
            written = to if v4 else f"[{to}]"
            pool = [f"{l4}redirect to :{port}", f"{l4}dnat {family}to {written}:{port}",
                    f"dnat {family}to {to}", "redirect"]
            if v4:
                pool.append(f"dnat {family}to ip saddr map {{ 100.64.0.1 : 10.0.1.10,"
                            " 100.65.0.0/16 : 172.17.0.2 }")
            return self.choice(pool)
        to = "172.17.0.1" if v4 else "fd00:17::1"
        if self.hook == "postrouting":
            return self.choice((f"snat {family}to {to}", "masquerade", "accept"))
        return self.choice(("accept", "counter"))

    def match(self):
        r = self.random
        pools = [self.address, self.address, self.address, self.port, self.port, self.port, self.state,
                 self.device, self.proto, self.proto, self.marked, self.flags, self.icmp, self.fib,
                 self.pair, self.odd, self.named, self.limit, self.header]
        if self.family == "netdev":
            pools = [self.address, self.address, self.port, self.proto, self.flags, self.icmp,
                     self.limit, self.header]
        if r.random() < .001:
            return self.open()
        return self.choice(pools)()

    def neg(self, share=.25):
        return "!= " if self.random.random() < share else ""

    def address(self):
        v6 = self.family == "ip6" or self.family in ("inet", "netdev") and self.random.random() < .25
        nets, ranges, head = (NETS6, RANGES6, "ip6") if v6 else (NETS4, RANGES4, "ip")
        nets = [n for n in nets if n not in ("0.0.0.0/0", "::/0")]
        if self.random.random() < .2:
            dest = self.choice(DESTS6 if v6 else DESTS4)
            return f"{head} daddr {self.neg()}{dest}"
        kind = self.choice(("one", "one", "set", "range", "mask", "order"))
        if kind == "set":
            pool = [n for n in nets if n not in ("100.64.0.0/10", "2001:db8::/32", "100.64.0.0/12")]
            pool = [n for n in pool if not n.startswith("100.64.0.") or n == "100.64.0.0/24"]
            pool = [n for n in pool if n != "2001:db8::2/128"]
            return f"{head} saddr {self.neg()}{{ {', '.join(self.some(pool, 1, 3))} }}"
        if kind == "range":
            return f"{head} saddr {self.neg()}{self.choice(ranges)}"
        if kind == "mask" and not v6:
            return self.choice((f"ip saddr & 255.255.0.0 == 100.64.0.0", "ip saddr & 0.0.0.255 == 0.0.0.1",
                                "ip saddr & 255.0.0.255 != 100.0.0.1", "ip saddr & 255.192.0.0 != 100.64.0.0"))
        if kind == "order":
            return f"{head} saddr {self.choice(('<', '>', '<=', '>='))} " + \
                self.choice(SOURCES6 if v6 else SOURCES4)
        return f"{head} saddr {self.neg()}{self.choice(nets)}"

    def port(self):
        head = self.choice(("tcp", "tcp", "tcp", "udp", "meta l4proto { tcp, udp } th"))
        which = "sport" if self.random.random() < .1 else "dport"
        kind = self.choice(("one", "one", "set", "range", "order"))
        if which == "sport":
            return f"{head} sport {self.choice(('>= 1024', '< 1024', '!= 1-1023', '30000-40000'))}"
        if kind == "set":
            return f"{head} dport {self.neg()}{{ {', '.join(self.ports(3))} }}"
        if kind == "range":
            return f"{head} dport {self.neg()}{self.choice(('1-1023', '80-443', '8000-9000'))}"
        if kind == "order":
            return f"{head} dport {self.choice(('< 80', '<= 80', '> 80', '>= 443'))}"
        return f"{head} dport {self.neg()}{self.choice(PROBED)}"

    def state(self):
        return self.choice(("ct state new", "ct state established", "ct state new,established",
                            "ct state established,related", "ct state invalid", "ct state != new",
                            "ct state != { established, related }", "ct state { new, untracked }",
                            "ct state untracked", "ct state ! new,related", "ct state == new",
                            "ct direction original", "ct direction reply", "ct status dnat",
                            "ct status ! snat,dnat", "ct status seen-reply",
                            "ct original ip daddr 10.0.0.10" if self.family != "ip6" else "ct state new",
                            "meta l4proto tcp ct original proto-dst 80"))

    def device(self):
        into = self.hook in ("prerouting", "input", "forward", "ingress", "")
        if self.hook in ("output", "postrouting") or self.hook == "forward" and self.random.random() < .5:
            return self.choice(('oifname "eth0"', 'oifname != "eth0"', 'oifname "c*"', 'oif "c0"',
                                'oifname { "eth1", "c0" }', 'iifname "eth0"', 'iifname ""'
                                if False else 'iifname != "eth1"'))
        return self.choice(('iifname "eth0"', 'iifname "eth1"', 'iifname "lo"', 'iifname != "lo"',
                            'iifname "eth*"', 'iifname != "eth*"', 'iif "eth0"', 'iif != "eth0"',
                            'iifname { "eth0", "lo" }', 'iifname != { "eth1", "lo" }', 'iif "lo"'))

    def proto(self):
        pool = ["meta l4proto tcp", "meta l4proto udp", "meta l4proto != tcp",
                "meta l4proto { tcp, udp }", "meta l4proto icmp", "meta l4proto ipv6-icmp"]
        if self.family in ("inet",):
            pool += ["meta nfproto ipv4", "meta nfproto ipv6", "meta nfproto != ipv4"]
        if self.family in ("inet", "netdev", "ip"):
            pool += ["ip protocol tcp", "ip protocol != udp", "ip protocol { icmp, udp }"]
        if self.family in ("inet", "netdev"):
            pool += ["meta protocol ip", "meta protocol ip6"]
        if self.family in ("inet", "ip6", "netdev"):
            pool += ["ip6 nexthdr tcp", "ip6 nexthdr { udp, ipv6-icmp }"]
        return self.choice(pool)

    def marked(self):
        return self.choice(("meta mark 0x1", "meta mark != 0x0", "meta mark 0x0", "meta mark & 0x1 == 0x1",
                            "meta mark & 0xf != 0x3", "meta mark 0x1-0x10", "meta mark { 0x1, 0x3 }",
                            "ct mark 0x1", "ct mark != 0x0", "ct mark & 0xf == 0x1", "ct mark 0x0"))

    def flags(self):
        return self.choice(("tcp flags syn", "tcp flags & (fin | syn | rst | ack) == syn",
                            "tcp flags & (syn | ack) != syn", "tcp flags == syn", "tcp flags != syn",
                            "tcp flags & (fin | syn) == (fin | syn)", "tcp flags ! ack",
                            "tcp flags { syn, ack }", "tcp flags syn,ack", "tcp flags & ack == ack"))

    def icmp(self):
        pool = []
        if self.family != "ip6":
            pool += ["icmp type echo-request", "icmp type { echo-request, echo-reply }",
                     "icmp type != echo-request", "icmp type echo-reply", "icmp code 0"]
        if self.family != "ip":
            pool += ["icmpv6 type echo-request", "icmpv6 type { echo-reply, nd-neighbor-solicit }",
                     "icmpv6 type != echo-request"]
        return self.choice(pool)

    def fib(self):
        if self.hook not in ("prerouting", "input", "forward") or self.kind == "nat":
            return "meta l4proto tcp"
        pool = ["fib daddr type local", "fib daddr type != local", "fib saddr type local",
                "fib daddr type { local, broadcast }"]
        if self.hook == "prerouting":
            pool += ["fib saddr . iif oif missing", "fib saddr . iif oif exists"]
        return self.choice(pool)

    def pair(self):
        if self.family == "ip6":
            return "ip6 saddr . tcp dport { 2001:db8::/64 . 80, fd99::1 . 22-443 }"
        return self.choice((
            f"ip saddr . tcp dport {self.neg()}{{ 100.64.0.0/24 . 80, 192.0.2.7 . 22-443 }}",
            'iifname . ip saddr { "eth0" . 100.64.0.1, "eth1" . 100.64.0.2 }',
            "ip saddr . ip daddr { 100.64.0.1 . 10.0.0.10, 100.65.3.4 . 10.0.1.10 }",
            "meta l4proto . ip saddr { tcp . 100.64.0.1, udp . 100.65.3.4 }"))

    def limit(self):
        pool = ["limit rate 100000/second burst 10000 packets", "limit rate 2/hour burst 3 packets",
                "limit rate over 3/minute burst 4 packets", "limit rate over 50000/second",
                "limit rate 1 mbytes/second"]
        if self.family != "netdev":
            pool += ["ct count over 1000", "ct count 2000"]
        return self.choice(pool)

    def header(self):
        """Fields that the probes have in common."""
        pool = ["meta length 28-65535", "meta length < 28"]
        if self.random.random() < .05:
            pool += ["meta length > 2000", "meta length 28-1500"]
        if self.family != "ip6":
            pool += ["ip ttl 1-255", "ip ttl 0", "ip ttl != 0"]
            if self.random.random() < .03:
                pool += ["ip dscp cs1"]
        if self.family not in ("ip", "netdev"):
            pool += ["ip6 hoplimit 1-255"]
        return self.choice(pool)

    def open(self):
        """What no verdict can rest on: the clock, chance, a program's owner."""
        pool = ['meta hour "08:00"-"18:00"', "numgen random mod 2 0", "numgen inc mod 3 < 2",
                'meta day "Sunday"']
        if self.hook in ("output", "postrouting"):
            pool += ["meta skuid 0", "meta skgid != 0"]
        return self.choice(pool)

    def odd(self):
        return self.choice(("meta pkttype host", "meta pkttype != host", 'comment "a { b; c"'
                            if False else "meta pkttype { unicast, multicast }",
                            'log prefix "x, y: "', "counter",
                            "ip frag-off & 0x1fff != 0" if self.family != "ip6" else "counter"))

    def named(self):
        r = self.random
        pool = []
        for kind, name in self.sets:
            if kind == "v4":
                pool.append(f"ip saddr {self.neg()}@{name}")
            elif kind == "v6":
                pool.append(f"ip6 saddr {self.neg()}@{name}")
            elif kind == "port":
                pool.append(f"{self.choice(('tcp', 'udp'))} dport {self.neg()}@{name}")
            elif kind == "pair":
                pool.append(f"ip saddr . tcp dport {self.neg()}@{name}")
            elif kind == "ifname":
                pool.append(f"iifname {self.neg()}@{name}")
            elif kind == "state":
                pool.append(f"ct state {self.neg()}@{name}")
        return self.choice(pool) if pool else self.port()
