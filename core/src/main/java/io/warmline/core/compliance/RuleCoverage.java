package io.warmline.core.compliance;

/**
 * What a rule says of whom it covers and what else a caller has to do, in words for people.
 * Warmline enforces the other fields of a rule; these it shows.
 *
 * @param business whether calls to businesses are covered
 * @param customers whether existing customers are exempt, and from what
 * @param inquiries whether those are exempt who have asked for something
 * @param registers which registers have to be looked at
 * @param disclosure what has to be said, and when
 * @param verified what was read, and what was not
 */
public record RuleCoverage(
    String business,
    String customers,
    String inquiries,
    String registers,
    String disclosure,
    String verified) {

  /** Nothing is said. */
  public static final RuleCoverage UNSAID = new RuleCoverage("", "", "", "", "", "");
}
