package clbdoctor.fact;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A part of the situation that somebody looked at, or nobody did. Each is one section of a fact
 * file: its key, the record that an entry becomes, and whether the section is a list.
 */
public enum Subject {
  PLATFORM("platform", Platform.class, false),
  BACK_END("backEnd", BackEnd.class, false),
  LISTENER("listener", Listener.class, false),
  HEALTH_CHECK("healthCheck", HealthCheck.class, false),
  TARGET_STATE("targetState", TargetState.class, false),
  PROBES("probes", Probe.class, true),
  SOCKETS("sockets", ListeningSocket.class, true),
  SERVICE("service", Service.class, false),
  FIREWALL("firewall", FirewallReading.class, true),
  SECURITY_SOFTWARE("securitySoftware", SecuritySoftware.class, true),
  CONTAINERS("containers", PublishedPort.class, true),
  LOAD("load", Load.class, false),
  MEMORY("memory", Memory.class, false),
  DISK_ACTIVITY("diskActivity", DiskActivity.class, false),
  TEST_FILE("testFile", TestFile.class, false),
  CLOCK("clock", Clock.class, false),
  SYSCTLS("sysctls", Sysctl.class, true),
  COUNTERS("counters", Counter.class, true),
  SECURITY_GROUP("securityGroup", SecurityGroup.class, false),
  LOGS("logs", LogLine.class, true),
  CAPTURE("capture", Capture.class, false),
  PROCESSES("processes", ProcessStatus.class, true),
  FILE_DESCRIPTORS("fileDescriptors", FileDescriptors.class, true),
  CONNECTION_COUNTS("connectionCounts", ConnectionCount.class, true),
  APPLICATION_POOLS("applicationPools", ApplicationPool.class, true),
  HTTP_LISTEN_ADDRESSES("httpListenAddresses", HttpListenAddress.class, true),
  TLS_SERVER("tlsServer", TlsServer.class, false),
  DEPENDENCIES("dependencies", Dependency.class, true),
  FIREWALL_RULESETS("firewallRulesets", FirewallRuleset.class, true),
  TCP_WRAPPERS("tcpWrappers", WrapperEntry.class, true),
  SELINUX("selinux", Selinux.class, false),
  ACCESS_DENIALS("accessDenials", AccessDenial.class, true),
  CONTAINER_STATES("containerStates", Container.class, true),
  KUBERNETES_SERVICE("kubernetesService", KubernetesService.class, false),
  NETWORK_POLICIES("networkPolicies", NetworkPolicy.class, true),
  PRESSURE("pressure", PressureStall.class, true),
  CONTROL_GROUPS("controlGroups", ControlGroup.class, true),
  FILE_SYSTEMS("fileSystems", FileSystem.class, true),
  CONNECTION_TRACKING("connectionTracking", ConnectionTracking.class, false),
  ROUTES("routes", Route.class, true),
  REPLY_ROUTES("replyRoutes", ReplyRoute.class, true),
  REVERSE_PATH("reversePath", ReversePathCheck.class, true),
  INTERFACES("interfaces", NetworkInterface.class, true),
  ADDRESS_CONFLICTS("addressConflicts", AddressConflict.class, true),
  NEIGHBOURS("neighbours", Neighbour.class, true),
  NEIGHBOUR_TABLE("neighbourTable", NeighbourTable.class, false),
  NETWORK_ACLS("networkAcls", NetworkAcl.class, true),
  VPC_ROUTE("vpcRoute", VpcRoute.class, false),
  INSTANCE("instance", Instance.class, false),
  LOAD_BALANCER("loadBalancer", LoadBalancer.class, false),
  TARGET_ASSOCIATION("targetAssociation", TargetAssociation.class, false),
  REQUEST_LIMIT("requestLimit", RequestLimit.class, false),
  CHANGES("changes", Change.class, true),
  SURVEYS("surveys", Survey.class, true),
  FAILED_LOOKS("failedLooks", FailedLook.class, true);

  private static final Map<String, Subject> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Subject::key, Function.identity()));

  private static final Map<Class<?>, Subject> BY_TYPE =
      Arrays.stream(values())
          .collect(Collectors.toMap(Subject::type, Function.identity(), (first, same) -> first));

  private final String key;
  private final Class<? extends Observed> type;
  private final boolean list;

  Subject(String key, Class<? extends Observed> type, boolean list) {
    this.key = key;
    this.type = type;
    this.list = list;
  }

  /** The key of the section in a fact file. */
  public String key() {
    return key;
  }

  /** What an entry of the section becomes. */
  public Class<? extends Observed> type() {
    return type;
  }

  /** Whether the section is a list, so that an empty one says: looked, and there is none. */
  public boolean list() {
    return list;
  }

  public static Optional<Subject> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  public static Optional<Subject> ofType(Class<?> type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }
}
