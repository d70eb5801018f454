package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.id.LeadId;
import io.warmline.core.phrase.CallbackPhrases;
import io.warmline.core.phrase.ContractTerm;
import io.warmline.core.phrase.Customs;
import io.warmline.core.phrase.DateOrder;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.phrase.Interpretation;
import io.warmline.core.phrase.Language;
import io.warmline.core.phrase.PhraseContext;
import io.warmline.core.phrase.PhraseReading;
import io.warmline.core.phrase.WorkingTime;
import io.warmline.core.phrase.WorkingTime.Hours;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Says what a prospect's words mean, and promises nothing. */
@ApplicationScoped
public class InterpretPhrase {

  private final TenantTransaction transaction;
  private final Prospects prospects;
  private final Clock clock;

  InterpretPhrase(TenantTransaction transaction, Prospects prospects, Clock clock) {
    this.transaction = transaction;
    this.prospects = prospects;
    this.clock = clock;
  }

  /**
   * By whose calendar; empty: as the lead's place has it, else the defaults of the phrases.
   *
   * @param days the business days; empty: Monday to Friday
   * @param contractEnd empty: the lead's
   */
  public record Settings(
      Optional<DateOrder> dateOrder,
      Optional<Hemisphere> hemisphere,
      Optional<Month> fiscalYearStart,
      Optional<Hours> business,
      Set<DayOfWeek> days,
      Optional<LocalDate> contractEnd) {}

  /**
   * What is asked.
   *
   * @param zone where the prospect is; empty: where the lead is
   * @param spokenAt empty: now
   * @param language in which the words are; empty: the lead's, else English
   */
  public record Question(
      String words,
      Optional<ZoneId> zone,
      Optional<LeadId> lead,
      Optional<Instant> spokenAt,
      Optional<Language> language,
      Settings settings) {

    /** Hides the words: they are personal data. */
    @Override
    public String toString() {
      return "Question[…]";
    }
  }

  /** What the words mean by the clock of this zone, and which of them were understood. */
  public record Answer(ZoneId zone, Instant spokenAt, String words, PhraseReading reading) {

    public Interpretation interpretation() {
      return reading.interpretation();
    }

    /** Hides the words: they are personal data. */
    @Override
    public String toString() {
      return "Answer[…]";
    }
  }

  /**
   * What the words mean.
   *
   * @throws InvalidValue if neither zone nor lead is given
   * @throws NotFound if there is no such lead
   */
  public Answer interpret(Question question) {
    return transaction.call(
        () -> {
          Instant spokenAt = question.spokenAt().orElseGet(clock::instant);
          PhraseContext place = place(question, spokenAt);
          PhraseContext context =
              adjusted(
                  question.language().map(place::withLanguage).orElse(place), question.settings());
          return new Answer(
              place.spokenAt().getZone(),
              spokenAt,
              question.words(),
              CallbackPhrases.read(question.words(), context));
        });
  }

  private PhraseContext place(Question question, Instant spokenAt) {
    if (question.lead().isPresent()) {
      Prospect prospect = prospects.get(question.lead().get());
      ZoneId zone = question.zone().orElse(prospect.zones().get(0));
      return Understanding.context(prospect, spokenAt, zone);
    }
    return PhraseContext.of(
        spokenAt,
        question
            .zone()
            .orElseThrow(
                () -> InvalidValue.required("/timeZone", "timeZone or leadId is required")));
  }

  private static PhraseContext adjusted(PhraseContext context, Settings settings) {
    Customs usual = context.customs();
    Customs customs =
        new Customs(
            settings.dateOrder().orElse(usual.dateOrder()),
            settings.hemisphere().orElse(usual.hemisphere()),
            settings.fiscalYearStart().orElse(usual.fiscalYearStart()));
    WorkingTime hours = context.workingTime();
    WorkingTime working =
        new WorkingTime(
            settings.days().isEmpty() ? hours.days() : settings.days(),
            settings.business().orElse(hours.business()),
            hours.legal(),
            hours.holidays());
    Optional<LocalDate> end = settings.contractEnd().or(() -> context.contract().end());
    return context
        .withCustoms(customs)
        .withWorkingTime(working)
        .withContract(new ContractTerm(end, context.contract().daysBefore()));
  }
}
