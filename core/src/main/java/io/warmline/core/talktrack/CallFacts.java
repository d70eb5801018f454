package io.warmline.core.talktrack;

import io.warmline.core.phrase.Hemisphere;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known when a call is made, in the words in which it is said. Immutable: each method that
 * adds a fact returns new facts. A fact whose words are blank is not known. Its {@code toString}
 * tells nothing, for facts are personal data.
 */
public final class CallFacts {

  private final ZonedDateTime now;
  private final Hemisphere hemisphere;
  private final Map<Fact, String> words;
  private final Knowledge knowledge;

  /** What the words were made of and others need to know. */
  private record Knowledge(
      Voice voice, Optional<LocalDate> firstTalk, OptionalInt discloseWithin) {}

  private CallFacts(
      ZonedDateTime now, Hemisphere hemisphere, Map<Fact, String> words, Knowledge knowledge) {
    this.now = now;
    this.hemisphere = hemisphere;
    this.words = words;
    this.knowledge = knowledge;
  }

  /** The call is made now, and it is that late where the prospect is. */
  public static CallFacts at(Instant now, ZoneId prospectZone) {
    ZonedDateTime local = now.atZone(prospectZone);
    Knowledge nothing = new Knowledge(Voice.AMERICAN, Optional.empty(), OptionalInt.empty());
    return new CallFacts(local, Hemisphere.NORTHERN, Map.of(), nothing)
        .with(Fact.GREETING, TimeWords.greeting(local.toLocalTime()));
  }

  /** Where the prospect is, for the names of past seasons; north unless said. To be said first. */
  public CallFacts in(Hemisphere where) {
    return new CallFacts(now, where, words, knowledge);
  }

  /** As English is spoken there; American unless said. To be said first. */
  public CallFacts spokenIn(Voice voice) {
    Knowledge known = new Knowledge(voice, knowledge.firstTalk(), knowledge.discloseWithin());
    return new CallFacts(now, hemisphere, words, known);
  }

  /** Who is called. */
  public CallFacts prospect(ProspectName name) {
    return with(Fact.PROSPECT, voice().name(name.spoken().orElse("")));
  }

  /** Who is calling, and for which company. */
  public CallFacts caller(String agentName, String companyName) {
    return with(Fact.AGENT_NAME, agentName).with(Fact.COMPANY_NAME, companyName);
  }

  /**
   * When a person was first talked to; an attempt that nobody answered does not count.
   *
   * @throws IllegalArgumentException if it is a later day than that of the call
   */
  public CallFacts firstTalk(Instant when) {
    LocalDate day = day(when);
    Knowledge known =
        new Knowledge(knowledge.voice(), Optional.of(day), knowledge.discloseWithin());
    return new CallFacts(now, hemisphere, words, known).with(Fact.FIRST_TALK, elapsed(day));
  }

  /**
   * When to call, as the prospect put it: "in a month", "I'm in a meeting, try me at 4". The first
   * talk is to be said before it.
   *
   * @throws IllegalArgumentException if it was said on a later day than that of the call
   */
  public CallFacts suggestion(String said, Instant when) {
    return suggestion(said, List.of(), when);
  }

  /**
   * The same, where it is known which of the words were understood.
   *
   * @param understood the words that were understood as the time of the call, in their order
   * @throws IllegalArgumentException if it was said on a later day than that of the call
   */
  public CallFacts suggestion(String said, List<String> understood, Instant when) {
    if (said.isBlank()) {
      return this;
    }
    LocalDate day = day(when);
    Reported reported = ReportedSpeech.of(said, understood, day.equals(now.toLocalDate()));
    CallFacts suggested =
        with(Fact.SUGGESTION, reported.suggestion(voice()))
            .with(Fact.TOLD, reported.then() ? "" : reported.told().orElse(""))
            .with(Fact.TRIGGER, reported.when().orElse(""))
            .with(Fact.MOMENT, reported.then() ? reported.told().orElse("") : "");
    boolean later =
        knowledge.firstTalk().filter(first -> first.isBefore(day)).isPresent()
            && !elapsed(day).equals(words.get(Fact.FIRST_TALK));
    return later ? suggested.with(Fact.LATER_TALK, elapsed(day)) : suggested;
  }

  /** What the call is to achieve. */
  public CallFacts objective(ObjectivePhrase objective) {
    return with(Fact.OBJECTIVE, voice().said(objective.words()));
  }

  /**
   * One free slot of the client.
   *
   * @throws IllegalArgumentException if it is not in the future
   */
  public CallFacts offer(Instant slot) {
    if (!slot.isAfter(now.toInstant())) {
      throw new IllegalArgumentException("a time that is offered must be in the future");
    }
    ZonedDateTime local = slot.atZone(now.getZone());
    return with(Fact.CONCRETE_TIME, TimeWords.concreteTime(local, now.toLocalDate(), voice()))
        .with(Fact.CONCRETE_DAY, TimeWords.day(local.toLocalDate(), now.toLocalDate(), voice()));
  }

  /**
   * The appointment that was set.
   *
   * @param place with its preposition: "at your office"
   */
  public CallFacts appointment(Instant when, String with, String place) {
    return with(Fact.APPOINTMENT_TIME, TimeWords.exactTime(when.atZone(now.getZone()), voice()))
        .with(Fact.APPOINTMENT_WITH, with)
        .with(Fact.APPOINTMENT_PLACE, place);
  }

  /** What the prospect named as the moment to call: "when our contract is coming up in March". */
  public CallFacts trigger(String said) {
    return with(Fact.TRIGGER, ReportedSpeech.trigger(said));
  }

  /** With whom the prospect has a contract now, and its last day. */
  public CallFacts contract(String vendor, LocalDate end) {
    return with(Fact.CURRENT_VENDOR, vendor).with(Fact.CONTRACT_END_MONTH, TimeWords.month(end));
  }

  /**
   * When a mail was sent.
   *
   * @throws IllegalArgumentException if it is a later day than that of the call
   */
  public CallFacts mailSent(Instant when) {
    return with(Fact.MAIL_SENT, elapsed(day(when))).with(Fact.MAIL_SENDER, "I");
  }

  /**
   * How long ago something was.
   *
   * @throws IllegalArgumentException if it was on a later day than that of the call
   */
  public CallFacts since(Fact fact, Instant when) {
    return with(fact, elapsed(day(when)));
  }

  /**
   * How the prospect came to us.
   *
   * @param did in words that go on "you …": "sent us a form"
   * @throws IllegalArgumentException if it was on a later day than that of the call
   */
  public CallFacts inquiry(String did, Instant when) {
    return with(Fact.INQUIRY, did + " " + elapsed(day(when)));
  }

  /** The seconds in which the law wants to hear who calls and why. */
  public CallFacts discloseWithin(OptionalInt seconds) {
    return new CallFacts(
        now, hemisphere, words, new Knowledge(knowledge.voice(), knowledge.firstTalk(), seconds));
  }

  /**
   * A fact in words that are ready to be said. They become one line, without braces and without
   * marks that nobody sees.
   */
  public CallFacts with(Fact fact, String said) {
    Map<Fact, String> more = new EnumMap<>(Fact.class);
    more.putAll(words);
    String line =
        said.replaceAll("[{}]", "")
            .replaceAll("[\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff]", "")
            .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
            .strip();
    if (line.isEmpty()) {
      more.remove(fact);
    } else {
      more.put(fact, line);
    }
    return new CallFacts(now, hemisphere, Collections.unmodifiableMap(more), knowledge);
  }

  /** Without the prospect's own words, for which plain ones stand. */
  CallFacts inPlainWords() {
    CallFacts plain = with(Fact.TOLD, "").with(Fact.MOMENT, "").with(Fact.NEED, "");
    return words(Fact.SUGGESTION)
        .map(said -> plain.with(Fact.SUGGESTION, voice().said("that I call you back")))
        .orElse(plain);
  }

  /** The words for a fact, empty if it is not known. */
  public Optional<String> words(Fact fact) {
    return Optional.ofNullable(words.get(fact));
  }

  Optional<LocalDate> firstTalkDay() {
    return knowledge.firstTalk();
  }

  LocalDate today() {
    return now.toLocalDate();
  }

  OptionalInt discloseWithinSeconds() {
    return knowledge.discloseWithin();
  }

  Voice voice() {
    return knowledge.voice();
  }

  private LocalDate day(Instant when) {
    return when.atZone(now.getZone()).toLocalDate();
  }

  private String elapsed(LocalDate day) {
    return voice().elapsed(ElapsedWords.of(day, now.toLocalDate(), hemisphere));
  }

  @Override
  public String toString() {
    return "CallFacts[" + words.keySet() + "]";
  }
}
