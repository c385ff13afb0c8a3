package clbdoctor.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A result on its way out that says at its end why it did not get there. */
final class WrittenStream extends PrintStream {
  private final String name;
  private final Bytes bytes;
  private boolean closed;

  private WrittenStream(String name, Bytes bytes, Charset charset) {
    super(new BufferedOutputStream(bytes), false, charset);
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * A file in UTF-8.
   *
   * @throws UnwritableException when there can be no such file
   */
  static WrittenStream toFile(Path file) {
    try {
      return new WrittenStream(
          file.toString(), new Bytes(Files.newOutputStream(file)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UnwritableException(file.toString(), reason(e));
    }
  }

  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    return e instanceof FileSystemException known && known.getReason() != null
        ? known.getReason()
        : e.getClass().getSimpleName().replace("Exception", "");
  }

  /** Standard output of the process: what its terminal shows, else UTF-8. */
  static WrittenStream standardOutput() {
    return new WrittenStream(
        "standard output",
        new Bytes(new FileOutputStream(FileDescriptor.out)),
        Terminal.charset(Terminal.output()));
  }

  /**
   * Writes what is left; a reader such as {@code head} may have had enough before.
   *
   * @throws UnwritableException when something else kept it from being written
   */
  @Override
  public void close() {
    super.close();
    IOException failure = closed ? null : bytes.failure;
    closed = true;
    if (failure != null && !"Broken pipe".equals(failure.getMessage())) {
      throw new UnwritableException(name, failure.getMessage());
    }
  }

  private static final class Bytes extends FilterOutputStream {
    private IOException failure;

    Bytes(OutputStream to) {
      super(to);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      try {
        out.write(some, from, length);
      } catch (IOException e) {
        failure = failure == null ? e : failure;
        throw e;
      }
    }
  }
}
