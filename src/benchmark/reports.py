#!/usr/bin/env python3
"""Writes N field reports, each with one fault or none, for clb-doctor and for CLIPS.

Usage: reports.py N FOLDER

reports.yaml   the reports as a stream of YAML documents
reports.lst    the same facts for CLIPS, one report a line
truth.tsv      number of the report, id of its cause ("none" when nothing is wrong)

The reports are samples of facts-samples, again and again, each time with another address. Needs python3-yaml.
"""
import json
import os
import random
import sys

import yaml

SAMPLES = [
    "healthy", "no-listener", "service-crashed", "listens-on-loopback-only", "listens-on-wrong-address",
    "back-end-port-mismatch", "check-port-mismatch", "host-firewall-drops", "host-firewall-rejects", "check-path-wrong",
    "server-error", "redirect-not-accepted", "access-denied", "check-method-unsupported", "check-domain-wrong",
    "high-cpu-load", "slow-response", "dynamic-test-file", "accept-queue-overflow", "icmp-echo-ignored",
    "timeout-not-below-interval",
]
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../facts-samples")

# The sections and keys that the rules of the peer look at.
SLOTS = {
    "backEnd": ["privateAddress", "port"],
    "listener": ["protocol"],
    "healthCheck": ["method", "port", "timeoutSeconds", "intervalSeconds", "httpMethod", "domain"],
    "targetState": ["state"],
    "sockets": ["protocol", "address", "port", "waiting", "backlog"],
    "service": ["state"],
    "probes": ["from", "method", "outcome", "status", "latencyMillis", "port", "path", "host", "httpMethod"],
    "firewall": ["effect", "packet"],
    "load": ["cpuBusyPercent"],
    "testFile": ["kind"],
    "logs": ["log", "status", "text"],
    "sysctls": ["name", "value"],
}


def slot(value):
    """A value as CLIPS writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return json.dumps(value) if isinstance(value, str) else str(value)


def facts(number, report):
    found = [f"(report (id {number}))"]
    for section, keys in SLOTS.items():
        entries = report.get(section, [])
        for entry in entries if isinstance(entries, list) else [entries]:
            slots = " ".join(f"({key} {slot(entry[key])})" for key in keys if key in entry)
            found.append(f"({section} (id {number}) {slots})")
    return "|".join(found)


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    dice = random.Random(4711)
    texts = [open(os.path.join(FOLDER, name + ".yaml")).read() for name in SAMPLES]
    with open(os.path.join(folder, "reports.yaml"), "w") as documents, \
            open(os.path.join(folder, "reports.lst"), "w") as lists, \
            open(os.path.join(folder, "truth.tsv"), "w") as truth:
        known = {}
        for number in range(1, count + 1):
            name, text = SAMPLES[number % len(SAMPLES)], texts[number % len(SAMPLES)]
            if name not in known:
                known[name] = yaml.safe_load(text)
            report = known[name]
            own = report["backEnd"]["privateAddress"]
            other = f"10.{dice.randrange(8, 250)}.{dice.randrange(250)}.{dice.randrange(1, 250)}"
            documents.write("---\n" + text.replace(own, other))
            lists.write(facts(number, report).replace(own, other) + "\n")
            truth.write(f"{number}\t{'none' if name == 'healthy' else name}\n")


if __name__ == "__main__":
    main()
