package io.warmline.core.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as lists write them: to the second with their offset (ISO 8601), or days. */
final class WrittenTime {

  /** The calendar that is furthest ahead: in it a day begins first. */
  private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

  private WrittenTime() {}

  /** The time that the text surely means; of a day its beginning in UTC. */
  static Optional<Instant> of(String text) {
    return exact(text)
        .or(() -> WrittenDate.of(text).map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /**
   * As {@link #of}; of a day its beginning where it begins first, so that nothing ends too late.
   */
  static Optional<Instant> end(String text) {
    return exact(text)
        .or(() -> WrittenDate.of(text).map(day -> day.atStartOfDay(FIRST).toInstant()));
  }

  private static Optional<Instant> exact(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(FieldText.trimmed(text)).toInstant());
    } catch (DateTimeException anotherForm) {
      return Optional.empty();
    }
  }

  /** Whether it is on a later day than this one, in UTC. */
  static boolean isAfter(Instant time, LocalDate today) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).isAfter(today);
  }
}
