package io.warmline.core.phrase;

/** What one should know of a reading before one relies on it. */
public enum WarningCode {
  /** The clocks skip that time; the time after the gap was taken. */
  DST_GAP,
  /** The clocks show that time twice; the first was taken unless it is past. */
  DST_OVERLAP,
  /** The words fit two dates, or a date and a weekday do not agree. */
  AMBIGUOUS_DATE,
  /** The hour was said without morning or afternoon and could be either. */
  AMBIGUOUS_TIME,
  /** The day said is none on which calls are possible; the next one was taken. */
  ROLLED_FORWARD,
  /** The time said lies outside the hours in which calls are legal; the nearest was taken. */
  OUTSIDE_CALLING_HOURS,
  /** Something must happen before ("once the budget is approved, in January"). */
  CONDITIONAL,
  /** Words near the time were not understood and may change it. */
  NOT_UNDERSTOOD,
  /** The time was concluded from other things that were said, as from when somebody is back. */
  INFERRED,
  /** More than one time was named, and nothing says which is meant. */
  SEVERAL_TIMES,
  /** The date of what was named is not known for certain, as that of "spring break". */
  UNCERTAIN_DATE,
  /** The words were read in another language than was said, for they make sense only there. */
  OTHER_LANGUAGE
}
