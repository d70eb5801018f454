package io.warmline.core.compliance;

import java.util.List;

/**
 * Where a rule comes from, and how sure that is.
 *
 * @param sources the first is the one to cite; empty only for rules of a house
 * @param notes for people; may be empty
 */
public record Provenance(RuleStatus status, List<Source> sources, String notes) {

  /** Keeps a copy. */
  public Provenance {
    sources = List.copyOf(sources);
  }
}
