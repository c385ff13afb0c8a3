package clbdoctor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One network of namespaces, with a server in it; lab.sh does the work. */
final class Lab implements AutoCloseable {
  static final Path FOLDER = Path.of("src/test/resources/clbdoctor/lab").toAbsolutePath();

  private final String name;

  private Lab(String name) {
    this.name = name;
  }

  static Lab open(String name) {
    Lab lab = new Lab("clblab-" + name);
    lab.close();
    lab.run(Map.of(), "up", lab.name);
    return lab;
  }

  /** Runs commands where they belong: {@code router: ip route …}; without a place on the server. */
  String run(String commands) {
    if (commands.isBlank()) {
      return "";
    }
    for (String place : List.of("router", "source", "peer")) {
      if (commands.startsWith(place + ":")) {
        return run(Map.of(), place, name, commands.substring(place.length() + 1));
      }
    }
    return run(Map.of(), "server", name, commands);
  }

  /** Whether one check of the load balancer passes. */
  boolean checkPasses(Map<String, String> check) {
    return run(check, "check", name).strip().equals("pass");
  }

  @Override
  public void close() {
    run(Map.of(), "down", name);
  }

  private String run(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", FOLDER.resolve("lab.sh").toString()));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      Process process = builder.start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
