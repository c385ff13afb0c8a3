"""Shows what the kernel does to packets: random rulesets as their tool lists them, packets, answers.

usage: oracle.py KIND PROCESSOR      KIND: nft, legacy, ipt, or fixed for rulesets of known
                                     programs, see Server

A case is text: a line %%case, one %%ruleset line before each listing, one %%packet line for each
packet with protocol, source, destination, source port, destination port, interface and what came
back: A answered (then, behind a comma, what became of the second packet), S silence, R reset,
I or J an ICMP or ICMPv6 error with type and code.
"""
import os
import random
import subprocess
import sys

import kernel
import rulesets

PACKETS = 24


class Sampler:
    """Draws the packets of a case."""

    def __init__(self, draw):
        self.draw = draw
        self.sport = 1024

    def probes(self, count):
        self.sport = 1024 + (self.sport + 1 - 1024) % 60000
        made, taken = [], set()
        while len(made) < count:
            probe = self.probe()
            if probe.key() not in taken:
                taken.add(probe.key())
                made.append(probe)
        return made

    def probe(self):
        draw = self.draw
        self.sport = 1024 + (self.sport + 1 - 1024) % 60000
        six = draw.random() < .25
        device = "eth1" if draw.random() < .2 else "eth0"
        roll = draw.random()
        protocol = "tcp" if roll < .62 else "udp" if roll < .84 else "icmp"
        source = draw.choice(rulesets.SOURCES6 if six else rulesets.SOURCES4)
        if draw.random() < .3:
            source = f"2001:db8:{draw.randrange(65536):x}::{draw.randrange(1, 65536):x}" if six \
                else f"100.{draw.randrange(64, 128)}.{draw.randrange(256)}.{draw.randrange(256)}"
        host = kernel.HOST6 if six else kernel.HOST4
        destination = host[device] if draw.random() < .9 else host["eth0"]
        if draw.random() < .06:
            destination = kernel.CONTAINER6 if six else kernel.CONTAINER4
        port = 0 if protocol == "icmp" else draw.choice(kernel.PORTS)
        return kernel.Probe(protocol, source, destination, self.sport, port, device)


class NftLoader:
    """Loads through libnftables, in this process."""

    tool = "nft"

    def __init__(self):
        import nftables
        self.nft = nftables.Nftables()
        self.nft.set_handle_output(True)

    def load(self, draw):
        for _ in range(50):
            text = rulesets.Nft(draw).text()
            code, _, error = self.nft.cmd("flush ruleset\n" + text)
            if code == 0:
                return self.listed(["nft"])
            if os.environ.get("CLB_ORACLE_DEBUG"):
                sys.stderr.write(error.split("\n")[0] + "\n")
        raise RuntimeError("no ruleset of fifty was accepted: " + error)

    def put(self, listings):
        return self.nft.cmd("flush ruleset\n" + listings["nft"])[0] == 0

    def add(self, listing):
        return self.nft.cmd(listing)[0] == 0

    def listed(self, _):
        return [("nft", self.nft.cmd("list ruleset")[1])]

    def unload(self):
        self.nft.cmd("flush ruleset")


def loader(kind):
    if kind == "nft":
        return NftLoader()
    import iptables_loader
    if kind == "fixed":
        return iptables_loader.FixedLoader(NftLoader())
    return iptables_loader.Loader(kind)


def main():
    kind, processor = sys.argv[1], int(sys.argv[2])
    processors = sorted(os.sched_getaffinity(0))
    # The order of packets holds on one processor.
    os.sched_setaffinity(0, {processors[processor % len(processors)]})
    suffix = "-" + str(os.getpid())
    net = kernel.Net(suffix, "docker0", kernel.BRIDGES, kernel.PORTS + kernel.MORE_PORTS) \
        if kind == "fixed" else kernel.Net(suffix)
    try:
        Server(net, kind).run()
    finally:
        net.remove()


def case(load, session, kind, seed, number):
    draw = random.Random(f"{kind} {seed} {number}")
    listings = load.load(draw)
    sampler = Sampler(draw)
    sampler.sport = 1024 + number * (PACKETS + 1) % 60000
    probes = sampler.probes(PACKETS)
    session.send(probes)
    return f"%%case {kind} {seed} {number}\n" + texts(listings) + lines(probes)


def texts(listings):
    return "".join(f"%%ruleset {name}\n{text.rstrip()}\n" for name, text in listings)


def lines(probes):
    return "".join(probe.line() + "\n" for probe in probes)


class Server:
    """Does what lines on standard input ask, and ends each answer with a line %%end.

    case SEED NUMBER    loads a random ruleset and sends its packets; answers with the case
    load                loads the listings that follow, up to %%end; answers refused if it cannot
    list                answers with the listings of what is loaded
    run COMMAND         runs a shell command in the host's namespace; answers with its output
    send                sends the packets that follow, up to %%end; answers with what came of them
    """

    def __init__(self, net, kind):
        self.kind, self.load, self.session = kind, loader(kind), kernel.Session(net)
        self.names = []

    def run(self):
        for line in sys.stdin:
            verb, _, rest = line.strip().partition(" ")
            sys.stdout.write(getattr(self, "do_" + verb)(rest) + "%%end\n")
            sys.stdout.flush()
        self.load.unload()

    def do_case(self, rest):
        seed, number = rest.split()
        try:
            text = case(self.load, self.session, self.kind, seed, int(number))
        except RuntimeError:
            sys.stderr.write(f"case {self.kind} {seed} {number}\n")
            raise
        self.names = [line[10:] for line in text.split("\n") if line.startswith("%%ruleset ")]
        return text

    def do_load(self, _):
        listings, name = {}, None
        for line in self.body():
            if line.startswith("%%ruleset "):
                name = line[10:]
                listings[name] = ""
            else:
                listings[name] += line + "\n"
        self.names = list(listings)
        return "" if self.load.put(listings) else "refused\n"

    def do_list(self, _):
        return texts(self.load.listed(self.names))

    def do_run(self, command):
        done = subprocess.run(command, shell=True, text=True, capture_output=True)
        return "" if done.returncode == 0 else f"failed: {done.stdout}{done.stderr}\n"

    def do_send(self, _):
        probes = [kernel.Probe.of(line) for line in self.body()]
        self.session.send(probes)
        return lines(probes)

    @staticmethod
    def body():
        for line in sys.stdin:
            if line.rstrip("\n") == "%%end":
                return
            yield line.rstrip("\n")


if __name__ == "__main__":
    main()
