#!/usr/bin/env python3
"""Measures clb-doctor beside its peers, in turns within one run, and writes FIGURES.md.

Usage: figures.py [--quick] [REPORTS ...]     after: mvn -q -DskipTests package

REPORTS are the numbers of reports to read in one process: 10000 100000 unless given.

Needs python3-yaml; compares with CLIPS (Debian package clips) where it is installed. --quick takes fewer and smaller
rounds, writes nothing, and fails when a ratio is more than 30 % above the one in FIGURES.md.
"""
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DOCTOR = os.path.join(ROOT, "target/clb-doctor")
SAMPLE = os.path.join(ROOT, "facts-samples/listens-on-loopback-only.yaml")
FIGURES = os.path.join(HERE, "FIGURES.md")
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin/java") if os.environ.get("JAVA_HOME") else "java"
WORSE = 1.3


def run(command, folder=None, environment=None):
    """Seconds and peak resident MiB of one process."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})})
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in (0, 1, 4):
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1024


def in_turns(rounds, commands):
    """Median seconds and MiB of each command, all of them in every round."""
    taken = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            measured = command()
            if turn:
                taken[name].append(measured)
    return {name: tuple(statistics.median(column) for column in zip(*all_)) for name, all_ in taken.items()}


def edited(rules):
    """One diagnosis after a rule was edited: another text each time, with the same meaning."""
    rule = os.path.join(rules, "6-service/no-listener.drl")
    edited.times = getattr(edited, "times", 0) + 1
    text = re.sub(r"^// edit.*\n", "", open(rule).read())
    open(rule, "w").write(f"// edit {os.getpid()} {edited.times}\n" + text)
    return run([DOCTOR, "diagnose", "--rules", rules, SAMPLE], environment={"XDG_CACHE_HOME": rules + ".cache"})


def one_report(work, rounds):
    rules = os.path.join(work, "rules")
    shutil.copytree(os.path.join(ROOT, "rules"), rules)
    return in_turns(rounds, {
        "`java -version`": lambda: run([JAVA, "-version"]),
        "one report": lambda: run([DOCTOR, "diagnose", SAMPLE]),
        "one report after a rule was edited": lambda: edited(rules),
        "one report, nothing remembered": lambda: run([DOCTOR, "diagnose", "--no-cache", SAMPLE]),
    })


def agreement(work, count):
    """How many reports get the fault they were made with as the one confirmed or first cause, and nothing else certain."""
    lines = subprocess.run(
        [DOCTOR, "diagnose", "--format", "jsonl", "--output", os.path.join(work, "answers.jsonl"),
         os.path.join(work, "reports.yaml")], stdin=subprocess.DEVNULL)
    if lines.returncode not in (0, 1, 4):
        sys.exit("diagnose ended with " + str(lines.returncode))
    import json
    truth = [line.split()[1] for line in open(os.path.join(work, "truth.tsv"))]
    right = 0
    with open(os.path.join(work, "answers.jsonl")) as answers:
        for cause, line in zip(truth, answers):
            sure = [c["id"] for c in json.loads(line)["causes"] if c["certainty"] == "CONFIRMED"]
            right += sure == ([] if cause == "none" else [cause])
    return right, count


def many_reports(work, count, rounds):
    subprocess.run(["/usr/bin/python3", os.path.join(HERE, "reports.py"), str(count), work], check=True)
    for name in os.listdir(os.path.join(HERE, "peer")):
        shutil.copy(os.path.join(HERE, "peer", name), work)
    reports = os.path.join(work, "reports.yaml")
    commands = {}
    if shutil.which("clips"):
        commands["CLIPS"] = lambda: run(["clips", "-f2", "run.bat"], folder=work)
    commands["text"] = lambda: run([DOCTOR, "diagnose", "--output", os.devnull, reports, work + "/none"])
    commands["JSON lines"] = lambda: run(
        [DOCTOR, "diagnose", "--format", "jsonl", "--output", os.devnull, reports, work + "/none"])
    os.makedirs(work + "/none", exist_ok=True)
    open(work + "/none/one.yaml", "w").write(open(SAMPLE).read())
    return in_turns(rounds, commands), agreement(work, count)


def version(command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def page(single, several):
    java = version([JAVA, "-version"]).stderr.splitlines()[0]
    rows = [
        "# Figures", "",
        "Written by `src/benchmark/figures.py`; medians of runs in turns; compare within one table, not across machines.", "",
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors; {java}.", "",
        "## One report, whole process", "",
        "| | ms | x `java -version` | MiB resident |", "|---|---|---|---|"]
    base = single["`java -version`"][0]
    for name, (seconds, memory) in single.items():
        rows.append(f"| {name} | {seconds * 1000:.0f} | {seconds / base:.1f} | {memory:.0f} |")
    for count, (figures, (right, all_)) in several.items():
        rows += ["", f"## {count:,} reports, one process", "",
                 f"The whole shipped rule base; {right:,} of {all_:,} reports are given exactly the fault they were made with.", "",
                 "| | s | reports a second | x CLIPS | MiB resident |", "|---|---|---|---|---|"]
        peer = figures.get("CLIPS", (None,))[0]
        for name, (seconds, memory) in figures.items():
            ratio = f"{seconds / peer:.2f}" if peer else "-"
            rows.append(f"| {name} | {seconds:.2f} | {count / seconds:,.0f} | {ratio} | {memory:.0f} |")
    return "\n".join(rows) + "\n"


def ratios(text):
    """Every row's ratio by section and name."""
    found, section = {}, ""
    for line in text.splitlines():
        if line.startswith("## "):
            section = re.sub(r"^[\d,]+ ", "", line[3:])
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        for cell in cells[2:4] if len(cells) >= 4 else []:
            if re.fullmatch(r"\d+\.\d+", cell):
                found.setdefault((section, cells[0]), float(cell))
    return found


def main():
    quick = "--quick" in sys.argv[1:]
    given = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    counts = given or ([2000] if quick else [10_000, 100_000])
    with tempfile.TemporaryDirectory() as work:
        single = one_report(work, 5 if quick else 11)
        several = {count: many_reports(work, count, 1 if quick else 3) for count in counts}
    text = page(single, several)
    print(text)
    if not quick:
        open(FIGURES, "w").write(text)
        return
    known = ratios(open(FIGURES).read())
    worse = [
        f"{name}: {now:.1f} x, was {known[place]:.1f} x"
        for place, now in ratios(text).items()
        for name in [place[1]]
        if place[0].startswith("One report") and place in known and now > WORSE * known[place]]
    if worse:
        sys.exit("slower than FIGURES.md by more than 30 %:\n" + "\n".join(worse))


if __name__ == "__main__":
    main()
