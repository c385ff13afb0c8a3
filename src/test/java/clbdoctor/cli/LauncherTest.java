package clbdoctor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher hands to Java; in the place of Java stands a script that shows it. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("src/main/launcher/clb-doctor").toAbsolutePath();
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  @TempDir Path folder;

  @Test
  void manyReportsAreWorthTheOptimizingCompiler() throws Exception {
    Path large = folder.resolve("reports.yaml");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(70L << 20);
    }
    assertEquals(false, handed("diagnose", large.toString()).contains(QUICK_COMPILER));
    assertEquals(true, handed("diagnose", "facts-samples").contains(QUICK_COMPILER));
    assertEquals(true, handed("check", "--with", large.toString()).contains(QUICK_COMPILER));
  }

  @Test
  void aPathOfAnUrlIsNoFolderToMeasure() throws Exception {
    Path measured = folder.resolve("measured");
    script("du", "touch '" + measured + "'");
    handed("check", "--port", "80", "--path", "/");
    assertEquals(false, Files.exists(measured));
  }

  private List<String> handed(String... arguments) throws IOException, InterruptedException {
    script("java", "printf '%s\\n' \"$@\"");
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.toString());
    builder
        .environment()
        .merge("PATH", bin().toString(), (path, own) -> own + File.pathSeparator + path);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    return text.lines().toList();
  }

  private void script(String name, String commands) throws IOException {
    Path script = bin().resolve(name);
    Files.writeString(script, "#!/bin/sh\n" + commands + "\n");
    script.toFile().setExecutable(true);
  }

  private Path bin() throws IOException {
    return Files.createDirectories(folder.resolve("bin"));
  }
}
