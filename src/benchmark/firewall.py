#!/usr/bin/env python3
"""Runs the JMH benchmarks of the firewall verdict and of reading rules, and writes src/docs/figures-firewall.md.

Usage: firewall.py        about eight minutes, with the Java that JAVA_HOME or the path names
"""
import json
import os
import re
import subprocess

import figures

RESULTS = os.path.join(figures.ROOT, "target/benchmarks.json")
PAGE = os.path.join(figures.ROOT, "src/docs/figures-firewall.md")


def words(name):
    """rangeWithABanInEachRule -> range with a ban in each rule"""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z])", " ", name).lower()


def row(result):
    subject, benchmark = result["benchmark"].split(".")[-2:]
    metric = result["primaryMetric"]
    milliseconds = metric["score"] * {"ms/op": 1, "us/op": 0.001, "s/op": 1000}[metric["scoreUnit"]]
    error = float(metric["scoreError"]) / metric["score"] * 100
    size = ", ".join(f"{int(value):,} {name}" if value.isdigit() else words(value)
                     for name, value in result.get("params", {}).items())
    return (words(subject.removesuffix("Benchmark")), words(benchmark), size, f"{milliseconds:,.3f}",
            f"{error:.0f} %", f"{1000 / milliseconds:,.1f}")


def page(results):
    lines = [
        "# Figures of the firewall verdict", "",
        "Written by `src/benchmark/firewall.py` with JMH: the mean of its measured runs, and half the width of its confidence interval.",
        "", f"Java {results[0]['jdkVersion']}, {figures.machine()}; each benchmark uses one.", ""]
    return "\n".join(lines + figures.table(("", "what", "size", "ms", "±", "a second"), map(row, results)))


def main():
    subprocess.run(["mvn", "-B", "-q", "-Pbenchmark", "test"], cwd=figures.ROOT, check=True)
    open(PAGE, "w").write(page(json.load(open(RESULTS))))


if __name__ == "__main__":
    main()
