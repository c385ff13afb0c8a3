#!/usr/bin/env python3
"""Measures clb-doctor beside its peers, in turns within one run, and writes src/docs/figures.md.

Usage: figures.py [--reports N[,N...]] [JAVA_HOME ...]      all figures, for each Java; about an hour
       figures.py --quick                                   a few figures; fails when one is worse by 30 %, three times

Every Java builds the program anew and measures what it built. Needs Maven, python3-yaml and CLIPS (Debian package
clips). A figure is the median of the runs; a ratio compares processor seconds or times of the same run.
"""
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import equivalent
import growth

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DOCTOR = os.path.join(ROOT, "target/clb-doctor")
SAMPLE = os.path.join(ROOT, "facts-samples/listens-on-loopback-only.yaml")
PAGE = os.path.join(ROOT, "src/docs/figures.md")
WORSE = 1.3
TRIES = 3
VERSION = "`java -version`"


class Figure:
    """What one process took: seconds by the clock, seconds of the processors, MiB resident at most."""

    def __init__(self, wall, cpu, memory):
        self.wall, self.cpu, self.memory = wall, cpu, memory

    @staticmethod
    def median(figures):
        return Figure(*(statistics.median(getattr(f, name) for f in figures) for name in ("wall", "cpu", "memory")))


def run(command, java, folder=None, environment=None):
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "JAVA_HOME": java, **(environment or {})})
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in (0, 1, 4):
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return Figure(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turns(rounds, commands):
    """The median figure of each command; all of them run in every round, and one round is not counted."""
    taken = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            figure = command()
            if turn:
                taken[name].append(figure)
    return {name: Figure.median(all_) for name, all_ in taken.items()}


def build(java):
    subprocess.run(["mvn", "-q", "-DskipTests", "package"], cwd=ROOT, check=True,
                   env={**os.environ, "JAVA_HOME": java})


def version(java):
    text = subprocess.run([os.path.join(java, "bin/java"), "-version"], capture_output=True, text=True, check=True)
    return re.search(r'"(.+?)"', text.stderr).group(1)


def edited(rules, java):
    """One diagnosis after a rule was edited: another text each time, with the same meaning."""
    rule = os.path.join(rules, "6-service/no-listener.drl")
    edited.times = getattr(edited, "times", 0) + 1
    text = re.sub(r"^// edit.*\n", "", open(rule).read())
    open(rule, "w").write(f"// edit {os.getpid()} {edited.times}\n" + text)
    return run([DOCTOR, "diagnose", "--rules", rules, SAMPLE], java, environment={"XDG_CACHE_HOME": rules + ".cache"})


def one_report(work, java, rounds):
    rules = os.path.join(work, "rules")
    shutil.copytree(os.path.join(ROOT, "rules"), rules, dirs_exist_ok=True)
    return in_turns(rounds, {
        VERSION: lambda: run([os.path.join(java, "bin/java"), "-version"], java),
        "one report": lambda: run([DOCTOR, "diagnose", SAMPLE], java),
        "one report after a rule was edited": lambda: edited(rules, java),
        "one report, nothing remembered": lambda: run([DOCTOR, "diagnose", "--no-cache", SAMPLE], java),
    })


def reports(work, count):
    """Writes the reports for both, and the peer's program beside them."""
    subprocess.run(["/usr/bin/python3", os.path.join(HERE, "reports.py"), str(count), work], check=True)
    for name in os.listdir(os.path.join(HERE, "peer")):
        shutil.copy(os.path.join(HERE, "peer", name), work)


def diagnose(work, java, *options):
    return run([DOCTOR, "diagnose", *options, "--output", os.devnull, os.path.join(work, "reports.yaml")], java)


def many_reports(work, count, java, rounds):
    reports(work, count)
    rules = equivalent.rules(os.path.join(work, "equivalent"))
    return in_turns(rounds, {
        VERSION: lambda: run([os.path.join(java, "bin/java"), "-version"], java),
        "CLIPS": lambda: run(["clips", "-f2", "run.bat"], java, folder=work),
        "text": lambda: diagnose(work, java, "--rules", rules),
        "JSON lines": lambda: diagnose(work, java, "--rules", rules, "--format", "jsonl"),
    }), agreeing(work, java, rules)


def agreeing(work, java, rules):
    """How many reports get the same answers from both, of how many."""
    answers = os.path.join(work, "answers.jsonl")
    status = subprocess.run(
        [DOCTOR, "diagnose", "--rules", rules, "--format", "jsonl", "--output", answers,
         os.path.join(work, "reports.yaml")], stdin=subprocess.DEVNULL, env={**os.environ, "JAVA_HOME": java})
    if status.returncode not in (0, 1, 4):
        sys.exit("diagnose ended with " + str(status.returncode))
    theirs = {}
    for line in open(os.path.join(work, "answers.txt")):
        number, cause = line.split()[:2]
        theirs.setdefault(int(number), set()).add(cause)
    ours = [{c["id"] for c in json.loads(line)["causes"]} or {"none"} for line in open(answers)]
    return sum(theirs[number + 1] == causes for number, causes in enumerate(ours)), len(ours)


def whole_rules(work, count, java, rounds):
    reports(work, count)
    return in_turns(rounds, {
        "text": lambda: diagnose(work, java),
        "JSON lines": lambda: diagnose(work, java, "--format", "jsonl"),
    })


def very_many(work, java, count):
    """One run of a file that long: whether a report costs more there, and whether memory grows."""
    reports(work, count)
    rules = equivalent.rules(os.path.join(work, "equivalent"))
    figures = {"JSON lines": diagnose(work, java, "--rules", rules, "--format", "jsonl")}
    os.remove(os.path.join(work, "reports.yaml"))
    return figures


def growing(work, java, few, many):
    """Microseconds of the processors for one more report, by the number of rules."""
    rows = {}
    for count in growth.SIZES:
        folder = os.path.join(work, f"rules-{count}")
        size = growth.rules(folder, count)
        taken = {}
        for number in (few, many):
            reports(work, number)
            taken[number] = in_turns(1, {"": lambda: diagnose(
                work, java, "--rules", folder, "--format", "jsonl")})[""]
        rows[size] = (taken[many].cpu - taken[few].cpu) / (many - few) * 1e6
    return rows


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows] + [""]


def single_rows(figures):
    base = figures[VERSION]
    return [(name, f"{f.wall * 1000:.0f}", f"{f.wall / base.wall:.1f}", f"{f.cpu / base.cpu:.1f}", f"{f.memory:.0f}")
            for name, f in figures.items()]


def many_rows(count, figures):
    peer, base = figures.get("CLIPS"), figures.get(VERSION)
    return [(name, f"{f.wall:.2f}", f"{count / f.wall:,.0f}", f"{f.wall / peer.wall:.2f}" if peer else "-",
             f"{f.cpu / peer.cpu:.2f}" if peer else "-", f"{f.cpu / base.cpu:.0f}" if base else "-", f"{f.memory:.0f}")
            for name, f in figures.items() if f is not base]


SINGLE = ("", "ms", "x `java -version`", "x its processor time", "MiB")
MANY = ("", "s", "reports a second", "x CLIPS", "x its processor time", f"x that of {VERSION}", "MiB")


def measured(java, counts, work):
    lines = [f"## Java {version(java)}", "", "### One report, whole process", ""]
    lines += table(SINGLE, single_rows(one_report(work, java, 15)))
    for count in counts:
        figures, (same, all_) = many_reports(work, count, java, 3)
        lines += [f"### {count:,} reports, one process, the rules that the peer has", "",
                  f"{same:,} of {all_:,} reports get the same answers from both.", ""]
        lines += table(MANY, many_rows(count, figures))
    lines += ["### 1,000,000 reports, one process, the rules that the peer has, one run", ""]
    lines += table(MANY, many_rows(1_000_000, very_many(work, java, 1_000_000)))
    lines += ["### 10,000 reports, one process, all shipped rules", ""]
    lines += table(MANY, many_rows(10_000, whole_rules(work, 10_000, java, 3)))
    lines += ["### More rules", ""]
    lines += table(("rules", "microseconds of the processors for one more report"),
                   [(size, f"{micros:.0f}") for size, micros in growing(work, java, 2_000, 12_000).items()])
    return lines


def machine():
    cpu = re.search(r"model name\s*: (.*)", open("/proc/cpuinfo").read())
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors ({cpu.group(1) if cpu else '?'})"


def page(javas, counts):
    lines = [
        "# Figures", "",
        "Written by `src/benchmark/figures.py`: medians of runs in turns. Compare within one table; another machine has other"
        " figures.", "",
        f"{machine()}, load {os.getloadavg()[0]:.1f} at the begin; Drools {dependency('drools.version')}.", ""]
    with tempfile.TemporaryDirectory() as work:
        for java in javas:
            build(java)
            lines += measured(java, counts, work)
    known = open(PAGE).read() if os.path.exists(PAGE) else ""
    notes = known[known.index("## What bounds them"):] if "## What bounds them" in known else "## What bounds them\n"
    open(PAGE, "w").write("\n".join(lines) + "\n" + notes)


def dependency(name):
    return re.search(rf"<{re.escape(name)}>(.*?)<", open(os.path.join(ROOT, "pom.xml")).read()).group(1)


def quick(java):
    """A few short runs against what stands in the page for the same Java; what is worse each time is a failure."""
    if not os.path.exists(PAGE):
        sys.exit(f"{PAGE} is not there to compare with; write it first: figures.py without --quick")
    known = open(PAGE).read()
    feature = version(java).split(".")[0]
    part = re.search(rf"^## Java {feature}\..*?(?=^## |\Z)", known, re.M | re.S)
    if not part:
        sys.exit(f"{PAGE} has no figures for Java {feature}")
    for _ in range(TRIES):
        wrong = worse(java, part.group(0))
        if not wrong:
            return
        print("worse than " + PAGE + " by more than 30 %:\n" + "\n".join(wrong), flush=True)
    sys.exit(1)


def worse(java, known):
    """What takes more than 30 % longer than the page says, by two ratios to peers of the same run."""
    with tempfile.TemporaryDirectory() as work:
        single = one_report(work, java, 7)
        many, (same, all_) = many_reports(work, 10_000, java, 1)
        rows = single_rows(single) + many_rows(10_000, {**many, VERSION: single[VERSION]})
    for row in rows:
        print(" | ".join(row), flush=True)
    wrong = [] if same == all_ else [f"{all_ - same} of {all_} reports get other answers than from the peer"]
    for name, *cells in rows:
        before = re.search(rf"^\| {re.escape(name)} \|(.*)\|$", known, re.M).group(1).split("|")
        # By the clock and by the processors, or to two peers: one of the two may have a bad day.
        ratios = list(zip(cells[-3:-1], before[-3:-1]))
        if name not in ("CLIPS", VERSION) and all(float(now) > WORSE * float(then) for now, then in ratios):
            wrong.append(f"{name}: {' and '.join(f'{now} x, was {then.strip()} x' for now, then in ratios)}")
    return wrong


def main():
    arguments = sys.argv[1:]
    home = os.environ.get("JAVA_HOME") or os.path.dirname(os.path.dirname(os.path.realpath(shutil.which("java"))))
    if arguments == ["--quick"]:
        quick(home)
        return
    counts = [10_000, 100_000]
    if arguments and arguments[0] == "--reports":
        counts = [int(number) for number in arguments[1].split(",")]
        arguments = arguments[2:]
    page(arguments or [home], counts)


if __name__ == "__main__":
    main()
