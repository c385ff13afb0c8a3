package clbdoctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room may use which other, and which outside library. */
class RoomsTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** A room and the rooms it may use, besides itself and {@code java.*}. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("cache", Set.of()),
          Map.entry("fact", Set.of()),
          Map.entry("redact", Set.of("fact")),
          Map.entry("firewall", Set.of("fact")),
          Map.entry("collect", Set.of("fact", "firewall")),
          Map.entry("live", Set.of("fact", "firewall", "collect", "text")),
          Map.entry("derived", Set.of("fact", "firewall", "text")),
          Map.entry("diagnosis", Set.of("fact")),
          Map.entry("rulebook", Set.of("cache", "fact", "diagnosis", "text")),
          Map.entry("yaml", Set.of("fact", "diagnosis", "collect", "redact", "cache", "text")),
          Map.entry("report", Set.of("fact", "diagnosis", "text")),
          Map.entry(
              "cli",
              Set.of(
                  "cache",
                  "fact",
                  "firewall",
                  "collect",
                  "live",
                  "derived",
                  "diagnosis",
                  "rulebook",
                  "yaml",
                  "report",
                  "text")));

  /** Where an outside library lives. */
  private static final Map<String, String> HOME =
      Map.of(
          "org.kie.", "rulebook",
          "org.drools.", "rulebook",
          "org.mvel2.", "rulebook",
          "com.fasterxml.", "yaml",
          "javax.net.ssl.", "live",
          "org.apache.hc.", "live",
          "picocli.", "cli");

  private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.]+);");
  private static final Pattern NAMED_IN_BODY =
      Pattern.compile(
          "\\b(org\\.kie|org\\.drools|org\\.mvel2|com\\.fasterxml|org\\.apache\\.hc|picocli)\\.[\\w.]+");
  private static final Pattern PRINTS =
      Pattern.compile("System\\.(out|err|exit)\\b|printStackTrace");
  private static final Pattern SOCKETS_AND_PROCESSES =
      Pattern.compile(
          "\\b(ProcessBuilder|Runtime\\.getRuntime\\(\\)\\.exec|java\\.net\\.\\w*Socket|SocketChannel)\\b");

  @Test
  void everyRoomUsesOnlyWhatItMay() throws IOException {
    List<String> trespasses = new ArrayList<>();
    for (Path file : javaFiles()) {
      String text = Files.readString(file);
      String room = room(file);
      Matcher imports = IMPORT.matcher(text);
      while (imports.find()) {
        if (!allowed(room, imports.group(1))) {
          trespasses.add(file + " may not import " + imports.group(1));
        }
      }
      Matcher named = NAMED_IN_BODY.matcher(text);
      while (named.find()) {
        if (!allowed(room, named.group())) {
          trespasses.add(file + " may not name " + named.group());
        }
      }
    }
    assertEquals(List.of(), trespasses);
  }

  @Test
  void onlyTheCommandLinePrintsOrEndsTheProgram() throws IOException {
    assertEquals(List.of(), outside("cli", PRINTS));
  }

  @Test
  void onlyTheLiveRoomOpensSocketsOrStartsProcesses() throws IOException {
    assertEquals(List.of(), outside("live", SOCKETS_AND_PROCESSES));
  }

  @Test
  void everyRoomSaysWhatItIsFor() throws IOException {
    List<Path> silent = new ArrayList<>();
    for (Path file : javaFiles()) {
      if (!Files.exists(file.resolveSibling("package-info.java"))) {
        silent.add(file.getParent());
      }
    }
    assertEquals(List.of(), silent.stream().distinct().toList());
  }

  private static List<String> outside(String home, Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : javaFiles()) {
      if (!room(file).equals(home) && pattern.matcher(Files.readString(file)).find()) {
        found.add(file.toString());
      }
    }
    return found;
  }

  private static boolean allowed(String room, String imported) {
    if (imported.startsWith("java.")) {
      return true;
    }
    if (imported.startsWith("clbdoctor.")) {
      String other = imported.split("\\.")[1];
      return other.equals(room) || MAY_USE.getOrDefault(room, Set.of()).contains(other);
    }
    return HOME.entrySet().stream()
        .anyMatch(home -> imported.startsWith(home.getKey()) && home.getValue().equals(room));
  }

  private static String room(Path file) {
    return SOURCES.resolve("clbdoctor").relativize(file).getName(0).toString();
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
