"""Rule folders of several sizes: some of the shipped causes, or all of them and some a second time."""
import glob
import os
import re
import shutil

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
SIZES = (50, 100, 200, 400, 800)


def rules(folder, wanted):
    """Writes a folder with about so many rules, spread over the steps of the check; gives their number."""
    shutil.rmtree(folder, ignore_errors=True)
    for shared in ("fixes", "observations"):
        shutil.copytree(f"{ROOT}/rules/{shared}", f"{folder}/{shared}")
    causes = sorted(glob.glob(f"{ROOT}/rules/[0-9]*/*.drl"), key=lambda path: (hash_of(path), path))
    size = 0
    for round_ in ("", "-again"):
        for source in causes:
            if size >= wanted:
                return size
            size += copy(source, folder, round_)
    return size


def hash_of(path):
    """Spreads the causes, the same way every time."""
    return sum(map(ord, os.path.basename(path))) * 7919 % 1000


def copy(source, folder, suffix):
    cause = os.path.basename(source)[:-len(".drl")]
    target = os.path.join(folder, os.path.basename(os.path.dirname(source)), cause + suffix)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    text = open(source).read()
    if suffix:
        text = re.sub(r'^rule "', 'rule "again: ', text, flags=re.M).replace(f'"{cause}"', f'"{cause}{suffix}"')
    open(target + ".drl", "w").write(text)
    page = open(source[:-len("drl")] + "yaml").read()
    open(target + ".yaml", "w").write(re.split(r"^cases:", page, flags=re.M)[0])
    return len(re.findall(r"^rule ", text, re.M))
