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
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
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
  private static final Pattern UNIVERSAL =
      Pattern.compile("\\s*Universal time: \\w{3} ([0-9-]{10} [0-9:]{8}) UTC");
  private static final Pattern ROW_OF_TIMEDATECTL =
      Pattern.compile("\\s*[A-Z][\\w() ]{3,30}: .*|Warning: .*|\\s+[\\w/(].*");
  private static final Pattern OTHER_ZONE =
      Pattern.compile("\\w{3} \\w{3} [ 0-9][0-9] [0-9:]{8}(?: [AP]M)? [A-Z]{3,4} [0-9]{4}");

  private static final List<DateTimeFormatter> WITH_OFFSET =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx", Locale.ROOT));
  private static final List<DateTimeFormatter> IN_UTC =
      List.of(
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss 'UTC' yyyy", Locale.ROOT),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss 'GMT' yyyy", Locale.ROOT),
          DateTimeFormatter.ofPattern("EEE MMM ppd hh:mm:ss a 'UTC' yyyy", Locale.ROOT));
  private static final DateTimeFormatter TIMEDATECTL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

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
      Optional<OffsetDateTime> time = rows ? universal(line.text()) : time(line.text().trim());
      time.ifPresent(t -> findings.fact(line, new Clock(new Timestamp(t))));
      if (rows && ROW_OF_TIMEDATECTL.matcher(line.text()).matches()) {
        findings.read(line);
      } else if (OTHER_ZONE.matcher(line.text().trim()).matches()) {
        findings.unread(line, "several zones have that short name; paste date -Iseconds");
      }
    }
    return findings.build();
  }

  private static Optional<OffsetDateTime> universal(String line) {
    Matcher universal = UNIVERSAL.matcher(line);
    return universal.matches()
        ? parsed(
            () -> LocalDateTime.parse(universal.group(1), TIMEDATECTL).atOffset(ZoneOffset.UTC))
        : Optional.empty();
  }

  private static Optional<OffsetDateTime> time(String text) {
    Optional<OffsetDateTime> withOffset =
        WITH_OFFSET.stream()
            .flatMap(form -> parsed(() -> OffsetDateTime.parse(text, form)).stream())
            .findFirst();
    return withOffset.or(
        () ->
            IN_UTC.stream()
                .flatMap(
                    form ->
                        parsed(() -> LocalDateTime.parse(text, form).atOffset(ZoneOffset.UTC))
                            .stream())
                .findFirst());
  }

  private static Optional<OffsetDateTime> parsed(java.util.function.Supplier<OffsetDateTime> form) {
    try {
      return Optional.of(form.get());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
