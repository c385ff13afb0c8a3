"""Sends real packets through the Linux kernel's packet filter, in network namespaces of its own.

Three namespaces: the prober's, the host's and a container's behind the host. One process holds
sockets in all of them. There is no waiting for packets that do not come: an ARP request sent after
the probes passes no filter and keeps the order, so its answer says that all else has arrived.
"""
import ctypes
import os
import socket
import struct
import subprocess

CLONE_NEWNET = 0x40000000
libc = ctypes.CDLL(None, use_errno=True)
PROBER, HOST, CONTAINER = "clbfwp", "clbfwh", "clbfwc"
PORTS = (22, 53, 80, 443, 8080)
HOST4 = {"eth0": "10.0.0.10", "eth1": "10.0.1.10"}
HOST6 = {"eth0": "fd00::10", "eth1": "fd00:1::10"}
CONTAINER4, CONTAINER6 = "172.17.0.2", "fd00:17::2"
# Behind the host of the fixed cases: Docker's bridge, and those of Kubernetes and libvirt.
BRIDGES = (("cni0", "10.244.0.1/24", "k1", ("10.244.0.5/24", "10.244.0.6/24")),
           ("virbr0", "192.168.122.1/24", "k2", ("192.168.122.10/24",)))
MORE_PORTS = (514, 9000, 9090, 30080, 30081, 31000)
MAC = {"p0": "02:00:00:00:00:01", "eth0": "02:00:00:00:00:02", "p1": "02:00:00:00:01:01",
       "eth1": "02:00:00:00:01:02", "c0": "02:00:00:00:02:01", "docker0": "02:00:00:00:02:01",
       "k0": "02:00:00:00:02:02"}


def run(command, check=True):
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    if check and done.returncode:
        raise RuntimeError(command + ": " + done.stderr)
    return done.stdout


def enter(name):
    handle = os.open("/var/run/netns/" + name, os.O_RDONLY)
    if libc.setns(handle, CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns " + name)
    os.close(handle)


def mac_bytes(name):
    return bytes(int(part, 16) for part in MAC[name].split(":"))


def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack("!%dH" % (len(data) // 2), data))
    total = (total >> 16) + (total & 0xffff)
    return ~(total + (total >> 16)) & 0xffff


class Tracking:
    """Connection tracking of this namespace. The kernel takes its time to close such a socket."""

    def __init__(self):
        self.netlink = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12)
        self.netlink.bind((0, 0))

    def forget(self):
        """Empties the table, as conntrack -F does."""
        self.netlink.send(struct.pack("=IHHIIBBH", 20, 1 << 8 | 2, 5, 1, 0, 0, 0, 0))
        error = struct.unpack("=IHHIIi", self.netlink.recv(64)[:20])[5]
        if error:
            raise OSError(-error, "flushing connection tracking")


class Net:
    """The namespaces and the sockets in them."""

    def __init__(self, suffix="", bridge="c0", bridges=(), ports=PORTS):
        self.bridge, self.bridges, self.ports = bridge, bridges, ports
        self.names = [name + suffix for name in (PROBER, HOST, CONTAINER)]
        self.remove()
        self.build()
        prober, host, container = self.names
        enter(prober)
        self.wires = {"eth0": self.wire("p0"), "eth1": self.wire("p1")}
        enter(container)
        self.listeners = self.listen()
        enter(host)
        self.listeners += self.listen()
        self.tracking = Tracking()
        self.fence_number = 0

    def remove(self):
        for name in self.names:
            run("ip netns del " + name, check=False)

    def build(self):
        prober, host, container = self.names
        for name in self.names:
            run("ip netns add " + name)
        inside = {"p0": prober, "p1": prober, "eth0": host, "eth1": host, self.bridge: host,
                  "k0": container}
        for one, two in (("p0", "eth0"), ("p1", "eth1"), ("k0", self.bridge)):
            run(f"ip -n {inside[one]} link add {one} address {MAC[one]} type veth"
                f" peer name {two} netns {inside[two]} address {MAC[two]}")
        for name, space in inside.items():
            at = f"ip netns exec {space} "
            run(at + f"sh -c 'echo 0 > /proc/sys/net/ipv6/conf/{name}/accept_dad;"
                f" echo 1 > /proc/sys/net/ipv6/conf/{name}/addr_gen_mode;"
                f" echo 0 > /proc/sys/net/ipv6/conf/{name}/accept_ra'")
            run(f"ip -n {space} link set {name} up")
        for space in (host, container):
            run(f"ip -n {space} link set lo up")
        self.addresses(host, container)
        for number, bridge in enumerate(self.bridges):
            self.bridged(host, container, number + 100, *bridge)
        for space in (host, container):
            self.sysctls(space)

    @staticmethod
    def bridged(host, container, table, name, address, inner, targets):
        """Another network behind the host, whose members answer by the way they were asked."""
        run(f"ip -n {container} link add {inner} type veth peer name {name} netns {host}")
        run(f"ip -n {host} addr add {address} dev {name}")
        for target in targets:
            run(f"ip -n {container} addr add {target} dev {inner}")
            run(f"ip -n {container} rule add from {target.split('/')[0]} lookup {table}")
        run(f"ip -n {host} link set {name} up")
        run(f"ip -n {container} link set {inner} up")
        run(f"ip -n {container} route add default via {address.split('/')[0]} dev {inner}"
            f" table {table}")

    def addresses(self, host, container):
        for name, four, six, peer4, peer6, peer in (
                ("eth0", "10.0.0.10/24", "fd00::10/64", "10.0.0.1", "fd00::1", "p0"),
                ("eth1", "10.0.1.10/24", "fd00:1::10/64", "10.0.1.1", "fd00:1::1", "p1"),
                (self.bridge, "172.17.0.1/24", "fd00:17::1/64", CONTAINER4, CONTAINER6, "k0")):
            self.address(host, name, four, six, peer4, peer6, peer)
        self.address(container, "k0", "172.17.0.2/24", "fd00:17::2/64", "172.17.0.1",
                     "fd00:17::1", self.bridge)
        run(f"ip -n {host} route add default via 10.0.0.1 dev eth0")
        run(f"ip -n {host} -6 route add default via fd00::1 dev eth0")
        run(f"ip -n {container} route add default via 172.17.0.1")
        run(f"ip -n {container} -6 route add default via fd00:17::1")

    @staticmethod
    def address(space, name, four, six, peer4, peer6, peer):
        run(f"ip -n {space} addr add {four} dev {name}")
        run(f"ip -n {space} -6 addr add {six} dev {name} nodad")
        for address in (peer4, peer6):
            run(f"ip -n {space} neigh replace {address} lladdr {MAC[peer]} dev {name} nud permanent")

    @staticmethod
    def sysctls(space):
        values = {
            "net.ipv4.ip_forward": 1, "net.ipv6.conf.all.forwarding": 1,
            "net.ipv4.icmp_ratelimit": 0, "net.ipv6.icmp.ratelimit": 0,
            # No message counts towards the limits, not even towards the one for all peers.
            "net.ipv4.icmp_ratemask": 0, "net.ipv6.icmp.ratemask": "",
            "net.ipv4.tcp_syncookies": 2, "net.ipv4.conf.all.rp_filter": 0,
            "net.ipv4.conf.eth0.rp_filter": 0, "net.ipv4.conf.eth1.rp_filter": 0,
            "net.ipv4.tcp_timestamps": 0, "net.ipv4.conf.all.accept_local": 0,
            "net.netfilter.nf_conntrack_tcp_timeout_syn_sent": 30,
            "net.netfilter.nf_conntrack_tcp_timeout_syn_recv": 30,
            "net.netfilter.nf_conntrack_tcp_timeout_established": 30,
            "net.netfilter.nf_conntrack_tcp_timeout_close": 30,
            "net.netfilter.nf_conntrack_udp_timeout": 30,
            "net.netfilter.nf_conntrack_udp_timeout_stream": 30,
            "net.netfilter.nf_conntrack_icmp_timeout": 30,
            "net.netfilter.nf_conntrack_icmpv6_timeout": 30}
        for key, value in values.items():
            run(f"ip netns exec {space} sysctl -qw {key}={value}", check=False)

    @staticmethod
    def wire(name):
        wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        wire.bind((name, 0))
        wire.setblocking(False)
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
        return wire

    def listen(self):
        sockets = []
        for port in self.ports:
            server = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind(("::", port))
            server.listen(512)
            server.setblocking(False)
            sockets.append(server)
        for port in self.ports:
            # One socket an address, so that the answer comes from the address asked.
            server = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
            server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_RECVPKTINFO, 1)
            server.bind(("::", port))
            server.setblocking(False)
            sockets.append(server)
        return sockets


class Probe:
    """One packet to send, and what was seen of it."""

    def __init__(self, protocol, source, destination, sport, dport, device):
        self.protocol, self.source, self.destination = protocol, source, destination
        self.sport, self.dport, self.device = sport, dport, device
        self.six = ":" in source
        family = socket.AF_INET6 if self.six else socket.AF_INET
        self.src = socket.inet_pton(family, source)
        self.dst = socket.inet_pton(family, destination)
        self.seen = None
        self.second = None
        self.sequence = 0

    @staticmethod
    def of(line):
        """From a line as line() makes it, without what was seen."""
        _, protocol, source, destination, sport, dport, device = line.split()[:7]
        return Probe(protocol, source, destination, int(sport), int(dport), device)

    def line(self):
        seen = self.seen or "S"
        if seen == "A":
            seen += "," + (self.second or "S")
        return (f"%%packet {self.protocol} {self.source} {self.destination} {self.sport}"
                f" {self.dport} {self.device} {seen}")

    def frame(self, second=False):
        if self.protocol == "tcp":
            number, payload = 6, self.tcp(second)
        elif self.protocol == "udp":
            number, payload = 17, self.udp()
        else:
            number, payload = (58 if self.six else 1), self.echo(second)
        peer = "p" + self.device[-1]
        kind = b"\x86\xdd" if self.six else b"\x08\x00"
        head = mac_bytes(self.device) + mac_bytes(peer) + kind
        if self.six:
            return head + struct.pack("!IHBB", 6 << 28, len(payload), number, 64) + self.src \
                + self.dst + payload
        ip = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(payload), 7, 0x4000, 64, number, 0)
        ip += self.src + self.dst
        return head + ip[:10] + struct.pack("!H", checksum(ip)) + ip[12:] + payload

    def pseudo(self, number, payload):
        return self.src + self.dst + struct.pack("!II", len(payload), number)

    def tcp(self, second):
        flags = 0x10 if second else 0x02
        head = struct.pack("!HHIIBBHHH", self.sport, self.dport, 1001 if second else 1000,
                           (self.sequence + 1) & 0xffffffff if second else 0,
                           0x50, flags, 64240, 0, 0)
        return head[:16] + struct.pack("!H", checksum(self.pseudo(6, head) + head)) + head[18:]

    def udp(self):
        body = struct.pack("!HHHH", self.sport, self.dport, 12, 0) + b"ping"
        return body[:6] + struct.pack("!H", checksum(self.pseudo(17, body) + body) or 0xffff) \
            + body[8:]

    def echo(self, second):
        body = struct.pack("!BBHHH", 128 if self.six else 8, 0, 0, self.sport,
                           2 if second else 1) + b"ping"
        pseudo = self.pseudo(58, body) if self.six else b""
        return body[:2] + struct.pack("!H", checksum(pseudo + body)) + body[4:]

    def key(self):
        return (self.protocol, self.src, self.sport)


class Session:
    """Sends probes through the rules now loaded in the host's namespace."""

    def __init__(self, net):
        self.net = net

    def send(self, probes):
        self.net.tracking.forget()
        by_key = {probe.key(): probe for probe in probes}
        self.drain(by_key, None)
        for probe in probes:
            self.net.wires[probe.device].send(probe.frame())
        self.serve(by_key, "first")
        answered = [probe for probe in probes if probe.seen == "A"]
        for probe in answered:
            self.net.wires[probe.device].send(probe.frame(second=True))
        self.serve(by_key, "second")

    def serve(self, by_key, turn):
        """Lets the packets run, answers datagrams, and takes in what comes back."""
        self.fence()
        self.answer(by_key, turn)
        self.fence()
        self.drain(by_key, turn)

    def answer(self, by_key, turn):
        for server in self.net.listeners:
            while True:
                try:
                    if server.type == socket.SOCK_STREAM:
                        connection, peer = server.accept()
                        if not self.note_arrival("tcp", peer, by_key, turn):
                            connection.send(b"here")
                        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                                              struct.pack("ii", 1, 0))
                        connection.close()
                    else:
                        data, ancillary, _, peer = server.recvmsg(64, 256)
                        self.note_arrival("udp", peer, by_key, turn)
                        if turn == "first":
                            server.sendmsg([data], self.from_address(ancillary), 0, peer)
                except BlockingIOError:
                    break
                except OSError:
                    continue

    @staticmethod
    def from_address(ancillary):
        """Answer from the address that was asked, by whatever interface the routes say."""
        return [(level, kind, data[:16] + b"\0" * 4) for level, kind, data in ancillary]

    def note_arrival(self, protocol, peer, by_key, turn):
        """Whether it is known whose packet it was; masquerading may hide the port too."""
        if turn != "second":
            return True
        address = peer[0]
        if address.startswith("::ffff:"):
            key = (protocol, socket.inet_aton(address[7:]), peer[1])
        else:
            key = (protocol, socket.inet_pton(socket.AF_INET6, address), peer[1])
        probe = by_key.get(key) or self.only(by_key, protocol, peer[1])
        if probe is not None:
            probe.second = "A"
        return probe is not None

    @staticmethod
    def only(by_key, protocol, port):
        """After source translation the sender is told by its port, which is each probe's own."""
        found = [p for p in by_key.values() if p.protocol == protocol and p.sport == port]
        return found[0] if len(found) == 1 else None

    def fence(self):
        """Returns when the host has dealt with all frames sent before."""
        for device, wire in self.net.wires.items():
            self.net.fence_number = (self.net.fence_number + 1) % 200
            number = self.net.fence_number
            digit = device[-1]
            sender = bytes([10, 0, int(digit), 20 + number % 4])
            target = socket.inet_aton(HOST4[device])
            peer = mac_bytes("p" + digit)
            frame = b"\xff" * 6 + peer + b"\x08\x06" + struct.pack("!HHBBH", 1, 0x800, 6, 4, 1) \
                + peer + sender + b"\0" * 6 + target
            wire.send(frame)
            self.await_fence(device, wire, sender)

    def await_fence(self, device, wire, sender):
        for _ in range(2000000):
            try:
                frame = wire.recv(2048)
            except BlockingIOError:
                continue
            if frame[12:14] == b"\x08\x06":
                if frame[20:22] == b"\x00\x02" and frame[38:42] == sender:
                    return
            else:
                self.kept.append(frame)
        raise RuntimeError("no answer to the fence on " + device)

    kept = []

    def drain(self, by_key, turn):
        frames, Session.kept[:] = list(Session.kept), []
        for wire in self.net.wires.values():
            while True:
                try:
                    frames.append(wire.recv(2048))
                except BlockingIOError:
                    break
        if turn is not None:
            for frame in frames:
                self.read(frame, by_key, turn)

    def read(self, frame, by_key, turn):
        kind = frame[12:14]
        if kind == b"\x08\x00":
            self.packet(frame[9 + 14], frame[26:30], frame[30:34], frame[34:], by_key, turn, 20)
        elif kind == b"\x86\xdd":
            self.packet(frame[20], frame[22:38], frame[38:54], frame[54:], by_key, turn, 40)

    def packet(self, protocol, source, destination, body, by_key, turn, head):
        if protocol == 6:
            sport, dport, sequence = struct.unpack("!HHI", body[:8])
            probe = by_key.get(("tcp", destination, dport))
            if probe is not None and probe.dst == source and probe.dport == sport:
                self.note(probe, turn, "R" if body[13] & 4 else "A", sequence)
                if turn == "second" and len(body) > (body[12] >> 4) * 4 and probe.second is None:
                    probe.second = "A"
        elif protocol == 17:
            sport, dport = struct.unpack("!HH", body[:4])
            probe = by_key.get(("udp", destination, dport))
            if probe is not None and probe.dst == source and probe.dport == sport:
                self.note(probe, turn, "A", 0)
        elif protocol in (1, 58):
            self.icmp(protocol, destination, body, by_key, turn, head)

    def icmp(self, protocol, destination, body, by_key, turn, head):
        if body[0] in (0, 129):
            probe = by_key.get(("icmp", destination, struct.unpack("!H", body[4:6])[0]))
            if probe is not None:
                self.note(probe, turn, "A", 0)
            return
        inner = body[8:]
        if head == 20:
            number, src, rest = inner[9], inner[12:16], inner[20:]
        else:
            number, src, rest = inner[6], inner[8:24], inner[40:]
        name = {6: "tcp", 17: "udp", 1: "icmp", 58: "icmp"}.get(number)
        offset = 4 if name == "icmp" else 0
        sport = struct.unpack("!H", rest[offset:offset + 2])[0]
        probe = by_key.get((name, src, sport))
        if probe is not None:
            self.note(probe, turn, ("I" if protocol == 1 else "J") + f"{body[0]}/{body[1]}", 0)

    @staticmethod
    def note(probe, turn, seen, sequence):
        if turn == "first":
            if probe.seen is None:
                probe.seen, probe.sequence = seen, sequence
        elif probe.protocol == "icmp" or seen != "A":
            # A reset after the program closed the connection is no refusal.
            if probe.second is None:
                probe.second = seen
