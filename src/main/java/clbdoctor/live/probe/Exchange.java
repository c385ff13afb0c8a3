package clbdoctor.live.probe;

import clbdoctor.collect.probe.ProbeBuilder;
import clbdoctor.fact.ProbeOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes over a connection and judges what comes back. */
final class Exchange {
  private static final int MOST_BYTES = 65_536;
  private static final int SERVER_SPEAKS_FIRST = 200;

  /** RFC 9112 §4; servers that end lines with LF alone are understood too. */
  private static final Pattern STATUS =
      Pattern.compile("HTTP/[0-9]\\.[0-9] ([1-9][0-9]{2})(?: [^\r\n]*)?\r?\n[\\s\\S]*");

  private static final Pattern INTERIM =
      Pattern.compile("HTTP/[0-9]\\.[0-9] 1[0-9]{2}[\\s\\S]*?\r?\n\r?\n([\\s\\S]*)");
  private static final Pattern LOCATION =
      Pattern.compile("(?im)^location:[ \t]*([^\r\n]*?)[ \t]*\r?$");

  /** What came back until enough did, the server closed, or time was over. */
  private enum End {
    ENOUGH,
    CLOSED,
    TIME_OVER
  }

  private interface Enough {
    boolean of(String text);
  }

  private final Socket socket;
  private final Deadline deadline;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  private Exchange(Socket socket, Deadline deadline) {
    this.socket = socket;
    this.deadline = deadline;
  }

  /** The header section of the answer, when there is one. */
  static Optional<String> http(
      Socket socket, byte[] request, Deadline deadline, ProbeBuilder probe) {
    Exchange exchange = new Exchange(socket, deadline);
    End end = exchange.run(request, text -> STATUS.matcher(afterInterim(text)).matches());
    String text = afterInterim(exchange.text());
    Matcher status = STATUS.matcher(text);
    if (status.matches()) {
      probe.outcome(ProbeOutcome.ANSWERED).status(Optional.of(Integer.valueOf(status.group(1))));
      String head = exchange.head();
      probe.location(location(head));
      return Optional.of(head);
    }
    exchange.other(end, probe, ProbeOutcome.MALFORMED);
    return Optional.empty();
  }

  static void bytes(Socket socket, byte[] request, Deadline deadline, ProbeBuilder probe) {
    Exchange exchange = new Exchange(socket, deadline);
    End end = exchange.run(request, text -> !text.isEmpty());
    exchange.other(end, probe, ProbeOutcome.ANSWERED);
  }

  private void other(End end, ProbeBuilder probe, ProbeOutcome withBytes) {
    if (received.size() > 0) {
      probe.outcome(withBytes).answer(Optional.of(Bytes.of(received.toByteArray()).toString()));
    } else {
      probe.outcome(
          end == End.TIME_OVER ? ProbeOutcome.CONNECTED_SILENT : ProbeOutcome.CLOSED_AT_ONCE);
    }
  }

  private End run(byte[] request, Enough enough) {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // What the server said before it closed may still be read.
    }
    return read(enough);
  }

  private End read(Enough enough) {
    byte[] buffer = new byte[8192];
    try {
      InputStream in = socket.getInputStream();
      while (received.size() < MOST_BYTES && !enough.of(text())) {
        socket.setSoTimeout(deadline.leftMillis());
        int count = in.read(buffer);
        if (count < 0) {
          return End.CLOSED;
        }
        received.write(buffer, 0, count);
      }
      return End.ENOUGH;
    } catch (SocketTimeoutException e) {
      return End.TIME_OVER;
    } catch (IOException e) {
      return End.CLOSED;
    }
  }

  /** The header section; what is missing of it comes at once or never. */
  private String head() {
    if (!complete(text())) {
      try {
        socket.setSoTimeout(SERVER_SPEAKS_FIRST);
        byte[] buffer = new byte[8192];
        int count;
        while (received.size() < MOST_BYTES
            && !complete(text())
            && (count = socket.getInputStream().read(buffer)) > 0) {
          received.write(buffer, 0, count);
        }
      } catch (IOException e) {
        // The status line is there; headers that do not come are none.
      }
    }
    return afterInterim(text()).split("\r?\n\r?\n", 2)[0];
  }

  private static boolean complete(String text) {
    return afterInterim(text).matches("[\\s\\S]*?\r?\n\r?\n[\\s\\S]*");
  }

  private String text() {
    return received.toString(StandardCharsets.ISO_8859_1);
  }

  private static String afterInterim(String text) {
    Matcher interim = INTERIM.matcher(text);
    return interim.matches() ? afterInterim(interim.group(1)) : text;
  }

  private static Optional<String> location(String head) {
    Matcher matcher = LOCATION.matcher(head);
    return matcher.find()
        ? Optional.of(matcher.group(1)).filter(l -> !l.isEmpty())
        : Optional.empty();
  }
}
