package clbdoctor.collect.host;

import clbdoctor.collect.output.Block;
import clbdoctor.collect.output.Findings;
import clbdoctor.collect.output.Line;
import clbdoctor.collect.output.OutputParser;
import clbdoctor.collect.output.ReadOutput;
import clbdoctor.collect.output.ShellCommand;
import clbdoctor.fact.Clock;
import clbdoctor.fact.Timestamp;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code date}, date(1), as it is, with {@code -Iseconds} or {@code -R}; {@code timedatectl}(1);
 * {@code Get-Date -Format o} of PowerShell.
 *
 * <pre>
 * 2026-12-01T20:05:00+08:00
 * Tue Dec  1 12:05:00 UTC 2026
 * Tue, 01 Dec 2026 20:05:00 +0800
 *            Universal time: Tue 2026-12-01 12:05:00 UTC
 * </pre>
 *
 * Several countries shorten the names of their zones alike (CST is China's and Chicago's), so that
 * a time with any but UTC and GMT is not read.
 */
public final class DateParser implements OutputParser {
  private static final Pattern ROW_OF_TIMEDATECTL =
      Pattern.compile("\\s*[A-Z][\\w() ]{3,30}: .*|Warning: .*|\\s+[\\w/(].*");
  private static final Pattern OTHER_ZONE =
      Pattern.compile("\\w{3} \\w{3} [ 0-9][0-9] [0-9:]{8}(?: [AP]M)? [A-Z]{3,4} [0-9]{4}");

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx", Locale.ROOT),
          inUtc("EEE MMM ppd [hh:mm:ss a][HH:mm:ss] ['UTC']['GMT'] yyyy"),
          inUtc("'Universal time: 'EEE yyyy-MM-dd HH:mm:ss 'UTC'"));

  @Override
  public String tool() {
    return "date";
  }

  @Override
  public boolean reads(ShellCommand command) {
    return command.program().matches("date|timedatectl|(?i:get-date)");
  }

  @Override
  public boolean begins(Line line) {
    return false;
  }

  @Override
  public ReadOutput parse(Block block) {
    Findings findings = new Findings(tool(), block);
    boolean rows = block.command().filter(c -> c.program().equals("timedatectl")).isPresent();
    for (Line line : block.lines()) {
      String text = line.text().trim();
      FORMS.stream()
          .flatMap(form -> time(text, form).stream())
          .findFirst()
          .ifPresent(time -> findings.fact(line, new Clock(new Timestamp(time))));
      if (rows && ROW_OF_TIMEDATECTL.matcher(line.text()).matches()) {
        findings.read(line);
      } else if (OTHER_ZONE.matcher(text).matches()) {
        findings.unread(line, "several zones have that short name; paste date -Iseconds");
      }
    }
    return findings.build();
  }

  private static DateTimeFormatter inUtc(String pattern) {
    return new DateTimeFormatterBuilder()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
        .toFormatter(Locale.ROOT);
  }

  private static Optional<OffsetDateTime> time(String text, DateTimeFormatter form) {
    try {
      return Optional.of(OffsetDateTime.parse(text, form));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
