package clbdoctor.live;

import clbdoctor.fact.LookFailure;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The run of one look: starts its processes, reads what they print, ends them in time. */
final class Run {

  /** What one look may print; the rest is cut off, and the text is known to be a part. */
  static final int MOST_BYTES = 400_000;

  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)permission denied|operation not permitted|need to be root|must be root|are you root"
              + "|requires elevation|access is denied|authorization failed|not authorized");
  private static final int NO_SUCH_FILE = 2;

  private final Look look;
  private final long deadline;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<Process> processes = new ArrayList<>();
  private boolean interrupted;

  Run(Look look) {
    this.look = look;
    this.deadline = System.nanoTime() + look.limit().toNanos();
  }

  /** What the look printed until it ended, or its time was over, or somebody interrupted it. */
  Caught caught() {
    try {
      Caught first = once();
      if (look.again().isEmpty() || !first.answered()) {
        return first;
      }
      Thread.sleep(look.again().get().toMillis());
      return once();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(LookFailure.INTERRUPTED);
    }
  }

  /** Ends it early; what it printed so far is kept. */
  synchronized void interrupt() {
    interrupted = true;
    processes.forEach(Run::end);
  }

  private Caught once() throws InterruptedException {
    try {
      start();
    } catch (IOException e) {
      return failed(
          String.valueOf(e.getMessage()).contains("error=" + NO_SUCH_FILE + ",")
              ? LookFailure.NOT_INSTALLED
              : LookFailure.NOT_PERMITTED);
    }
    Process last = processes.get(processes.size() - 1);
    Thread reader = new Thread(() -> read(last.getInputStream()), "reading " + look.command());
    reader.setDaemon(true);
    reader.start();
    boolean ended = last.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    if (ended) {
      reader.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
    }
    boolean whole = ended && !reader.isAlive();
    processes.forEach(Run::end);
    if (interrupted) {
      return failed(LookFailure.INTERRUPTED);
    }
    return whole ? ending(last.exitValue()) : failed(LookFailure.TIMED_OUT);
  }

  private synchronized void start() throws IOException {
    List<ProcessBuilder> builders = look.stages().stream().map(Run::builder).toList();
    builders.get(0).redirectInput(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"));
    processes.clear();
    processes.addAll(
        builders.size() == 1
            ? List.of(builders.get(0).start())
            : ProcessBuilder.startPipeline(builders));
    if (interrupted) {
      processes.forEach(Run::end);
    }
  }

  private static ProcessBuilder builder(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("SYSTEMD_PAGER", "");
    return builder;
  }

  private void read(InputStream stream) {
    byte[] buffer = new byte[8192];
    try {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        synchronized (printed) {
          printed.write(buffer, 0, Math.min(n, MOST_BYTES + 1 - printed.size()));
        }
      }
    } catch (IOException e) {
      // The process was ended: what it printed before that is kept.
    }
  }

  private Caught ending(int exit) {
    boolean part = text().length() > MOST_BYTES || text().isBlank() && !look.mayBeEmpty();
    if (!part && (exit == 0 || look.answers().contains(exit))) {
      return Caught.answer(look, text());
    }
    return failed(REFUSED.matcher(text()).find() ? LookFailure.NOT_PERMITTED : LookFailure.FAILED);
  }

  private Caught failed(LookFailure failure) {
    return Caught.failed(look, text(), failure);
  }

  private String text() {
    synchronized (printed) {
      return Printable.of(printed.toString(Charset.defaultCharset()));
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
