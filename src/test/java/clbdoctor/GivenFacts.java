package clbdoctor;

import clbdoctor.fact.Facts;
import clbdoctor.yaml.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Facts for tests, as a person writes them. */
public final class GivenFacts {
  private GivenFacts() {}

  /** The facts of a report without its first line. */
  public static Facts of(String sections) {
    byte[] report = ("schema: 1\n" + sections).getBytes(StandardCharsets.UTF_8);
    try {
      Reports.Outcome outcome = Reports.readAll("given", new ByteArrayInputStream(report)).get(0);
      if (outcome instanceof Reports.Outcome.Read read) {
        return read.report().facts();
      }
      throw new AssertionError(outcome);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
