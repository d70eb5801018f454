package io.warmline.core.script;

import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.Qualifying;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.script.Background.Booked;
import io.warmline.core.script.Background.Inquiry;
import io.warmline.core.script.Background.Mail;
import io.warmline.core.script.Background.Others;
import io.warmline.core.script.Background.Over;
import io.warmline.core.script.Background.Past;
import io.warmline.core.script.Background.Person;
import io.warmline.core.script.Background.Promise;
import io.warmline.core.script.Background.Said;
import io.warmline.core.script.Background.Talks;
import io.warmline.core.script.Background.Visit;
import io.warmline.core.script.Background.Ways;
import io.warmline.core.talktrack.CallFacts;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.Disclosure;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.talktrack.ObjectivePhrase;
import io.warmline.core.talktrack.ProspectName;
import io.warmline.core.talktrack.Voice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
            .spokenIn(Voice.of(known.house().campaign().country()))
            .prospect(person.name())
            .caller(Objects.requireNonNullElse(known.house().agent(), ""), known.house().company())
            .objective(phrase(objective(kind)))
            .with(Fact.QUESTIONS, questions())
            .with(
                Fact.NEXT_STEP,
                Objects.requireNonNullElse(known.house().campaign().qualifying().nextStep(), ""))
            .discloseWithin(discloseWithin());
    for (Fact fact : FROM_FIELDS) {
      facts = facts.with(fact, FieldWords.of(fact, person.fields().getOrDefault(fact.key(), "")));
    }
    return offered(reasoned(kind, booked(over(withContract(withPast(facts))))), offer);
  }

  private String questions() {
    return known.house().campaign().qualifying().questions().stream()
        .map(Qualifying.Question::text)
        .collect(Collectors.joining(" "));
  }

  /** Why today, where nobody has said why: what is on record, the most specific first. */
  private CallFacts reasoned(CallKind kind, CallFacts facts) {
    boolean wanted = kind == CallKind.REHEAT || kind == CallKind.WIN_BACK;
    if (!wanted || facts.words(Fact.REASON).isPresent()) {
      return facts;
    }
    Optional<String> vendor = facts.words(Fact.CURRENT_VENDOR);
    if (vendor.isPresent() && contractEndsWithinAYear()) {
      String month = facts.words(Fact.CONTRACT_END_MONTH).orElseThrow();
      return facts.with(
          Fact.REASON, "your contract with " + vendor.get() + " is coming up in " + month);
    }
    return facts
        .words(Fact.NEED)
        .filter(need -> known.talkedBy(now))
        .map(need -> facts.with(Fact.REASON, "you told us that you need " + need))
        .orElse(facts);
  }

  /** Beyond a year the name of its month says another. */
  private boolean contractEndsWithinAYear() {
    LocalDate end = known.person().contractEnd();
    LocalDate today = now.atZone(known.person().zone()).toLocalDate();
    return end != null && !end.isBefore(today) && end.isBefore(today.plusMonths(11));
  }

  private static CallFacts offered(CallFacts facts, Optional<Offer> offer) {
    return offer.map(time -> facts.offer(time.at())).orElse(facts);
  }

  /** What was before; a clock that was ahead when a call was logged is not believed. */
  private CallFacts withPast(CallFacts facts) {
    Past past = known.past();
    CallFacts more = withOthers(facts);
    if (known.talkedBy(now)) {
      Talks talks = past.talks().orElseThrow();
      more = more.firstTalk(talks.first()).since(Fact.LAST_TALK, earlier(talks.last()));
    }
    more = withPromise(more, past.promise());
    if (past.sent().mail().isPresent()) {
      Mail mail = past.sent().mail().get();
      more = more.mailSent(mail.at());
      more = mail.own() ? more : more.with(Fact.MAIL_SENDER, "we");
    }
    if (past.sent().inquiry().isPresent()) {
      Inquiry inquiry = past.sent().inquiry().get();
      more = more.inquiry(words(inquiry.way()), inquiry.at());
    }
    Visit visit = past.sent().visit();
    return visit == null ? more : more.with(Fact.PAGE_VISITED, page(visit));
  }

  private Instant earlier(Instant when) {
    return when.isAfter(now) ? now : when;
  }

  /** What the prospect asked for; a promise without words was asked for in a call, or was not. */
  private CallFacts withPromise(CallFacts facts, Promise promise) {
    if (promise.said().isPresent() && !promise.said().get().at().isAfter(now)) {
      Said said = promise.said().get();
      return facts.suggestion(said.words(), said.understood(), said.at());
    }
    boolean asked =
        promise.open()
            && known.talkedBy(now)
            && known.past().talks().orElseThrow().outcome() == Disposition.CALLBACK_REQUESTED;
    return asked ? facts.with(Fact.SUGGESTION, "that I call you back") : facts;
  }

  private CallFacts withOthers(CallFacts facts) {
    Others others = known.past().others();
    CallFacts more =
        facts.with(Fact.REFERRER, others.referrer().flatMap(ProspectName::inFull).orElse(""));
    if (others.office() != null) {
      more = more.since(Fact.OFFICE_TALK, earlier(others.office()));
    }
    if (others.message() != null) {
      more = more.since(Fact.MESSAGE_LEFT, earlier(others.message()));
    }
    return others.voicemail() == null
        ? more
        : more.since(Fact.VOICEMAIL_LEFT, earlier(others.voicemail()));
  }

  private CallFacts over(CallFacts facts) {
    Optional<Over> meeting = known.past().last().meeting();
    if (meeting.isEmpty()) {
      return facts;
    }
    CallFacts more = facts.with(Fact.MEETING_WITH, person(meeting.get().with()).orElse(""));
    Instant at = meeting.get().startsAt();
    return at.isAfter(now) ? more : more.since(Fact.MEETING_DAY, at);
  }

  private static String words(Inquiry.Way way) {
    return switch (way) {
      case FORM -> "sent us a form";
      case REPLY -> "answered our message";
      case OTHER -> "got in touch with us";
    };
  }

  /** Another agent sent nothing. */
  private String page(Visit visit) {
    boolean own = known.past().sent().mail().filter(Mail::own).isPresent();
    return switch (visit) {
      case MICROSITE -> "your page";
      case LINK -> own ? "what I sent you" : "what we sent you";
    };
  }

  private CallFacts withContract(CallFacts facts) {
    Person person = known.person();
    return person.contractEnd() == null
        ? facts
        : facts.contract(facts.words(Fact.CURRENT_VENDOR).orElse(""), person.contractEnd());
  }

  private CallFacts booked(CallFacts facts) {
    if (known.appointment().isEmpty()) {
      return facts;
    }
    Booked meeting = known.appointment().get();
    CallFacts more =
        facts.appointment(
            meeting.startsAt(),
            person(meeting.with()).orElse(known.house().company()),
            place(meeting));
    return meeting.need() == null
        ? more
        : more.with(Fact.NEED, FieldWords.of(Fact.NEED, meeting.need()));
  }

  /** Who meets the prospect, as it is said; what is no name is not. */
  private static Optional<String> person(@Nullable String with) {
    return new ProspectName("", Objects.requireNonNullElse(with, ""), "").spoken();
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

  /** A callback is for what the first conversation was for, if the campaign still delivers it. */
  private Objective objective(CallKind kind) {
    Ways campaign = known.house().campaign();
    return switch (kind) {
      case CALLBACK ->
          known
              .past()
              .talks()
              .flatMap(talks -> Optional.ofNullable(talks.objective()))
              .filter(objective -> !OF_SECOND_CALLS.contains(objective))
              .filter(campaign.deliverable()::goesWith)
              .orElse(campaign.objective());
      case QUALITY_CONFIRMATION -> Objective.CONFIRM_QUALITY;
      case FIT_CHECK -> Objective.QUALIFY;
      case CUSTOMER_CHECK_IN, WARM_CHECK_IN -> Objective.WARM_CHECK_IN;
      case WIN_BACK -> Objective.WIN_BACK;
      case FIRST_CALL, BUSY_REPLY, SIGNAL, INBOUND, CONTRACT_END, REHEAT, VOICEMAIL, FOLLOW_UP ->
          campaign.objective();
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
