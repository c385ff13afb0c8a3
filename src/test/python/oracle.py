"""Writes cases: random rulesets as their tool lists them, packets, and what the kernel did to them.

usage: oracle.py KIND CASES SEED FILE      KIND: nft, legacy, ipt

A case is text: a line %%case, one %%ruleset line before each listing, one %%packet line for each
packet with protocol, source, destination, source port, destination port, interface and what came
back: A answered (then, behind a comma, what became of the second packet), S silence, R reset,
I or J an ICMP or ICMPv6 error with type and code.
"""
import os
import random
import subprocess
import sys
import time

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
                code, listing, error = self.nft.cmd("list ruleset")
                return [("nft", listing)]
            if os.environ.get("CLB_ORACLE_DEBUG"):
                sys.stderr.write(error.split("\n")[0] + "\n")
        raise RuntimeError("no ruleset of fifty was accepted: " + error)

    def unload(self):
        self.nft.cmd("flush ruleset")


def loader(kind):
    if kind == "nft":
        return NftLoader()
    import iptables_loader
    return iptables_loader.Loader(kind)


def main():
    kind, cases, seed, path = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
    os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[-1 if kind != "nft" else 0]})
    net = kernel.Net("-" + str(os.getpid()))
    try:
        start = time.time()
        write(net, loader(kind), kind, cases, seed, path)
        print(f"{kind}: {cases} cases, seed {seed}, {time.time() - start:.1f} s")
    finally:
        net.remove()


def write(net, load, kind, cases, seed, path):
    session = kernel.Session(net)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(cases):
            draw = random.Random(f"{kind} {seed} {number}")
            listings = load.load(draw)
            sampler = Sampler(draw)
            sampler.sport = 1024 + number * (PACKETS + 1) % 60000
            probes = sampler.probes(PACKETS)
            session.send(probes)
            out.write(f"%%case {kind} {seed} {number}\n")
            for name, text in listings:
                out.write(f"%%ruleset {name}\n{text.rstrip()}\n")
            for probe in probes:
                out.write(probe.line() + "\n")
    load.unload()


if __name__ == "__main__":
    main()
