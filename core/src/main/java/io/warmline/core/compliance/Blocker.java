package io.warmline.core.compliance;

/**
 * A rule that forbids a call at an instant.
 *
 * @param why names the rule, its section and what it allows, in words for people
 */
public record Blocker(CallingRule rule, Blocker.Kind kind, String why) {

  /** What about the rule forbids it. */
  public enum Kind {
    /** No rule is known for the place. */
    NO_RULE,
    /** The prospect has not agreed to what the rule demands. */
    CONSENT,
    /** All calls are suspended that day. */
    SUSPENSION,
    /** The day is a holiday. */
    HOLIDAY,
    /** The hour is outside the windows of that day. */
    HOURS
  }

  /** The rule's id. */
  public RuleId id() {
    return rule.id();
  }

  /** The section that says so. */
  public String citation() {
    return rule.citation();
  }
}
