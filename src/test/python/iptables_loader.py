"""Random rulesets of iptables, ip6tables and ipset, of the legacy or the nft back end."""
import os
import subprocess
import time

import rulesets
from rulesets import NETS4, NETS6, PROBED, RANGES4, RANGES6


class Rules:
    """The text of iptables-restore for one family."""

    def __init__(self, draw, six, sets):
        self.draw, self.six, self.sets = draw, six, sets
        self.choice = draw.choice
        self.icmp = "ipv6-icmp" if six else "icmp"

    def text(self):
        out = []
        for name, hooks, share in (("raw", ("PREROUTING", "OUTPUT"), .3),
                                   ("mangle", ("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"), .3),
                                   ("nat", ("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"), .25),
                                   ("filter", ("INPUT", "FORWARD", "OUTPUT"), .95),
                                   ("security", ("INPUT", "FORWARD", "OUTPUT"), .1)):
            if self.draw.random() < share:
                out += self.table(name, hooks)
        return "\n".join(out) + "\n"

    def table(self, name, hooks):
        self.name = name
        lines = ["*" + name]
        for hook in hooks:
            drops = name != "nat" and self.draw.random() < (.3 if hook == "INPUT" else .06)
            lines.append(f":{hook} {'DROP' if drops else 'ACCEPT'} [0:0]")
        users = [f"u{n}" for n in range(self.choice((0, 1, 2, 3)))]
        lines += [f":{user} - [0:0]" for user in users]
        self.targets = []
        for user in users:
            self.hook = ""
            lines += [self.rule(user) for _ in range(self.choice((1, 2, 3)))]
            self.targets.append(user)
        for hook in hooks:
            self.hook = hook
            count = self.choice((0, 1, 2, 3, 5) if hook in ("INPUT", "PREROUTING") else (0, 0, 1, 2))
            lines += [self.rule(hook) for _ in range(count)]
        return lines + ["COMMIT"]

    def rule(self, chain):
        self.tcp = False
        self.any_port = False
        general, matches = self.general(), []
        for _ in range(self.choice((0, 0, 1, 1, 2))):
            matches.append(self.match())
        return " ".join(["-A", chain] + general + matches + [self.target()]).replace("  ", " ")

    def neg(self, share=.2):
        return "! " if self.draw.random() < share else ""

    def general(self):
        parts = []
        roll = self.draw.random()
        if roll < .45:
            parts.append(self.neg() + "-s " + self.choice(self.nets()))
        if self.draw.random() < .12:
            parts.append(self.neg() + "-d " + self.choice(
                rulesets.DESTS6 if self.six else rulesets.DESTS4))
        if self.hook not in ("OUTPUT", "POSTROUTING", "") and self.draw.random() < .2:
            parts.append(self.neg() + "-i " + self.choice(("eth0", "eth1", "lo", "eth+", "c0")))
        if self.hook in ("OUTPUT", "POSTROUTING", "FORWARD") and self.draw.random() < .25:
            parts.append(self.neg() + "-o " + self.choice(("eth0", "eth1", "c0", "c+")))
        roll = self.draw.random()
        if roll < .45:
            parts.append("-p tcp" + self.tcp_options())
            self.tcp = self.any_port = True
        elif roll < .6:
            parts.append("-p udp" + self.choice(("", f" -m udp {self.neg()}--dport {self.ports(True)}")))
            self.any_port = True
        elif roll < .7:
            kind = "icmp6 --icmpv6-type" if self.six else "icmp --icmp-type"
            types = ("128", "129", "128/0", "1") if self.six else ("8", "0", "8/0", "any", "3/1")
            parts.append(f"-p {self.icmp}" + self.choice(("", f" -m {kind[:5].strip()} "
                         f"{self.neg()}{kind.split(' ')[1]} {self.choice(types)}")))
            if " any" in parts[-1]:
                parts[-1] = parts[-1].replace("! ", "")
        elif roll < .76:
            parts.append("! -p " + self.choice(("tcp", "udp", self.icmp)))
        return parts

    def tcp_options(self):
        return self.choice(("", f" -m tcp {self.neg()}--dport {self.ports(True)}",
                            f" -m tcp {self.neg()}--dport {self.ports(True)}",
                            f" -m tcp {self.neg()}--syn", f" -m tcp --sport 1024:65535",
                            " -m tcp --tcp-flags SYN,ACK SYN", " -m tcp ! --tcp-flags ALL SYN",
                            " -m tcp --tcp-flags SYN,FIN SYN,FIN", " -m tcp --tcp-flags ALL NONE"))

    def nets(self):
        return NETS6 if self.six else NETS4 + ("100.64.0.1/255.255.0.255", "100.0.0.2/255.0.0.255")

    def ports(self, one):
        if one:
            return self.choice(("22", "53", "80", "443", "8080", "1:1023", "80:443", "8000:"))
        pool = ["22", "53", "80", "443", "8080", "1:79", "444:65535"]
        return ",".join(self.draw.sample(pool, self.choice((1, 2, 3))))

    def match(self):
        pool = [self.state, self.state, self.mark, self.addrtype, self.iprange, self.other,
                self.nothing, self.limit, self.header]
        if self.draw.random() < .004:
            return self.open()
        if self.any_port:
            pool += [self.multiport, self.multiport]
        if self.sets:
            pool += [self.match_set] * 3
        return self.choice(pool)()

    def limit(self):
        return self.choice((
            "-m limit --limit 9000/sec --limit-burst 5000", "-m limit --limit 2/hour --limit-burst 3",
            "-m hashlimit --hashlimit-above 3/min --hashlimit-burst 4 --hashlimit-mode srcip --hashlimit-name h",
            "-m hashlimit --hashlimit-upto 9000/sec --hashlimit-burst 5000 --hashlimit-mode srcip --hashlimit-name g",
            "-m connlimit --connlimit-above 1000", "-m connlimit --connlimit-upto 2000"))

    def header(self):
        """Fields that the probes have in common."""
        hops = ("-m hl --hl-gt 0", "-m hl --hl-lt 255") if self.six else \
            ("-m ttl --ttl-gt 0", "-m ttl --ttl-lt 255")
        return self.choice(hops + ("-m length --length 28:1500", "-m length ! --length 0:20",
                                   "-m dscp --dscp 0x08", "-m dscp ! --dscp 0x08"))

    def open(self):
        """What no verdict can rest on: the clock, chance, earlier packets, a program's owner."""
        pool = ["-m time --timestart 08:00 --timestop 18:00 --weekdays Mon,Tue",
                "-m statistic --mode random --probability 0.5",
                "-m recent --rcheck --seconds 60 --name r --rsource"]
        if self.hook in ("OUTPUT", "POSTROUTING"):
            pool += ["-m owner --uid-owner 0", "-m owner ! --uid-owner 0"]
        return self.choice(pool)

    def nothing(self):
        return ""

    def state(self):
        neg = self.neg()
        states = ",".join(self.draw.sample(["NEW", "ESTABLISHED", "RELATED", "INVALID", "UNTRACKED"],
                                           self.choice((1, 1, 2, 3))))
        plain = states
        dst = "fd00::10" if self.six else "10.0.0.10"
        return self.choice((f"-m conntrack {neg}--ctstate {states}", f"-m state {neg}--state {plain}",
                            f"-m conntrack {neg}--ctstate {states}",
                            f"-m conntrack --ctstate {states} --ctdir ORIGINAL",
                            f"-m conntrack {neg}--ctorigdstport {self.choice(PROBED)}" if False
                            else f"-m conntrack --ctproto tcp --ctorigdstport {self.choice(PROBED)}",
                            f"-m conntrack {neg}--ctorigdst {dst}", "-m conntrack --ctdir REPLY",
                            "-m conntrack --ctstate DNAT", "-m conntrack ! --ctstate DNAT,NEW",
                            f"-m conntrack {neg}--ctstatus SEEN_REPLY"))

    def mark(self):
        neg = self.neg()
        return self.choice((f"-m mark {neg}--mark 0x1", f"-m mark {neg}--mark 0x1/0x1", f"-m mark {neg}--mark 0x0",
                            f"-m mark {neg}--mark 0x2/0xf", f"-m connmark {neg}--mark 0x1",
                            f"-m connmark {neg}--mark 0x0/0xf"))

    def addrtype(self):
        neg = self.neg()
        return self.choice((f"-m addrtype {neg}--dst-type LOCAL", f"-m addrtype {neg}--src-type LOCAL",
                            f"-m addrtype {neg}--dst-type LOCAL,BROADCAST"
                            if not self.six else f"-m addrtype {neg}--dst-type LOCAL",
                            f"-m addrtype {neg}--src-type LOCAL"))

    def iprange(self):
        return f"-m iprange {self.neg()}--src-range {self.choice(RANGES6 if self.six else RANGES4)}"

    def multiport(self):
        return f"-m multiport {self.neg()}{self.choice(('--dports', '--dports', '--sports', '--ports'))} {self.ports(False)}"

    def match_set(self):
        name, sides = self.choice(self.sets)
        return f"-m set {self.neg()}--match-set {name} {sides}"

    def other(self):
        return self.choice(('-m comment --comment "a -j DROP, \\"b\\""', f"-m pkttype {self.neg()}--pkt-type unicast",
                            "-m comment --comment x"))

    def target(self):
        pool = ["-j ACCEPT"] * 3 + ["-j RETURN", "", '-j LOG --log-prefix "x: "'
                if self.draw.random() < .3 else "-j NFLOG --nflog-group 1"]
        if self.name != "nat":
            pool += ["-j DROP"] * 3
        for user in self.targets:
            pool += [f"-j {user}"] * 2 + [f"-g {user}"]
        if self.name == "filter":
            if self.six:
                kinds = ("icmp6-no-route", "icmp6-adm-prohibited", "icmp6-addr-unreachable",
                         "icmp6-port-unreachable")
            else:
                kinds = ("icmp-net-unreachable", "icmp-host-unreachable", "icmp-proto-unreachable",
                         "icmp-port-unreachable", "icmp-net-prohibited", "icmp-host-prohibited",
                         "icmp-admin-prohibited")
            pool += [f"-j REJECT --reject-with {self.choice(kinds)}"]
            if self.tcp:
                pool += ["-j REJECT --reject-with tcp-reset"]
        if self.name == "mangle":
            pool += [f"-j MARK --set-mark {self.choice(('1', '2', '3/3'))}", "-j MARK --or-mark 1",
                     "-j MARK --and-mark 0xfe", "-j MARK --xor-mark 3",
                     "-j CONNMARK --save-mark", "-j CONNMARK --restore-mark",
                     "-j CONNMARK --set-mark 1", "-j CONNMARK --restore-mark --nfmask 0xf --ctmask 0xf"] * 2
        if self.name == "raw":
            pool += ["-j CT --notrack"] * 2
        if self.name == "nat":
            pool += self.nat() * 4
        return self.choice(pool)

    def nat(self):
        there, away = ("fd00:1::10", "fd00:17::2") if self.six else ("10.0.1.10", "172.17.0.2")
        to = self.choice((there, away))
        if self.hook == "PREROUTING":
            port = self.choice(PROBED)
            with_port = f"[{to}]:{port}" if self.six else f"{to}:{port}"
            pool = [f"-j DNAT --to-destination {to}"]
            if self.any_port:
                pool += [f"-j REDIRECT --to-ports {port}", f"-j DNAT --to-destination {with_port}"]
            return pool
        if self.hook == "POSTROUTING":
            return ["-j MASQUERADE", f"-j SNAT --to-source {'fd00:17::1' if self.six else '172.17.0.1'}"]
        return ["-j ACCEPT"]


def sets(draw):
    """Text of ipset restore, and how rules of each family may use the sets."""
    lines, four, six, lists = [], [], [], []
    for number in range(draw.choice((0, 0, 1, 2, 3))):
        name = f"s{number}"
        kind = draw.choice(("hash:ip", "hash:net", "hash:net6", "hash:ip,port", "hash:net,port", "bitmap:port",
                            "list:set", "hash:net,iface", "nomatch"))
        if kind == "list:set":
            members = [n for n, s in four if s == "src" and n not in lists]
            if not members:
                continue
            lines.append(f"create {name} list:set size 8")
            lines += [f"add {name} {member}" for member in members]
            lists.append(name)
            four.append((name, "src"))
        elif kind == "hash:net6":
            lines.append(f"create {name} hash:net family inet6")
            lines += [f"add {name} {n}" for n in draw.sample([n for n in NETS6 if n != "::/0"], 2)]
            six.append((name, "src"))
        else:
            lines += plain_set(draw, name, kind)
            sides = {"hash:ip": "src", "hash:net": "src", "nomatch": "src", "bitmap:port": "dst",
                     "hash:net,iface": "src,src"}.get(kind, draw.choice(("src,dst", "src,dst", "src,src")))
            four.append((name, sides))
    return "\n".join(lines) + "\n", four, six


def plain_set(draw, name, kind):
    nets = [n for n in NETS4 if n != "0.0.0.0/0"]
    ports = ("tcp:80", "udp:53", "443", "tcp:1-1023", "udp:8080", "icmp:8/0")
    if kind == "hash:ip":
        picked = draw.sample(rulesets.SOURCES4, 3)
        return [f"create {name} hash:ip"] + [f"add {name} {a}" for a in picked]
    if kind == "hash:net":
        return [f"create {name} hash:net"] + [f"add {name} {n}" for n in draw.sample(nets, 3)]
    if kind == "nomatch":
        return [f"create {name} hash:net", f"add {name} 100.64.0.0/10", f"add {name} 100.64.0.0/12 nomatch",
                f"add {name} 100.64.0.0/24", f"add {name} 100.64.0.2/32 nomatch"]
    if kind == "bitmap:port":
        return [f"create {name} bitmap:port range 0-9000"] + \
            [f"add {name} {p}" for p in draw.sample(("80", "443", "8000-8080", "22"), 2)]
    if kind == "hash:net,iface":
        return [f"create {name} hash:net,iface", f"add {name} 100.64.0.0/12,eth0", f"add {name} 192.0.2.0/24,eth1"]
    pool = rulesets.SOURCES4 if kind == "hash:ip,port" else nets
    return [f"create {name} {kind}"] + \
        [f"add {name} {a},{draw.choice(ports)}" for a in draw.sample(list(pool), 3)]


class Loader:
    """Loads with iptables-restore; kind is legacy or ipt."""

    def __init__(self, kind):
        self.suffix = "-legacy" if kind == "legacy" else ""
        self.loaded = False

    def load(self, draw):
        for _ in range(30):
            self.unload()
            set_text, four, six = sets(draw)
            texts = {"iptables": Rules(draw, False, four).text()}
            if draw.random() < .5:
                texts["ip6tables"] = Rules(draw, True, six).text()
            if set_text.strip():
                self.run(["ipset", "restore"], set_text)
            if all(self.restore(tool, text) for tool, text in texts.items()):
                return self.listed(list(texts) + (["ipset"] if set_text.strip() else []))
        raise RuntimeError("no ruleset of thirty was accepted")

    def restore(self, tool, text):
        self.loaded = True
        done = subprocess.run([tool + self.suffix + "-restore"], input=text, text=True, capture_output=True)
        if done.returncode and os.environ.get("CLB_ORACLE_DEBUG"):
            print(done.stderr.strip().split("\n")[0])
        return done.returncode == 0

    def put(self, listings):
        """Loads listings by the tools' names, with or without the suffix of the back end."""
        self.unload()
        try:
            if "ipset" in listings:
                self.run(["ipset", "restore"], listings["ipset"])
            return all(self.restore(tool.removesuffix("-legacy"), text)
                       for tool, text in listings.items() if tool != "ipset")
        except RuntimeError:
            return False

    def listed(self, tools):
        """What the tools show; a tool of the legacy back end has its suffix in the name."""
        found = []
        for tool in tools:
            if tool == "ipset":
                found.append((tool, self.run(["ipset", "save"])))
            else:
                name = tool.removesuffix("-legacy") + self.suffix
                found.append((name, self.run([name + "-save"])))
        return found

    @staticmethod
    def run(command, text=None):
        done = subprocess.run(command, input=text, text=True, capture_output=True)
        if done.returncode:
            raise RuntimeError(" ".join(command) + ": " + done.stderr)
        return done.stdout

    def unload(self):
        if self.suffix:
            for tool in ("iptables", "ip6tables"):
                self.empty(tool)
        else:
            subprocess.run(["nft", "flush", "ruleset"], check=True)
        self.destroy_sets()

    def destroy_sets(self):
        """A list of sets lets go of its members, and a rule of its set, a moment later."""
        for _ in range(2000):
            subprocess.run(["ipset", "flush"], check=False, capture_output=True)
            subprocess.run(["ipset", "destroy"], check=False, capture_output=True)
            if not self.run(["ipset", "list", "-n"]).strip():
                return
            time.sleep(.002)
        raise RuntimeError("sets stay: " + self.run(["ipset", "list"]))

    def empty(self, tool):
        hooks = {"raw": ("PREROUTING", "OUTPUT"),
                 "mangle": ("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"),
                 "nat": ("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"),
                 "filter": ("INPUT", "FORWARD", "OUTPUT"), "security": ("INPUT", "FORWARD", "OUTPUT")}
        lines = []
        for table, chains in hooks.items():
            lines += ["*" + table] + [f":{c} ACCEPT [0:0]" for c in chains] + ["COMMIT"]
        if not self.loaded:
            return
        self.run([tool + self.suffix + "-restore"], "\n".join(lines) + "\n")


class FixedLoader(Loader):
    """Loads listings of nft beside those of iptables, whose back end is nft."""

    def __init__(self, nft):
        super().__init__("ipt")
        self.nft = nft

    def put(self, listings):
        rest = {tool: text for tool, text in listings.items() if tool != "nft"}
        return super().put(rest) and ("nft" not in listings or self.nft.add(listings["nft"]))

    def listed(self, tools):
        shown = super().listed([tool for tool in tools if tool != "nft"])
        return shown + (self.nft.listed(tools) if "nft" in tools else [])
