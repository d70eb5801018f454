package io.warmline.core.compliance;

import java.util.List;
import java.util.Optional;

/**
 * Where a rule comes from, and how sure that is.
 *
 * @param sources the first is the one to cite; empty only for rules of a house
 * @param notes for people; may be empty
 * @param coverage in words for people
 * @param signOff who answers for it; empty: nobody
 */
public record Provenance(
    RuleStatus status,
    List<Source> sources,
    String notes,
    RuleCoverage coverage,
    Optional<SignOff> signOff) {

  /** Where nothing is said of whom it covers. */
  public Provenance(RuleStatus status, List<Source> sources, String notes) {
    this(status, sources, notes, RuleCoverage.UNSAID, Optional.empty());
  }

  /** Keeps a copy. */
  public Provenance {
    sources = List.copyOf(sources);
  }
}
