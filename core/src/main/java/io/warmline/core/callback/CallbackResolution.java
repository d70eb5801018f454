package io.warmline.core.callback;

/** How the time of a callback came about. */
public enum CallbackResolution {
  /** It was given, as an instant or as a date at the prospect's place. */
  GIVEN,
  /** The prospect's words named it. */
  WORDS,
  /** It follows a date of the prospect's own, such as the end of a contract. */
  ANCHOR,
  /** Only words were given, and they named no time; the campaign's default delay applied. */
  DEFAULT_DELAY,
  /** The promised call reached nobody; it is tried again. */
  RETRY
}
