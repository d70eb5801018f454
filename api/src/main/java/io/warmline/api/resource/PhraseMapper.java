package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.BusinessHoursDto;
import io.warmline.api.contract.model.DateOrderDto;
import io.warmline.api.contract.model.HemisphereDto;
import io.warmline.api.contract.model.LocalWindowDto;
import io.warmline.api.contract.model.PhraseAlternativeDto;
import io.warmline.api.contract.model.PhraseAnchorDto;
import io.warmline.api.contract.model.PhraseConfidenceDto;
import io.warmline.api.contract.model.PhrasePrecisionDto;
import io.warmline.api.contract.model.PhraseQuestionDto;
import io.warmline.api.contract.model.PhraseReadingDto;
import io.warmline.api.contract.model.PhraseSettingsDto;
import io.warmline.api.contract.model.PhraseSpanDto;
import io.warmline.api.contract.model.TimeRemarkDto;
import io.warmline.api.contract.model.UnresolvedReasonDto;
import io.warmline.api.contract.model.WeekdayDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.callback.InterpretPhrase;
import io.warmline.core.id.LeadId;
import io.warmline.core.phrase.Anchor;
import io.warmline.core.phrase.Confidence;
import io.warmline.core.phrase.DateOrder;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.phrase.Interpretation;
import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Interpretation.Unresolved;
import io.warmline.core.phrase.Language;
import io.warmline.core.phrase.Precision;
import io.warmline.core.phrase.Span;
import io.warmline.core.phrase.UnresolvedReason;
import io.warmline.core.phrase.Window;
import io.warmline.core.phrase.WorkingTime.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Callback phrases between the contract and the domain. */
final class PhraseMapper {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

  private PhraseMapper() {}

  static InterpretPhrase.Question question(PhraseQuestionDto dto) {
    return new InterpretPhrase.Question(
        dto.getWords(),
        Optional.ofNullable(dto.getTimeZone()).map(zone -> Values.zone(zone, "/timeZone")),
        Optional.ofNullable(dto.getLeadId()).map(LeadId::new),
        Values.instant(dto.getSpokenAt(), "/spokenAt"),
        language(dto.getLanguage(), "/language"),
        settings(dto.getSettings() == null ? new PhraseSettingsDto() : dto.getSettings()));
  }

  /**
   * @param code ISO 639; null: not said
   * @param pointer where it stands in the request
   */
  static Optional<Language> language(@Nullable String code, String pointer) {
    if (code == null) {
      return Optional.empty();
    }
    Optional<Language> language = Language.of(code);
    if (language.isEmpty()) {
      throw new InvalidValue(
          pointer,
          "LANGUAGE_NOT_READ",
          "is no language whose words are read; en (English) and es (Spanish) are");
    }
    return language;
  }

  private static InterpretPhrase.Settings settings(PhraseSettingsDto dto) {
    List<WeekdayDto> days = dto.getBusinessDays() == null ? List.of() : dto.getBusinessDays();
    return new InterpretPhrase.Settings(
        Optional.ofNullable(dto.getDateOrder()).map(PhraseMapper::order),
        Optional.ofNullable(dto.getHemisphere()).map(PhraseMapper::hemisphere),
        Optional.ofNullable(dto.getFiscalYearStart()).map(Month::of),
        Optional.ofNullable(dto.getBusinessHours()).map(PhraseMapper::hours),
        days.stream().map(PhraseMapper::day).collect(Collectors.toUnmodifiableSet()),
        Values.date(dto.getContractEnd(), "/settings/contractEnd"));
  }

  private static Hours hours(BusinessHoursDto dto) {
    LocalTime from = LocalTime.parse(dto.getFrom());
    LocalTime to = LocalTime.parse(dto.getTo());
    if (!to.isAfter(from)) {
      throw new InvalidValue("/settings/businessHours/to", "WINDOW_EMPTY", "must be after from");
    }
    return new Hours(from, to);
  }

  static PhraseReadingDto reading(InterpretPhrase.Answer answer) {
    PhraseReadingDto dto =
        new PhraseReadingDto()
            .timeZone(answer.zone().getId())
            .spokenAt(utc(answer.spokenAt()))
            .alternatives(List.of())
            .warnings(List.of())
            .understood(spans(answer.reading().understood(), answer.words()))
            .notUnderstood(spans(answer.reading().notUnderstood(), answer.words()));
    Interpretation interpretation = answer.interpretation();
    if (interpretation instanceof Resolved resolved) {
      return resolved(dto, resolved, answer.zone());
    }
    UnresolvedReason reason = ((Unresolved) interpretation).reason();
    return dto.resolved(false)
        .needsConfirmation(true)
        .unresolvedReason(unresolved(reason))
        .unresolvedDetail(reason.sentence());
  }

  private static List<PhraseSpanDto> spans(List<Span> spans, String words) {
    return spans.stream()
        .map(span -> new PhraseSpanDto().start(span.start()).end(span.end()).text(span.in(words)))
        .toList();
  }

  private static PhraseReadingDto resolved(PhraseReadingDto dto, Resolved resolved, ZoneId zone) {
    return dto.resolved(true)
        .earliest(utc(resolved.earliest()))
        .preferred(utc(resolved.preferred()))
        .latest(utc(resolved.latest()))
        .earliestLocal(local(resolved.earliest(), zone))
        .preferredLocal(local(resolved.preferred(), zone))
        .latestLocal(local(resolved.latest(), zone))
        .window(window(resolved.window()))
        .precision(precision(resolved.precision()))
        .anchor(anchor(resolved.anchor()))
        .confidence(confidence(resolved.confidence()))
        .needsConfirmation(resolved.needsConfirmation())
        .explanation(resolved.explanation())
        .alternatives(
            resolved.alternatives().stream()
                .map(
                    other ->
                        new PhraseAlternativeDto().window(window(other.window())).why(other.why()))
                .toList())
        .warnings(
            resolved.warnings().stream()
                .map(w -> new TimeRemarkDto().code(w.code().name()).detail(w.sentence()))
                .toList());
  }

  private static String local(Instant instant, ZoneId zone) {
    return LOCAL.format(instant.atZone(zone));
  }

  static LocalWindowDto window(Window window) {
    return new LocalWindowDto()
        .firstDate(window.firstDate())
        .lastDate(window.lastDate())
        .from(MINUTE.format(window.from()))
        .to(MINUTE.format(window.to()));
  }

  static PhrasePrecisionDto precision(Precision precision) {
    return switch (precision) {
      case EXACT_TIME -> PhrasePrecisionDto.EXACT_TIME;
      case PART_OF_DAY -> PhrasePrecisionDto.PART_OF_DAY;
      case DAY -> PhrasePrecisionDto.DAY;
      case DAYS -> PhrasePrecisionDto.DAYS;
      case WEEK -> PhrasePrecisionDto.WEEK;
      case MONTH -> PhrasePrecisionDto.MONTH;
      case QUARTER -> PhrasePrecisionDto.QUARTER;
      case SEASON -> PhrasePrecisionDto.SEASON;
      case YEAR -> PhrasePrecisionDto.YEAR;
    };
  }

  private static PhraseAnchorDto anchor(Anchor anchor) {
    return switch (anchor) {
      case NONE -> PhraseAnchorDto.NONE;
      case CONTRACT_END -> PhraseAnchorDto.CONTRACT_END;
    };
  }

  static PhraseConfidenceDto confidence(Confidence confidence) {
    return switch (confidence) {
      case LOW -> PhraseConfidenceDto.LOW;
      case MEDIUM -> PhraseConfidenceDto.MEDIUM;
      case HIGH -> PhraseConfidenceDto.HIGH;
    };
  }

  static UnresolvedReasonDto unresolved(UnresolvedReason reason) {
    return switch (reason) {
      case CONDITION -> UnresolvedReasonDto.CONDITION;
      case VAGUE -> UnresolvedReasonDto.VAGUE;
      case BUSY -> UnresolvedReasonDto.BUSY;
      case CONTRACT_END_UNKNOWN -> UnresolvedReasonDto.CONTRACT_END_UNKNOWN;
      case PAST -> UnresolvedReasonDto.PAST;
      case TOO_FAR -> UnresolvedReasonDto.TOO_FAR;
      case RECURRING -> UnresolvedReasonDto.RECURRING;
      case NO_SUCH_DATE -> UnresolvedReasonDto.NO_SUCH_DATE;
      case LANGUAGE_NOT_READ -> UnresolvedReasonDto.LANGUAGE_NOT_READ;
      case NOTHING_FOUND -> UnresolvedReasonDto.NOTHING_FOUND;
    };
  }

  private static DateOrder order(DateOrderDto dto) {
    return switch (dto) {
      case MONTH_FIRST -> DateOrder.MONTH_FIRST;
      case DAY_FIRST -> DateOrder.DAY_FIRST;
    };
  }

  private static Hemisphere hemisphere(HemisphereDto dto) {
    return switch (dto) {
      case NORTHERN -> Hemisphere.NORTHERN;
      case SOUTHERN -> Hemisphere.SOUTHERN;
    };
  }

  private static DayOfWeek day(WeekdayDto dto) {
    return switch (dto) {
      case MONDAY -> DayOfWeek.MONDAY;
      case TUESDAY -> DayOfWeek.TUESDAY;
      case WEDNESDAY -> DayOfWeek.WEDNESDAY;
      case THURSDAY -> DayOfWeek.THURSDAY;
      case FRIDAY -> DayOfWeek.FRIDAY;
      case SATURDAY -> DayOfWeek.SATURDAY;
      case SUNDAY -> DayOfWeek.SUNDAY;
    };
  }
}
