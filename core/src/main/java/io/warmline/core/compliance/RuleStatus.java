package io.warmline.core.compliance;

/** How far a rule was checked. Whatever the status, it is enforced at its stricter reading. */
public enum RuleStatus {
  /** The statute's or the regulator's text was read. */
  PRIMARY("P"),
  /** A secondary source was read. */
  SECONDARY("S"),
  /** Not verified, at least in part. */
  NOT_VERIFIED("NV"),
  /** No law: a house made it for itself. */
  HOUSE("H");

  private final String code;

  RuleStatus(String code) {
    this.code = code;
  }

  /** The short form used in rule files: P, S, NV or H. */
  public String code() {
    return code;
  }
}
