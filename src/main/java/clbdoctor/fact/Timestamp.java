package clbdoctor.fact;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A point in time, to the second, in the form of RFC 3339: {@code 2026-12-01T20:05:00+08:00}. */
public record Timestamp(OffsetDateTime time) {

  public Timestamp {
    time = time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The time written in {@code text}; an {@link IllegalArgumentException} says what is wrong. */
  public static Timestamp parse(String text) {
    try {
      return new Timestamp(OffsetDateTime.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a time with its offset from UTC; write one such as"
              + " \"2026-12-01T20:05:00+08:00\", as date -Iseconds prints it");
    }
  }

  @Override
  public String toString() {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
