package clbdoctor.collect.cloud;

import clbdoctor.collect.cloud.ClbApiParser.Reading;
import clbdoctor.collect.output.Json;
import clbdoctor.fact.BackEndProtocol;
import clbdoctor.fact.CheckMethod;
import clbdoctor.fact.CloudProvider;
import clbdoctor.fact.ContextEncoding;
import clbdoctor.fact.HealthCheck;
import clbdoctor.fact.HttpMethod;
import clbdoctor.fact.HttpVersion;
import clbdoctor.fact.IpNetwork;
import clbdoctor.fact.Listener;
import clbdoctor.fact.ListenerProtocol;
import clbdoctor.fact.StatusSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to DescribeListeners, of one listener with at most one forwarding rule. */
final class ListenersAnswer {
  private ListenersAnswer() {}

  static Reading read(Map<String, Object> body) {
    List<Map<String, Object>> listeners = Json.objects(body, "Listeners");
    if (listeners.size() != 1) {
      return Reading.none(
          listeners.size() + " listeners; give the answer for the one that is meant");
    }
    Map<String, Object> listener = listeners.get(0);
    List<Map<String, Object>> rules = Json.objects(listener, "Rules");
    if (rules.size() > 1) {
      return Reading.none(
          rules.size() + " forwarding rules; give the answer for the one that is meant");
    }
    Map<String, Object> holder = rules.isEmpty() ? listener : rules.get(0);
    Optional<ListenerProtocol> protocol =
        Json.text(listener, "Protocol").flatMap(name -> constant(ListenerProtocol.values(), name));
    if (protocol.isEmpty()) {
      return Reading.none("the protocol of the listener is not given");
    }
    Listener front = listener(listener, holder, protocol.get());
    Map<String, Object> check = Json.object(holder, "HealthCheck");
    return method(check, protocol.get(), front.backEndProtocol())
        .filter(m -> !check.isEmpty())
        .map(m -> Reading.of(front, check(check, m)))
        .orElseGet(() -> Reading.of(front));
  }

  private static Listener listener(
      Map<String, Object> listener, Map<String, Object> rule, ListenerProtocol protocol) {
    return new Listener(
        protocol,
        Json.number(listener, "Port").filter(p -> p >= 1 && p <= 65535),
        Json.text(rule, "ForwardType").flatMap(name -> constant(BackEndProtocol.values(), name)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Json.text(listener, "ListenerId"),
        Optional.of(CloudProvider.TENCENT));
  }

  /** Without a CheckType layer 4 connects or pings, and layer 7 speaks the back-end protocol. */
  private static Optional<CheckMethod> method(
      Map<String, Object> check, ListenerProtocol protocol, Optional<BackEndProtocol> backEnd) {
    Optional<String> type = Json.text(check, "CheckType");
    if (type.isPresent()) {
      return constant(CheckMethod.values(), type.get());
    }
    return switch (protocol) {
      case TCP, TCP_SSL, QUIC -> Optional.of(CheckMethod.TCP);
      case UDP -> Optional.of(CheckMethod.PING);
      case HTTP, HTTPS -> constant(CheckMethod.values(), backEnd.map(Enum::name).orElse("HTTP"));
    };
  }

  private static HealthCheck check(Map<String, Object> check, CheckMethod method) {
    return new HealthCheck(
        method,
        Json.number(check, "CheckPort").filter(p -> p >= 1 && p <= 65535),
        Json.number(check, "TimeOut"),
        Json.number(check, "IntervalTime"),
        Json.number(check, "HealthNum"),
        Json.number(check, "UnHealthNum"),
        Json.number(check, "HttpCode")
            .filter(c -> c >= 1 && c <= 31)
            .map(c -> StatusSet.parse("" + c)),
        Json.text(check, "HttpCheckPath"),
        Json.text(check, "HttpCheckDomain"),
        Json.text(check, "HttpCheckMethod").flatMap(m -> constant(HttpMethod.values(), m)),
        Json.text(check, "HttpVersion").flatMap(ListenersAnswer::version),
        sources(check),
        Json.number(check, "HealthSwitch").map(on -> on == 1),
        Json.text(check, "SendContext"),
        Json.text(check, "RecvContext"),
        Json.text(check, "ContextType").flatMap(t -> constant(ContextEncoding.values(), t)),
        Json.text(check, "ExtendedCode"),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** SourceIpType 1 is the reserved range; 0 is the virtual address, which is not given here. */
  private static List<IpNetwork> sources(Map<String, Object> check) {
    return Json.number(check, "SourceIpType").filter(type -> type == 1).isPresent()
        ? List.of(IpNetwork.parse("100.64.0.0/10"))
        : List.of();
  }

  private static Optional<HttpVersion> version(String text) {
    return Arrays.stream(HttpVersion.values()).filter(v -> v.toString().equals(text)).findFirst();
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] values, String name) {
    return Arrays.stream(values).filter(v -> v.name().equalsIgnoreCase(name)).findFirst();
  }
}
