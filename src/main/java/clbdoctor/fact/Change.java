package clbdoctor.fact;

import java.util.Optional;

/** What was changed shortly before the check began to fail. */
public record Change(
    @About(
            value =
                "SERVERS_REPLACED, SOFTWARE_UPGRADED, TLS_SETTINGS, FIREWALL_RULES, SECURITY_GROUP_RULES or REBOOTED",
            example = "SOFTWARE_UPGRADED")
        ChangeKind kind,
    @About(value = "what exactly", example = "1.29 to 1.30") Optional<String> what)
    implements Observed {

  @Override
  public String sentence() {
    return "before the check began to fail: " + kind + what.map(w -> " (" + w + ")").orElse("");
  }
}
