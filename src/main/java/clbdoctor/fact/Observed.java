package clbdoctor.fact;

/** What somebody saw, or a command printed: an entry of a fact file. */
public sealed interface Observed extends Fact
    permits Platform,
        BackEnd,
        Listener,
        HealthCheck,
        TargetState,
        Probe,
        ListeningSocket,
        Service,
        FirewallReading,
        SecuritySoftware,
        PublishedPort,
        Load,
        Memory,
        DiskActivity,
        TestFile,
        Sysctl,
        Counter,
        SecurityGroup,
        LogLine,
        Capture {}
