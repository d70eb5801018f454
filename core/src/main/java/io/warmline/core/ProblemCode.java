package io.warmline.core;

/** The stable codes of Warmline's refusals. A code, once published, keeps its meaning. */
public enum ProblemCode {
  /** A value breaks a rule of its type or field. */
  INVALID_VALUE,
  /** A text that is no dialable number of the given country. */
  INVALID_PHONE_NUMBER,
  /** A text that is no IANA time zone. */
  INVALID_TIME_ZONE,
  /** A file that cannot be read as leads at all. */
  UNREADABLE_FILE
}
