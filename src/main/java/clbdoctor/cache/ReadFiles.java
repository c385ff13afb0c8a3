package clbdoctor.cache;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What reading files gave, by the files' names and whole texts: an edited file is never mistaken
 * for the one read before. Only good files are kept; a bad one is read again each time, and tells
 * again what is wrong.
 *
 * <p>On disk: the program's identity, then for each file its name, text and value, and a CRC-32
 * over everything. Whatever does not fit is ignored and written anew.
 */
public final class ReadFiles {
  private static final int CHECKSUM_BYTES = Long.BYTES;

  /** Parts of the bytes that were read, not copies. */
  private record Entry(ByteBuffer text, ByteBuffer value) {}

  private record Kept(String text, Record value) {}

  private final String identity;
  private final Optional<Path> own;
  private final List<Map<String, Entry>> known = new ArrayList<>();
  private final Map<String, Entry> learnt = new LinkedHashMap<>();
  private final RecordCodec codec = new RecordCodec();
  private final Map<String, Kept> ofThisRun = new HashMap<>();
  private boolean remembers;
  private boolean grown;

  private ReadFiles(String identity, Optional<Path> own) {
    this.identity = identity;
    this.own = own;
  }

  /** Remembers nothing. */
  public static ReadFiles none() {
    return new ReadFiles("", Optional.empty());
  }

  /**
   * What earlier runs left.
   *
   * @param identity of the program that reads: another may read the same text differently
   * @param shipped what came with the program; as trustworthy as the program itself
   * @param own what is the user's own, read and written; heeded only if nobody else can write it
   */
  public static ReadFiles of(String identity, Path shipped, Path own) {
    ReadFiles read = new ReadFiles(identity, Optional.of(own));
    read.load(shipped);
    if (PrivateFile.isOwn(own)) {
      read.load(own).ifPresent(read.learnt::putAll);
    }
    return read;
  }

  /** From now on it also recalls what this very run reads: for a program that reads again. */
  public synchronized ReadFiles remembering() {
    remembers = true;
    return this;
  }

  /** What reading this text gave, if it was read before. */
  public synchronized <R extends Record> Optional<R> recall(
      String name, String text, Class<R> type) {
    Kept kept = ofThisRun.get(name);
    if (kept != null && kept.text().equals(text)) {
      return Optional.of(type.cast(kept.value()));
    }
    Optional<R> known = recallEarlier(name, text, type);
    known.ifPresent(value -> remember(name, text, value));
    return known;
  }

  private void remember(String name, String text, Record value) {
    if (remembers) {
      ofThisRun.put(name, new Kept(text, value));
    }
  }

  private <R extends Record> Optional<R> recallEarlier(String name, String text, Class<R> type) {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer bytes = bytes(text);
    return known.stream()
        .flatMap(files -> Optional.ofNullable(files.get(name)).stream())
        .filter(entry -> entry.text.equals(bytes))
        .findFirst()
        .flatMap(entry -> decoded(entry, type));
  }

  private <R extends Record> Optional<R> decoded(Entry entry, Class<R> type) {
    try {
      return Optional.of(type.cast(codec.read(type, entry.value.duplicate())));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Keeps what reading this text gave. */
  public synchronized <R extends Record> void keep(
      String name, String text, Class<R> type, R value) {
    remember(name, text, value);
    if (own.isEmpty()) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      codec.write(type, value, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    learnt.put(name, new Entry(bytes(text), ByteBuffer.wrap(bytes.toByteArray())));
    grown = true;
  }

  /** Writes what this run read, if an earlier one did not read the very same. */
  public synchronized void save() {
    if (!grown) {
      return;
    }
    try {
      PrivateFile.write(own.get(), encoded());
    } catch (IOException | UnsupportedOperationException e) {
      // Without it the next run only takes longer.
      return;
    }
  }

  private Optional<Map<String, Entry>> load(Path path) {
    try {
      ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(path));
      int end = in.limit() - CHECKSUM_BYTES;
      if (end < 0 || in.getLong(end) != checksum(in.slice(0, end))) {
        return Optional.empty();
      }
      in.limit(end);
      if (!string(in).equals(identity)) {
        return Optional.empty();
      }
      Map<String, Entry> files = new LinkedHashMap<>();
      while (in.hasRemaining()) {
        files.put(string(in), new Entry(block(in), block(in)));
      }
      known.add(files);
      return Optional.of(files);
    } catch (IOException | IndexOutOfBoundsException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private byte[] encoded() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    write(bytes(identity), out);
    for (Map.Entry<String, Entry> entry : learnt.entrySet()) {
      write(bytes(entry.getKey()), out);
      write(entry.getValue().text, out);
      write(entry.getValue().value, out);
    }
    out.writeLong(checksum(ByteBuffer.wrap(bytes.toByteArray())));
    return bytes.toByteArray();
  }

  private static void write(ByteBuffer block, DataOutputStream out) throws IOException {
    out.writeInt(block.remaining());
    out.write(block.array(), block.arrayOffset() + block.position(), block.remaining());
  }

  private static ByteBuffer block(ByteBuffer in) {
    int length = in.getInt();
    ByteBuffer block = in.slice(in.position(), length);
    in.position(in.position() + length);
    return block;
  }

  private static String string(ByteBuffer in) {
    ByteBuffer block = block(in);
    int begin = block.arrayOffset() + block.position();
    return new String(block.array(), begin, block.remaining(), StandardCharsets.UTF_8);
  }

  private static long checksum(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
