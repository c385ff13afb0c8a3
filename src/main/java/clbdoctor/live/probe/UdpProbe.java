package clbdoctor.live.probe;

import clbdoctor.collect.probe.ProbeBuilder;
import clbdoctor.fact.Observed;
import clbdoctor.fact.ProbeMethod;
import clbdoctor.fact.ProbeOutcome;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A datagram to the port. The socket is connected, so that an ICMP port unreachable comes to it,
 * udp(7).
 */
final class UdpProbe {
  private static final int LARGEST = 65_535;

  private UdpProbe() {}

  static List<Observed> send(PlannedProbe plan, Bytes bytes, ProbeMethod method) {
    Deadline deadline = new Deadline(plan.waitMillis());
    ProbeBuilder probe =
        new ProbeBuilder(method, ProbeOutcome.TIMED_OUT).port(Optional.of(plan.port()));
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(plan.address().toString(), plan.port()));
      byte[] data = bytes.array();
      socket.send(new DatagramPacket(data, data.length));
      socket.setSoTimeout(deadline.leftMillis());
      DatagramPacket answer = new DatagramPacket(new byte[LARGEST], LARGEST);
      socket.receive(answer);
      byte[] received = Arrays.copyOf(answer.getData(), answer.getLength());
      probe.outcome(ProbeOutcome.ANSWERED).answer(Optional.of(Bytes.of(received).toString()));
    } catch (SocketTimeoutException e) {
      probe.outcome(ProbeOutcome.TIMED_OUT);
    } catch (IOException e) {
      probe.outcome(ConnectFailure.outcome(e));
    }
    return List.of(probe.latencyMillis(Optional.of(deadline.elapsedMillis())).build(plan.from()));
  }
}
