package io.warmline.core.callback;

import io.warmline.core.callback.Reading.Option;
import io.warmline.core.callback.Reading.Remarks;
import io.warmline.core.callback.Reading.Warning;
import io.warmline.core.phrase.Alternative;
import io.warmline.core.phrase.Anchor;
import io.warmline.core.phrase.CallbackPhrases;
import io.warmline.core.phrase.ContractTerm;
import io.warmline.core.phrase.Explanation;
import io.warmline.core.phrase.Interpretation;
import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.PhraseContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a prospect's words mean in one of the zones in which the prospect may be. Pure. */
final class Understanding {

  private final Prospect prospect;
  private final Instant spokenAt;
  private final LegalFitting fitting;

  private final Set<DayOfWeek> callingDays;

  /**
   * @param callingDays the days of the week on which the prospect may be called
   */
  Understanding(
      Prospect prospect, Instant spokenAt, LegalFitting fitting, Set<DayOfWeek> callingDays) {
    this.prospect = prospect;
    this.spokenAt = spokenAt;
    this.fitting = fitting;
    this.callingDays = callingDays;
  }

  /** The words by the clock of this zone. */
  Interpretation interpret(String words, ZoneId zone) {
    return CallbackPhrases.interpret(
        words, context(prospect, spokenAt, zone).withCallingDays(callingDays));
  }

  /** Where, when and in which language the prospect speaks, by the prospect's customs. */
  static PhraseContext context(Prospect prospect, Instant spokenAt, ZoneId zone) {
    PhraseContext place = PhraseContext.of(spokenAt, zone);
    return prospect
        .language()
        .map(place::withLanguage)
        .orElse(place)
        .withCustoms(prospect.customs())
        .withHolidays(prospect::isHoliday)
        .withNamedDays(prospect.holidays())
        .withContract(new ContractTerm(prospect.contractEnd(), -Tie.BEFORE_CONTRACT_END));
  }

  /** What a reading promises by the clock of this zone. */
  Candidate candidate(Resolved resolved, ZoneId zone) {
    Intent intent = intent(resolved, zone);
    Optional<Fit> fit = fitting.fit(intent);
    return new Candidate(intent, fit, remarks(resolved, zone, fit), resolved.needsConfirmation());
  }

  private Intent intent(Resolved resolved, ZoneId zone) {
    LocalDateTime preferred = resolved.preferred().atZone(zone).toLocalDateTime();
    Optional<Tie> tie =
        resolved.anchor() == Anchor.CONTRACT_END
            ? Optional.of(
                new Tie(Anchor.CONTRACT_END, Tie.BEFORE_CONTRACT_END, prospect.contractEnd()))
            : Optional.empty();
    return new Intent(zone, resolved.window(), preferred, resolved.precision(), tie);
  }

  private Remarks remarks(Resolved resolved, ZoneId zone, Optional<Fit> fit) {
    List<Option> options = new ArrayList<>();
    for (Alternative other : resolved.alternatives()) {
      fitting
          .fit(alternative(other, resolved, zone))
          .map(found -> Option.of(found, other.why()))
          .ifPresent(options::add);
    }
    List<Warning> warnings =
        resolved.warnings().stream().map(w -> new Warning(w.code().name(), w.sentence())).toList();
    return new Remarks(
        resolved.confidence(),
        fit.filter(Fit::moved).map(there -> told(there, zone)).orElse(resolved.explanation()),
        null,
        warnings,
        List.copyOf(options));
  }

  /** Where the call is made at another time than was asked for, that time is repeated. */
  private String told(Fit fit, ZoneId zone) {
    return Explanation.of(
        fit.dueAt().atZone(zone).toLocalDateTime(), spokenAt.atZone(zone).toLocalDate());
  }

  private static Intent alternative(Alternative other, Resolved resolved, ZoneId zone) {
    LocalDateTime from = other.window().firstDate().atTime(other.window().from());
    return new Intent(zone, other.window(), from, resolved.precision(), Optional.empty());
  }
}
