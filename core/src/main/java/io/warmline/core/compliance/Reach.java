package io.warmline.core.compliance;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a rule protects.
 *
 * @param jurisdiction where; empty: everywhere, as only rules of a house may
 * @param audiences at least one
 */
public record Reach(
    Optional<Jurisdiction> jurisdiction, Set<Audience> audiences, ZoneMode zoneMode) {

  /**
   * Keeps a copy.
   *
   * @throws IllegalArgumentException if there is no audience
   */
  public Reach {
    audiences = Set.copyOf(audiences);
    if (audiences.isEmpty()) {
      throw new IllegalArgumentException("a rule protects at least one audience");
    }
  }

  /** Whether someone of this audience is protected, who may be in any of these places. */
  public boolean includes(Collection<Jurisdiction> places, Audience audience) {
    return audiences.contains(audience)
        && (jurisdiction.isEmpty() || places.stream().anyMatch(jurisdiction.get()::covers));
  }
}
