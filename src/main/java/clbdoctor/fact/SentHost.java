package clbdoctor.fact;

/** The Host that the check sends, where it is known. */
@ComputedFrom(Subject.HEALTH_CHECK)
public record SentHost(HostKind kind) implements Derived {

  @Override
  public String sentence() {
    return switch (kind) {
      case NAME -> "the check sends a domain name as Host";
      case ADDRESS -> "the check sends an address as Host";
      case NONE -> "the check sends no Host";
    };
  }
}
