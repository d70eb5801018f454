package io.warmline.core.phrase;

import io.warmline.core.compliance.HolidayCalendar;
import io.warmline.core.compliance.Jurisdiction;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A table of phrases with their right answers, and how an interpretation does on it.
 *
 * <p>A line with {@code @} says when, where and under which calendar the lines below it are spoken;
 * the others are a phrase, a bar, and the answers that are right, with "or" between them: {@code
 * NONE} (no time), {@code ASK} (no time, or one that is asked about), or days ({@code 12-07} or
 * {@code 12-07..12-11}, with {@code /} between days that are both right and {@code *} for any end)
 * and perhaps a time ({@code 15:00}, or hours within which the answer lies). {@code ASK} before
 * them says that they must be asked about, {@code SURE} that they must not.
 */
record PhraseTable(List<Line> lines) {

  /** How an answer was judged. */
  enum Verdict {
    RIGHT,
    /** Wrong or not understood, but the caller is told to ask. */
    ASKED,
    /** Wrong, and nobody is told. */
    WRONG
  }

  record Line(String phrase, PhraseContext context, String right) {

    Interpretation answer() {
      return CallbackPhrases.interpret(phrase, context);
    }

    Verdict verdict() {
      Interpretation answer = answer();
      LocalDate today = context.spokenAt().toLocalDate();
      if (Arrays.stream(right.split(" or ")).anyMatch(one -> fits(one.strip(), answer, today))) {
        return Verdict.RIGHT;
      }
      return asks(answer) ? Verdict.ASKED : Verdict.WRONG;
    }

    boolean sure() {
      return isSure(answer());
    }

    @Override
    public String toString() {
      String found =
          answer() instanceof Resolved resolved
              ? resolved.window() + " " + resolved.confidence() + " " + resolved.precision()
              : answer().toString();
      return verdict() + " | " + phrase + " | " + right + " | " + found;
    }
  }

  static PhraseTable read(String resource) {
    return read(resource, Language.ENGLISH);
  }

  /** The table as phrases in this language. */
  static PhraseTable read(String resource, Language language) {
    List<Line> lines = new ArrayList<>();
    PhraseContext context = null;
    for (String line : text(resource).lines().toList()) {
      if (line.startsWith("@")) {
        context = context(line.split(" ")).withLanguage(language);
      } else if (!line.startsWith("#") && !line.isBlank()) {
        String[] columns = line.split("\\|");
        lines.add(
            new Line(columns[0].strip(), Objects.requireNonNull(context), columns[1].strip()));
      }
    }
    return new PhraseTable(lines);
  }

  private static String text(String resource) {
    try (InputStream file = PhraseTable.class.getResourceAsStream("/phrases/" + resource)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the customs of the place have it. */
  private static PhraseContext context(String[] words) {
    ZoneId zone = ZoneId.of(words[2]);
    String country = words[3].substring(0, 2);
    HolidayCalendar calendar = HolidayCalendar.of(new Jurisdiction(words[3])).orElseThrow();
    Month fiscal =
        switch (country) {
          case "AU" -> Month.JULY;
          case "IN" -> Month.APRIL;
          default -> Month.JANUARY;
        };
    return PhraseContext.of(LocalDateTime.parse(words[1]).atZone(zone).toInstant(), zone)
        .withDateOrder(country.equals("US") ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST)
        .withHemisphere(country.matches("A[UR]") ? Hemisphere.SOUTHERN : Hemisphere.NORTHERN)
        .withFiscalYearStart(fiscal)
        .withHolidays(day -> calendar.on(day).isPresent())
        .withNamedDays(calendar::in);
  }

  private static boolean asks(Interpretation answer) {
    return !(answer instanceof Resolved resolved) || resolved.needsConfirmation();
  }

  private static boolean isSure(Interpretation answer) {
    return answer instanceof Resolved resolved && resolved.confidence() == Confidence.HIGH;
  }

  private static boolean fits(String right, Interpretation answer, LocalDate today) {
    if (right.startsWith("ASK")) {
      return asks(answer) && (right.equals("ASK") || fits(right.substring(4), answer, today));
    }
    if (right.startsWith("SURE ")) {
      return isSure(answer) && fits(right.substring(5), answer, today);
    }
    if (!(answer instanceof Resolved resolved)) {
      return right.equals("NONE");
    }
    if (right.equals("NONE")) {
      return false;
    }
    String[] parts = right.split(" ");
    String[] days = parts[0].split("\\.\\.");
    return isOneOf(resolved.firstDate(), days[0], today)
        && isOneOf(resolved.lastDate(), days[days.length - 1], today)
        && (parts.length > 1 ? timeFits(resolved, parts[1]) : timeless(resolved));
  }

  private static boolean isOneOf(LocalDate day, String days, LocalDate today) {
    return days.equals("*")
        || Stream.of(days.split("/")).map(one -> date(one, today)).anyMatch(day::equals);
  }

  private static LocalDate date(String text, LocalDate today) {
    if (text.length() > 5) {
      return LocalDate.parse(text);
    }
    LocalDate same = LocalDate.parse(today.getYear() + "-" + text);
    return same.isBefore(today) ? same.plusYears(1) : same;
  }

  private static boolean timeless(Resolved resolved) {
    return resolved.precision().compareTo(Precision.PART_OF_DAY) > 0;
  }

  private static boolean timeFits(Resolved resolved, String time) {
    String[] ends = time.split("-");
    LocalTime from = latest(ends[0], true);
    LocalTime to = latest(ends[ends.length - 1], false);
    if (from.equals(to)) {
      return resolved.from().equals(from) && resolved.to().equals(to);
    }
    return !resolved.from().isBefore(from)
        && !resolved.to().isAfter(to)
        && resolved.from().isBefore(resolved.to());
  }

  private static LocalTime latest(String times, boolean first) {
    Stream<LocalTime> all = Stream.of(times.split("/")).map(LocalTime::parse);
    return first
        ? all.min(LocalTime::compareTo).orElseThrow()
        : all.max(LocalTime::compareTo).orElseThrow();
  }

  long count(Verdict verdict) {
    return lines.stream().filter(line -> line.verdict() == verdict).count();
  }

  /** How many of the answers with confidence HIGH are wrong. */
  long sureAndWrong() {
    return lines.stream().filter(line -> line.sure() && line.verdict() != Verdict.RIGHT).count();
  }

  long sure() {
    return lines.stream().filter(Line::sure).count();
  }

  /** The lines that are not right, for the failure's message. */
  String wrong() {
    return String.join(
        "\n",
        lines.stream()
            .filter(line -> line.verdict() != Verdict.RIGHT)
            .map(Line::toString)
            .toList());
  }

  String summary() {
    return lines.size()
        + " phrases: "
        + count(Verdict.RIGHT)
        + " right, "
        + count(Verdict.ASKED)
        + " asked, "
        + count(Verdict.WRONG)
        + " wrong; HIGH "
        + sure()
        + ", of them wrong "
        + sureAndWrong();
  }
}
