package io.warmline.core.imports;

import io.warmline.core.lead.Relationship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a row says that the person has to do with whoever is called for. Exemptions of the law hang
 * on it, so what is not sure, or is still to come, is a warning and does not count.
 */
final class RowRelationship {

  private static final String ENDS_FIRST =
      "The last day of a contract needs its first day beside it, which is not after it; neither"
          + " counts.";

  private final Map<RowFact, RowAssembly.Fact> facts;
  private final LocalDate today;
  private final List<RowWarning> warnings;

  /**
   * Reads from a row.
   *
   * @param today in UTC
   * @param warnings to which is added what does not count
   */
  RowRelationship(
      Map<RowFact, RowAssembly.Fact> facts, LocalDate today, List<RowWarning> warnings) {
    this.facts = facts;
    this.today = today;
    this.warnings = warnings;
  }

  /** {@link Relationship#NONE} if it says nothing that counts. */
  Relationship read() {
    Optional<LocalDate> since = past(RowFact.CUSTOMER_SINCE);
    Optional<LocalDate> until = read(RowFact.CUSTOMER_UNTIL, WrittenDate::of, day -> true);
    if (until.isPresent() && since.filter(from -> !until.get().isBefore(from)).isEmpty()) {
      return new Relationship(
          none(since, RowFact.CUSTOMER_SINCE, ENDS_FIRST),
          none(until, RowFact.CUSTOMER_UNTIL, ENDS_FIRST),
          past(RowFact.LAST_PURCHASE_ON).orElse(null),
          inquiry().orElse(null));
    }
    return new Relationship(
        since.orElse(null),
        until.orElse(null),
        past(RowFact.LAST_PURCHASE_ON).orElse(null),
        inquiry().orElse(null));
  }

  private Optional<Instant> inquiry() {
    return read(RowFact.LAST_INQUIRY_AT, WrittenTime::of, at -> !WrittenTime.isAfter(at, today));
  }

  private @Nullable LocalDate none(Optional<LocalDate> said, RowFact fact, String reason) {
    said.ifPresent(day -> warn(fact, reason));
    return null;
  }

  private Optional<LocalDate> past(RowFact fact) {
    return read(fact, WrittenDate::of, day -> !day.isAfter(today));
  }

  private <T> Optional<T> read(
      RowFact fact, Function<String, Optional<T>> reading, Predicate<T> counts) {
    RowAssembly.Fact said = facts.get(fact);
    if (said == null) {
      return Optional.empty();
    }
    Optional<T> value = reading.apply(said.text()).filter(counts);
    if (value.isEmpty()) {
      warn(fact, "is no date that is sure, or is still to come; it does not count.");
    }
    return value;
  }

  private void warn(RowFact fact, String reason) {
    Optional.ofNullable(facts.get(fact))
        .ifPresent(
            said ->
                warnings.add(
                    new RowWarning(said.column(), RowProblem.UNUSABLE_RELATIONSHIP, reason)));
  }
}
