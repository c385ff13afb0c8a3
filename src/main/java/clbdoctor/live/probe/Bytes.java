package clbdoctor.live.probe;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes that are sent or came back, in the notation of fact files. */
record Bytes(String hex) {
  private static final int SHOWN = 60;

  static Bytes of(byte[] bytes) {
    return new Bytes(HexFormat.of().formatHex(bytes));
  }

  static Bytes of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] array() {
    return HexFormat.of().parseHex(hex);
  }

  /** The beginning; bytes that are neither visible ASCII nor line breaks as {@code \xHH}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    byte[] bytes = array();
    for (int i = 0; i < Math.min(bytes.length, SHOWN); i++) {
      int value = bytes[i] & 0xff;
      boolean plain = value >= ' ' && value < 0x7f || value == '\r' || value == '\n';
      text.append(plain ? String.valueOf((char) value) : String.format("\\x%02x", value));
    }
    return text.toString();
  }
}
