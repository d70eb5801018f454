package io.warmline.core.compliance;

/** By whose clock the windows of a rule are judged. Every law known so far says: the prospect's. */
public enum ZoneMode {
  /** In every zone in which the prospect may be. */
  PROSPECT
}
