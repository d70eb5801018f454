package io.warmline.core.callback;

/** How the time of a callback came about. */
public enum CallbackResolution {
  /** It was given. */
  GIVEN,
  /** Only words were given; the campaign's default delay applied. */
  DEFAULT_DELAY,
  /** The promised call reached nobody; it is tried again. */
  RETRY
}
