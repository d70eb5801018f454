package io.warmline.core.talktrack;

/** What a finding means for a script that is to be saved. */
public enum Severity {
  /** It is refused. */
  ERROR,
  /** It is saved, and the finding is shown. */
  WARNING
}
