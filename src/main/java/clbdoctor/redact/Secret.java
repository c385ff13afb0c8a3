package clbdoctor.redact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The key on which all replacements depend: the same key, the same replacements. */
record Secret(String key) {

  /** 32 bytes that nobody can tell from random ones without the key (SHA-256). */
  byte[] digest(String of) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return sha.digest((key + "\0" + of).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  boolean bit(String of) {
    return (digest(of)[0] & 1) == 1;
  }
}
