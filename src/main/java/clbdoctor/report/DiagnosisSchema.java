package clbdoctor.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (2020-12) of a diagnosis. */
public final class DiagnosisSchema {
  private DiagnosisSchema() {}

  public static String text() {
    try (InputStream schema = DiagnosisSchema.class.getResourceAsStream("diagnosis.schema.json")) {
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
