package clbdoctor.report;

/** The JSON Schema (2020-12) of a diagnosis. */
public final class DiagnosisSchema {
  private DiagnosisSchema() {}

  public static String text() {
    return Resource.text("diagnosis.schema.json");
  }
}
