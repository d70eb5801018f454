package io.warmline.core.phrase;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A piece of meaning, before the pieces are put together. */
sealed interface Item {

  /** Days, as they follow from a calendar. */
  record Date(Function<Almanac, Dates> dates) implements Item {}

  /** A time of day, or several hours. */
  record Time(Times times) implements Item {}

  /** A point or span in time counted from now. */
  record Moment(Function<ZonedDateTime, Stretch> stretch) implements Item {}

  /** Changes the days that follow: "the week of", "two weeks after". */
  record Change(BiFunction<Dates, Almanac, Dates> change) implements Item {}

  /** The unit that follows what was named before: "the week after". */
  record Following(Unit unit) implements Item {}

  /** So many units after what was named before, or after today: "two days later". */
  record Later(Unit unit, int count) implements Item {}

  /**
   * By whose clock a time is said.
   *
   * @param zone empty: by that of the caller, which is not known
   */
  record Zone(Function<ZoneId, Optional<ZoneId>> zone) implements Item {}

  /** Some days that are given up or away for: "for two weeks". */
  record For(Function<Almanac, Dates> dates) implements Item {}

  /** A number from 1 to 12 that may be an hour. */
  record BareNumber(int value) implements Item {}

  /**
   * Both ends of a stretch of time.
   *
   * @param to not before {@code from}
   */
  record Stretch(ZonedDateTime from, ZonedDateTime to) {}

  /** Which part of what follows. */
  enum Portion implements Item {
    BEGINNING,
    EARLY,
    MIDDLE,
    LATE,
    END,
    FIRST_HALF,
    SECOND_HALF,
    LATER
  }

  /** On which side of what follows. */
  enum Bound implements Item {
    BEFORE,
    BY,
    UNTIL,
    AFTER,
    FROM
  }

  /** How what is before and behind belong together. */
  enum Join implements Item {
    OR,
    TO
  }

  /** Words that say something about the pieces around them. */
  enum Mark implements Item {
    /** "at": a number behind it is an hour. */
    AT,
    /** "around": a number behind it may be an hour. */
    ABOUT,
    /** "between": the "and" that follows means "to". */
    BETWEEN,
    /** The end of a clause. */
    PAUSE,
    /** Words that mean nothing here. */
    GAP,
    /** "call me": what follows is the answer. */
    ASK,
    /** "works for me": what is before is the answer. */
    ACCEPT,
    /** "I am away": what follows is not the answer. */
    AWAY,
    /** "I have a meeting": what is named in this clause is when something else happens. */
    ELSEWHERE,
    /** "You called on Monday": what is named in this clause is past or of no concern. */
    STORY,
    /** "I will call you". */
    OTHERS_CALL,
    /** "back": from the time that follows, or on the day. */
    BACK,
    /** "if I do not answer": what follows is for the case that the first time fails. */
    FALLBACK,
    /** "not": what follows is not the answer. */
    REJECT_NEXT,
    /** "does not work": what is before is not the answer. */
    REJECT_LAST,
    /** "that", behind "after": what was named before. */
    THAT,
    /** "once": something must happen first. */
    CONDITION,
    /** "when": something will happen, perhaps on the day that is named. */
    WHEN,
    /** "some other time". */
    VAGUE,
    /** "in a meeting". */
    BUSY,
    /** "yesterday". */
    PAST,
    /** "the 32nd of January". */
    IMPOSSIBLE,
    /** "every other day". */
    RECURRING,
    /** "when our contract is up". */
    CONTRACT
  }
}
