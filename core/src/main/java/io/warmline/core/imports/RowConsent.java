package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The consent that a row states. What is doubtful is a warning, and no consent; that one was taken
 * back is believed even where the day is not sure.
 */
final class RowConsent {

  /** The characters that a lead keeps of a text. */
  private static final int MOST_CHARS = 1000;

  private static final int MOST_CHARS_OF_SCOPE = 500;
  private static final int MOST_CHARS_OF_SOURCE = 200;

  private static final List<RowFact> DETAILS =
      List.of(
          RowFact.CONSENT_GIVEN_AT,
          RowFact.CONSENT_EXPIRES_AT,
          RowFact.CONSENT_SCOPE,
          RowFact.CONSENT_SOURCE,
          RowFact.CONSENT_EVIDENCE);

  private final Map<RowFact, RowAssembly.Fact> facts;
  private final LocalDate today;
  private final List<RowWarning> warnings;

  /**
   * Reads from a row.
   *
   * @param today in UTC
   * @param warnings to which is added what does not count
   */
  RowConsent(Map<RowFact, RowAssembly.Fact> facts, LocalDate today, List<RowWarning> warnings) {
    this.facts = facts;
    this.today = today;
    this.warnings = warnings;
  }

  Optional<StatedConsent> read() {
    Optional<String> word = text(RowFact.CONSENT);
    Optional<Instant> back = withdrawnAt();
    if (back.isEmpty() && word.filter(StatedConsent::isTakenBack).isPresent()) {
      back =
          word.flatMap(StatedConsent::takenBackAt)
              .filter(time -> !WrittenTime.isAfter(time, today));
      if (back.isEmpty()) {
        warn(RowFact.CONSENT, "does not say when it was withdrawn: it is as of today");
        back = Optional.of(startOfToday());
      }
    }
    if (back.isPresent()) {
      return Optional.of(takenBack(word.flatMap(StatedConsent::kindOf), back.get()));
    }
    if (word.isEmpty() && text(RowFact.CONSENT_GIVEN_AT).isEmpty()) {
      return unusable("comes without a consent, or without its date");
    }
    Optional<ConsentKind> kind =
        word.isPresent() ? StatedConsent.kindOf(word.get()) : Optional.of(ConsentKind.EXPRESS);
    if (kind.isEmpty()) {
      return unusable("is no kind of consent that is known: IMPLIED, EXPRESS, WRITTEN");
    }
    if (kind.get() == ConsentKind.NONE) {
      DETAILS.forEach(detail -> warn(detail, "goes with no consent"));
      return Optional.empty();
    }
    return given(kind.get());
  }

  private Optional<StatedConsent> given(ConsentKind kind) {
    Optional<Instant> given = givenAt();
    if (given.isEmpty()) {
      return unusable("a consent needs the date on which it was given, such as 2026-11-18");
    }
    Optional<String> expiry = text(RowFact.CONSENT_EXPIRES_AT);
    Optional<Instant> expires = expiry.flatMap(WrittenTime::end);
    if (expiry.isPresent() && expires.isEmpty()) {
      return unusable("has no date that is sure for its end");
    }
    if (expires.filter(end -> !end.isAfter(given.get())).isPresent()) {
      return unusable("ends before it was given");
    }
    if (expires.filter(end -> !end.isAfter(startOfToday())).isPresent()) {
      warn(RowFact.CONSENT_EXPIRES_AT, "the consent has run out, and is on record as such");
    }
    return Optional.of(stated(kind, given.get(), expires.orElse(null), null));
  }

  private Optional<Instant> givenAt() {
    return text(RowFact.CONSENT_GIVEN_AT)
        .flatMap(WrittenTime::of)
        .filter(given -> !WrittenTime.isAfter(given, today));
  }

  private StatedConsent takenBack(Optional<ConsentKind> said, Instant at) {
    Optional<Instant> given = givenAt().filter(time -> !time.isAfter(at));
    if (given.isEmpty()) {
      warn(RowFact.CONSENT_GIVEN_AT, "is no sure date before it was withdrawn");
    }
    Instant from = given.orElse(at);
    Optional<Instant> expires =
        text(RowFact.CONSENT_EXPIRES_AT).flatMap(WrittenTime::end).filter(from::isBefore);
    if (expires.isEmpty()) {
      warn(RowFact.CONSENT_EXPIRES_AT, "is no sure date for its end");
    }
    ConsentKind kind = said.filter(k -> k != ConsentKind.NONE).orElse(ConsentKind.IMPLIED);
    return stated(kind, from, expires.orElse(null), at);
  }

  /** Empty if nobody says that it was withdrawn. */
  private Optional<Instant> withdrawnAt() {
    Optional<String> said =
        text(RowFact.CONSENT_WITHDRAWN_AT)
            .filter(text -> YesOrNo.of(text).filter(yes -> !yes).isEmpty());
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> sure =
        said.flatMap(WrittenTime::of).filter(time -> !WrittenTime.isAfter(time, today));
    if (sure.isEmpty()) {
      warn(RowFact.CONSENT_WITHDRAWN_AT, "is no sure day until today: it is withdrawn as of today");
    }
    return sure.or(() -> Optional.of(startOfToday()));
  }

  private StatedConsent stated(
      ConsentKind kind, Instant given, @Nullable Instant expires, @Nullable Instant withdrawn) {
    return new StatedConsent(
        kind,
        given,
        kept(RowFact.CONSENT_EVIDENCE, MOST_CHARS),
        kept(RowFact.CONSENT_SCOPE, MOST_CHARS_OF_SCOPE),
        kept(RowFact.CONSENT_SOURCE, MOST_CHARS_OF_SOURCE),
        expires,
        withdrawn);
  }

  /** A text as far as a lead keeps it; what is cut off is warned of. */
  private @Nullable String kept(RowFact detail, int most) {
    RowAssembly.Fact said = facts.get(detail);
    if (said == null || said.text().length() <= most) {
      return said == null ? null : said.text();
    }
    warnings.add(
        new RowWarning(
            said.column(), RowProblem.TOO_LONG, "is cut to its first " + most + " characters."));
    return HeaderNames.cut(said.text(), most);
  }

  private Optional<StatedConsent> unusable(String reason) {
    warn(RowFact.CONSENT, reason);
    DETAILS.forEach(detail -> warn(detail, reason));
    return Optional.empty();
  }

  private Optional<String> text(RowFact fact) {
    return Optional.ofNullable(facts.get(fact)).map(RowAssembly.Fact::text);
  }

  private void warn(RowFact fact, String reason) {
    Optional.ofNullable(facts.get(fact))
        .ifPresent(
            said ->
                warnings.add(
                    new RowWarning(
                        said.column(),
                        RowProblem.UNUSABLE_CONSENT,
                        reason + "; the consent does not count.")));
  }

  private Instant startOfToday() {
    return today.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
