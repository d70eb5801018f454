package io.warmline.core.script;

import io.warmline.core.campaign.Objective;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.script.Background.Booked;
import io.warmline.core.script.Background.Past;
import io.warmline.core.script.Background.Person;
import io.warmline.core.script.Background.Visit;
import io.warmline.core.talktrack.CallFacts;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.Disclosure;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.talktrack.ObjectivePhrase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts what is on record about a call into words. Pure. */
final class Wording {

  /** A visit that is longer ago is not spoken of. */
  static final Duration VISITS = Duration.ofDays(30);

  /** What only the user can know: said as it stands in the field of the lead that has its name. */
  private static final List<Fact> FROM_FIELDS =
      List.of(
          Fact.CURRENT_VENDOR,
          Fact.PAST_PURCHASE,
          Fact.REASON,
          Fact.NEED,
          Fact.ADDED_VALUE,
          Fact.CALLBACK_NUMBER);

  /** What a call is for that only came about because of another. */
  private static final Set<Objective> OF_SECOND_CALLS =
      Set.of(Objective.KEEP_CALLBACK, Objective.CONFIRM_QUALITY, Objective.FOLLOW_UP);

  private static final Pattern PREPOSITION =
      Pattern.compile("(?:at|in|on|by|via|over|near|with)\\b.*", Pattern.CASE_INSENSITIVE);

  private final Background known;
  private final Instant now;

  Wording(Background known, Instant now) {
    this.known = known;
    this.now = now;
  }

  /**
   * The facts of a call of this kind.
   *
   * @param offer the time to ask for, if there is one
   */
  CallFacts facts(CallKind kind, Optional<Offer> offer) {
    Person person = known.person();
    CallFacts facts =
        CallFacts.at(now, person.zone())
            .in(person.hemisphere())
            .prospect(person.name())
            .caller(Objects.requireNonNullElse(known.house().agent(), ""), known.house().company())
            .objective(phrase(objective(kind)))
            .discloseWithin(discloseWithin());
    for (Fact fact : FROM_FIELDS) {
      facts = facts.with(fact, person.fields().getOrDefault(fact.key(), ""));
    }
    return offered(booked(withContract(withPast(facts))), offer);
  }

  private static CallFacts offered(CallFacts facts, Optional<Offer> offer) {
    return offer.map(time -> facts.offer(time.at())).orElse(facts);
  }

  /** What was before; a clock that was ahead when a call was logged is not believed. */
  private CallFacts withPast(CallFacts facts) {
    Past past = known.past();
    CallFacts more = facts;
    if (past.firstTalk().isPresent() && !past.firstTalk().get().at().isAfter(now)) {
      more = more.firstTalk(past.firstTalk().get().at());
    }
    if (past.said().isPresent() && !past.said().get().at().isAfter(now)) {
      String words = past.said().get().words();
      more = more.suggestion(words, past.said().get().at()).trigger(words);
    }
    if (past.mailSentAt() != null) {
      more = more.mailSent(past.mailSentAt());
    }
    return past.visit() == null ? more : more.with(Fact.PAGE_VISITED, page(past.visit()));
  }

  private static String page(Visit visit) {
    return switch (visit) {
      case MICROSITE -> "your page";
      case LINK -> "what I sent you";
    };
  }

  private CallFacts withContract(CallFacts facts) {
    Person person = known.person();
    return person.contractEnd() == null
        ? facts
        : facts.contract(
            person.fields().getOrDefault(Fact.CURRENT_VENDOR.key(), ""), person.contractEnd());
  }

  private CallFacts booked(CallFacts facts) {
    if (known.appointment().isEmpty()) {
      return facts;
    }
    Booked meeting = known.appointment().get();
    CallFacts more =
        facts.appointment(
            meeting.startsAt(),
            Objects.requireNonNullElse(meeting.with(), known.house().company()),
            place(meeting));
    return meeting.need() == null ? more : more.with(Fact.NEED, meeting.need());
  }

  private static String place(Booked meeting) {
    String place = Objects.requireNonNullElse(meeting.place(), "").strip();
    if (place.isEmpty()) {
      return meeting.online() ? "online" : "";
    }
    boolean ready =
        PREPOSITION.matcher(place).matches() || place.toLowerCase(Locale.ROOT).equals("online");
    return ready ? place : "at " + place;
  }

  /** A callback is for what the first conversation was for. */
  private Objective objective(CallKind kind) {
    return switch (kind) {
      case CALLBACK ->
          known
              .past()
              .firstTalk()
              .flatMap(talk -> Optional.ofNullable(talk.objective()))
              .filter(objective -> !OF_SECOND_CALLS.contains(objective))
              .orElse(known.house().objective());
      case QUALITY_CONFIRMATION -> Objective.CONFIRM_QUALITY;
      case FIT_CHECK -> Objective.QUALIFY;
      case FIRST_CALL,
          BUSY_REPLY,
          SIGNAL,
          WARM_CHECK_IN,
          WIN_BACK,
          CONTRACT_END,
          REHEAT,
          VOICEMAIL,
          FOLLOW_UP ->
          known.house().objective();
    };
  }

  private static ObjectivePhrase phrase(Objective objective) {
    return switch (objective) {
      case SECURE_MEETING -> ObjectivePhrase.SECURE_MEETING;
      case QUALIFY -> ObjectivePhrase.QUALIFY;
      case CONFIRM_QUALITY -> ObjectivePhrase.CONFIRM_QUALITY;
      case KEEP_CALLBACK -> ObjectivePhrase.KEEP_CALLBACK;
      case FOLLOW_UP -> ObjectivePhrase.FOLLOW_UP;
      case WARM_CHECK_IN -> ObjectivePhrase.WARM_CHECK_IN;
      case WIN_BACK -> ObjectivePhrase.WIN_BACK;
      case BUILD_RAPPORT -> ObjectivePhrase.BUILD_RAPPORT;
      case EXPLAIN -> ObjectivePhrase.EXPLAIN;
      case CLOSE -> ObjectivePhrase.CLOSE;
    };
  }

  /** The strictest of the places in which the prospect may be. */
  private OptionalInt discloseWithin() {
    return known.person().places().stream()
        .map(Jurisdiction::code)
        .map(Disclosure::secondsIn)
        .flatMapToInt(OptionalInt::stream)
        .min();
  }
}
