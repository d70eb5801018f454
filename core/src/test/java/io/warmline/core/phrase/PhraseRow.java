package io.warmline.core.phrase;

import io.warmline.core.phrase.Interpretation.Resolved;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of a table of phrases: when and where it is spoken, the phrase, and what is expected. */
record PhraseRow(String phrase, PhraseContext context, String first, String last, String time) {

  /** The lines of a resource, each with columns put before it. */
  static Stream<PhraseRow> read(String resource, String before) {
    try (InputStream file = PhraseRow.class.getResourceAsStream("/phrases/" + resource)) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> of(before + line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PhraseRow of(String line) {
    String[] columns = Arrays.copyOf(line.split("\t", -1), 7);
    ZoneId zone = ZoneId.of(columns[1]);
    PhraseContext plain =
        PhraseContext.of(LocalDateTime.parse(columns[0]).atZone(zone).toInstant(), zone);
    return new PhraseRow(
        columns[3],
        with(plain, columns[2]),
        columns[4],
        columns[5],
        columns[6] == null ? "" : columns[6]);
  }

  private static PhraseContext with(PhraseContext context, String settings) {
    PhraseContext changed = context;
    for (String setting : settings.split("[; ]+")) {
      if (!setting.isBlank()) {
        changed = withOne(changed, setting);
      }
    }
    return changed;
  }

  private static PhraseContext withOne(PhraseContext context, String setting) {
    String[] parts = setting.split("=", 2);
    return switch (parts[0]) {
      case "dateOrder" -> context.withDateOrder(DateOrder.valueOf(parts[1]));
      case "hemisphere" -> context.withHemisphere(Hemisphere.valueOf(parts[1] + "ERN"));
      case "fiscalStart" -> context.withFiscalYearStart(Month.of(Integer.parseInt(parts[1])));
      case "contractEnd" -> context.withContractEnd(LocalDate.parse(parts[1]));
      case "holidays" -> {
        Set<LocalDate> days =
            Arrays.stream(parts[1].split(","))
                .map(LocalDate::parse)
                .collect(Collectors.toUnmodifiableSet());
        yield context.withHolidays(days::contains);
      }
      default -> throw new IllegalArgumentException(setting);
    };
  }

  /** What is not as expected; empty if all is. Hours may be fewer than expected, points not. */
  String difference() {
    Interpretation answer = CallbackPhrases.interpret(phrase, context);
    if (!(answer instanceof Resolved resolved)) {
      return first.equals("NONE") ? "" : answer + " instead of " + first + " " + last + " " + time;
    }
    boolean dates =
        resolved.firstDate().toString().equals(first)
            && resolved.lastDate().toString().equals(last);
    return dates && timesFit(resolved)
        ? ""
        : resolved.window() + " instead of " + first + " " + last + " " + time;
  }

  private boolean timesFit(Resolved resolved) {
    if (time.isBlank()) {
      return resolved.from().isBefore(resolved.to());
    }
    String[] ends = time.split("-");
    LocalTime from = LocalTime.parse(ends[0]);
    LocalTime to = LocalTime.parse(ends[1]);
    return !resolved.from().isBefore(from)
        && !resolved.to().isAfter(to)
        && (from.equals(to)
            || phrase.contains("around")
            || resolved.from().isBefore(resolved.to()));
  }

  @Override
  public String toString() {
    return phrase + " [" + context.spokenAt() + "]";
  }
}
