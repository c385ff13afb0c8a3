package clbdoctor.fact;

import java.util.Optional;

/**
 * Something the service needs in order to answer: a database, an upstream server, a name server.
 */
public record Dependency(
    @About(value = "name", example = "mysql 10.0.0.20:3306") String name,
    @About(value = "false when it does not answer", example = "true") boolean available,
    @About(value = "what shows it", example = "connection refused") Optional<String> symptom)
    implements Observed {
  @Override
  public String sentence() {
    return name + " is " + (available ? "" : "not ") + "available";
  }
}
