package clbdoctor.firewall;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A host in network namespaces, whose kernel real packets are sent to: oracle.py as a server. */
final class KernelHost implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter orders;

  /**
   * @param kind which tool loads the rulesets: nft, legacy, ipt
   * @param processor which one it runs on, counted around
   */
  KernelHost(String kind, int processor) {
    try {
      process =
          new ProcessBuilder("/usr/bin/python3", "oracle.py", kind, String.valueOf(processor))
              .directory(new File("src/test/python"))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    orders =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
  }

  /** Loads a random ruleset and sends its packets. */
  KernelCase random(String seed, long number) {
    return read(ask("case " + seed + " " + number));
  }

  /** Whether the kernel takes these rulesets. */
  boolean load(List<KernelCase.Listing> listings) {
    return ask("load\n" + text(listings) + "%%end").isEmpty();
  }

  /** What the tools now show. */
  List<KernelCase.Listing> listings() {
    return read("%%case -\n" + ask("list")).listings();
  }

  /** What comes of packets that are sent now. */
  List<KernelCase.Sent> send(List<KernelCase.Sent> packets) {
    StringBuilder lines = new StringBuilder("send\n");
    packets.forEach(packet -> lines.append(packet.line()).append('\n'));
    return read("%%case -\n" + ask(lines.append("%%end").toString())).packets();
  }

  /** Runs a shell command on the host; what it printed where it failed, else nothing. */
  String run(String command) {
    return ask("run " + command);
  }

  private static String text(List<KernelCase.Listing> listings) {
    StringBuilder text = new StringBuilder();
    for (KernelCase.Listing listing : listings) {
      text.append("%%ruleset ").append(listing.tool()).append('\n').append(listing.text());
    }
    return text.toString();
  }

  private static KernelCase read(String text) {
    try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
      return KernelCase.read(lines).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String ask(String order) {
    try {
      orders.write(order + "\n");
      orders.flush();
      List<String> lines = new ArrayList<>();
      String line = answers.readLine();
      while (!"%%end".equals(line)) {
        if (line == null) {
          throw new IllegalStateException("the oracle ended after " + lines);
        }
        lines.add(line);
        line = answers.readLine();
      }
      return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      orders.close();
      process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
