package clbdoctor.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

  private record Entry(byte[] text, byte[] value) {}

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
    byte[] bytes = bytes(text);
    return known.stream()
        .flatMap(files -> Optional.ofNullable(files.get(name)).stream())
        .filter(entry -> Arrays.equals(entry.text, bytes))
        .findFirst()
        .flatMap(entry -> decoded(entry, type));
  }

  private <R extends Record> Optional<R> decoded(Entry entry, Class<R> type) {
    try {
      return Optional.of(type.cast(codec.read(type, data(entry.value, 0, entry.value.length))));
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
    learnt.put(name, new Entry(bytes(text), bytes.toByteArray()));
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
      byte[] bytes = Files.readAllBytes(path);
      int end = bytes.length - CHECKSUM_BYTES;
      if (end < 0 || data(bytes, end, CHECKSUM_BYTES).readLong() != checksum(bytes, end)) {
        return Optional.empty();
      }
      DataInputStream in = data(bytes, 0, end);
      if (!in.readUTF().equals(identity)) {
        return Optional.empty();
      }
      Map<String, Entry> files = new LinkedHashMap<>();
      while (in.available() > 0) {
        files.put(in.readUTF(), new Entry(block(in), block(in)));
      }
      known.add(files);
      return Optional.of(files);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private byte[] encoded() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(identity);
    for (Map.Entry<String, Entry> entry : learnt.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().text.length);
      out.write(entry.getValue().text);
      out.writeInt(entry.getValue().value.length);
      out.write(entry.getValue().value);
    }
    out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  private static byte[] block(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  private static DataInputStream data(byte[] bytes, int from, int length) {
    return new DataInputStream(new ByteArrayInputStream(bytes, from, length));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
