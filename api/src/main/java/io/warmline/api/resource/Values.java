package io.warmline.api.resource;

import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.language.LanguageCode;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.phone.WrittenNumber;
import io.warmline.core.time.ProspectZones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values that many resources share, between the contract and the domain. */
final class Values {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  private Values() {}

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
    return instant.map(Values::utc).orElse(null);
  }

  /** What the clock on the wall shows, to the minute. */
  static String clock(ZonedDateTime local) {
    return local.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  static @Nullable OffsetDateTime maybeUtc(@Nullable Instant instant) {
    return maybe(instant, Values::utc);
  }

  /** What is there in the other model; null if it is not there. */
  static <T, U> @Nullable U maybe(@Nullable T value, Function<T, U> other) {
    return value == null ? null : other.apply(value);
  }

  /** An instant, to the microsecond that the database keeps. */
  static Optional<Instant> instant(@Nullable OffsetDateTime at, String pointer) {
    if (at == null) {
      return Optional.empty();
    }
    Instant instant = at.toInstant();
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new InvalidValue(
          pointer, "OUT_OF_RANGE", "must be between " + EARLIEST + " and " + LATEST);
    }
    return Optional.of(instant.truncatedTo(ChronoUnit.MICROS));
  }

  /** A date that a calendar of people may hold. */
  static Optional<LocalDate> date(@Nullable LocalDate date, String pointer) {
    if (date != null && (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY))) {
      throw new InvalidValue(
          pointer, "OUT_OF_RANGE", "must be between " + FIRST_DAY + " and " + LAST_DAY);
    }
    return Optional.ofNullable(date);
  }

  /** A date, or the word {@code today}, which is that of UTC. */
  static LocalDate day(String text, String pointer, Instant now) {
    if (text.equals("today")) {
      return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
    try {
      return date(LocalDate.parse(text), pointer).orElseThrow();
    } catch (DateTimeException e) {
      throw new InvalidValue(
          pointer, "WRONG_TYPE", "must be a date such as 2026-11-18, or the word today");
    }
  }

  static PhoneNumber phone(String text, String country, String pointer) {
    try {
      return PhoneNumbers.parse(text, country);
    } catch (WarmlineException e) {
      throw InvalidValue.at(pointer, e);
    }
  }

  /** A number with the extension that is written behind it. */
  static WrittenNumber written(String text, String country, String pointer) {
    try {
      return PhoneNumbers.written(text, country);
    } catch (WarmlineException e) {
      throw InvalidValue.at(pointer, e);
    }
  }

  static ZoneId zone(String text, String pointer) {
    try {
      return ProspectZones.parse(text);
    } catch (WarmlineException e) {
      throw InvalidValue.at(pointer, e);
    }
  }

  /** The code that a language goes by. */
  static String language(String code, String pointer) {
    return LanguageCode.of(code)
        .orElseThrow(
            () ->
                new InvalidValue(
                    pointer, "UNKNOWN_LANGUAGE", "must be an ISO 639 code such as en"));
  }

  static String country(String code, String pointer) {
    if (!COUNTRIES.contains(code)) {
      throw new InvalidValue(
          pointer, "UNKNOWN_COUNTRY", "must be an ISO 3166-1 alpha-2 code such as US");
    }
    return code;
  }
}
