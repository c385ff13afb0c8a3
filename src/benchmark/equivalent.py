"""The rules of the peer, as a rule folder: for each of its causes the one shipped rule that says the same, and its fix."""
import glob
import os
import re

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")

# Cause, rule, and the fix in the words of peer/rules.clp.
RULES = [
    ("no-listener", "nothing listens, and the service is stopped", "start the service"),
    ("service-crashed", "the service ended by itself, and nothing tells of a deeper reason",
     "read the log, then restart the service"),
    ("listens-on-loopback-only", "only loopback is listened on", "listen on the private address"),
    ("listens-on-wrong-address", "only another address is listened on", "listen on the private address"),
    ("back-end-port-mismatch", "the service runs on another port, and nobody listens on the bound one",
     "give the listener the port of the service"),
    ("check-port-mismatch", "the service answers on the back-end port, nobody on the port of the check",
     "check the port of the service"),
    ("host-firewall-drops", "the packet filter drops the check", "allow the check source"),
    ("host-firewall-rejects", "the packet filter rejects the check", "allow the check source"),
    ("check-path-wrong", "nothing stands behind the path of the check", "create the page or correct the path"),
    ("server-error", "the program's own code or configuration fails", "repair the application"),
    ("redirect-not-accepted", "redirected to TLS or another path", "accept the redirect or check its target"),
    ("access-denied", "only the check source is turned away", "serve the page to the check"),
    ("check-method-unsupported", "another method is accepted", "check with GET"),
    ("check-domain-wrong", "another Host is accepted where the Host of the check is not",
     "check with a name that the server serves"),
    ("high-cpu-load", "even a static page is late while the processors are used up", "relieve the processor"),
    ("slow-response", "only this page is late, though it is static and its dependencies answer",
     "find what makes the page slow"),
    ("dynamic-test-file", "the computed page is late, a static one is not", "check a static page"),
    ("accept-queue-overflow", "the queue is full and overflows", "find why the service does not accept"),
    ("icmp-echo-ignored", "the kernel ignores the ping of the check", "answer echo requests"),
    ("timeout-not-below-interval", "the timeout reaches the interval", "make the timeout shorter than the interval"),
]

PAGE = "title: {title}\nmeaning: {fix}\n{explains}fixes: [{id}]\n"
FIX = """says: {fix}
precondition: none
risk: LOW
ways:
  - on: {{}}
    steps:
      - says: {fix}
    verify:
      - says: look again
    rollback:
      - says: undo it
"""


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def rules(folder):
    """Writes the folder, and gives its name."""
    for cause, rule, fix in RULES:
        source = glob.glob(f"{ROOT}/rules/*/{cause}.drl")[0]
        layer = os.path.basename(os.path.dirname(source))
        text = re.search(rf'^rule "{re.escape(rule)}"\n.*?^end\n', open(source).read(), re.S | re.M)
        page = open(source[:-len("drl")] + "yaml").read()
        explains = re.search(r"^explains: .*\n", page, re.M)
        fix_id = re.sub("[^a-z]+", "-", fix.lower())
        write(f"{folder}/{layer}/{cause}.drl", text.group(0))
        write(f"{folder}/{layer}/{cause}.yaml", PAGE.format(
            title=re.search(r"^title: (.*)", page, re.M).group(1), fix=fix, id=fix_id,
            explains=explains.group(0) if explains else ""))
        write(f"{folder}/fixes/{fix_id}.yaml", FIX.format(fix=fix))
    return folder
