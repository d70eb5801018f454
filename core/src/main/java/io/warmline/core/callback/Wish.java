package io.warmline.core.callback;

import io.warmline.core.InvalidValue;
import io.warmline.core.id.AgentId;
import io.warmline.core.phrase.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody asks for, before it is a promise.
 *
 * @param dueAt the instant; empty: a day, an anchor or words say when
 * @param latestAt empty: see {@link CallWindow#promised}
 * @param day any time in business hours of this date at the prospect's place
 * @param phone the number to call, in any usual spelling; empty: the words may hold one
 * @param language in which the words are that say when; empty: the lead's, else English
 * @param contractOffsetDays days from the end of the prospect's present contract; negative: before
 */
public record Wish(
    Optional<Instant> dueAt,
    Optional<Instant> latestAt,
    Optional<LocalDate> day,
    Optional<Integer> contractOffsetDays,
    Optional<AgentId> agent,
    Optional<String> phone,
    Optional<String> words,
    Optional<String> note,
    Optional<Language> language) {

  /** A wish in the language of the lead. */
  public Wish(
      Optional<Instant> dueAt,
      Optional<Instant> latestAt,
      Optional<LocalDate> day,
      Optional<Integer> contractOffsetDays,
      Optional<AgentId> agent,
      Optional<String> phone,
      Optional<String> words,
      Optional<String> note) {
    this(dueAt, latestAt, day, contractOffsetDays, agent, phone, words, note, Optional.empty());
  }

  /** A wish for an instant, or in words. */
  public Wish(
      Optional<Instant> dueAt,
      Optional<Instant> latestAt,
      Optional<AgentId> agent,
      Optional<String> words,
      Optional<String> note) {
    this(dueAt, latestAt, Optional.empty(), Optional.empty(), agent, Optional.empty(), words, note);
  }

  /** The same for this instant. */
  Wish at(Instant due) {
    return new Wish(
        Optional.of(due),
        latestAt,
        Optional.empty(),
        Optional.empty(),
        agent,
        phone,
        words,
        note,
        language);
  }

  /** The same without words: they were said of another time before. */
  Wish silent() {
    return new Wish(
        dueAt, latestAt, day, contractOffsetDays, agent, phone, Optional.empty(), note, language);
  }

  /** The same with words in this language. */
  public Wish in(Optional<Language> spoken) {
    return new Wish(dueAt, latestAt, day, contractOffsetDays, agent, phone, words, note, spoken);
  }

  /** What the prospect said, and what is to be known for the call. */
  public Stream<String> said() {
    return Stream.concat(words.stream(), note.stream());
  }

  /** Whether it says when otherwise than by words. */
  boolean namesTime() {
    return named() > 0;
  }

  private long named() {
    return Stream.of(dueAt, day, contractOffsetDays).filter(Optional::isPresent).count();
  }

  /**
   * Checks that it says when, and in one way.
   *
   * @param pointer where the wish stands in the request, for refusals
   * @throws InvalidValue if it does not
   */
  void require(String pointer) {
    if (named() > 1) {
      throw new InvalidValue(
          pointer + "/dueAt", "ONE_TIME_ONLY", "give one of dueAt, dueOn and anchor");
    }
    if (!namesTime() && words.isEmpty()) {
      throw InvalidValue.required(
          pointer + "/dueAt", "dueAt, dueOn, an anchor or words are required");
    }
    if (language.isPresent() && namesTime()) {
      throw new InvalidValue(
          pointer + "/language",
          "NOT_TAKEN",
          "is that of words that say when; here another time says it");
    }
  }

  /** Hides words and note: they are personal data. */
  @Override
  public String toString() {
    return "Wish[…]";
  }
}
