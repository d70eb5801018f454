package io.warmline.core.compliance;

import io.warmline.core.phone.AreaCode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a rule protects.
 *
 * @param jurisdiction where; empty: everywhere, as only rules of a house may
 * @param areaCodes of the jurisdiction, a country: it protects whoever has a number with one of
 *     them, and nobody else. Empty: all who are there
 * @param audiences at least one
 */
public record RuleReach(
    Optional<Jurisdiction> jurisdiction,
    List<AreaCode> areaCodes,
    Set<Audience> audiences,
    ZoneMode zoneMode) {

  /** A reach that does not depend on the number. */
  public RuleReach(
      Optional<Jurisdiction> jurisdiction, Set<Audience> audiences, ZoneMode zoneMode) {
    this(jurisdiction, List.of(), audiences, zoneMode);
  }

  /**
   * Keeps a copy.
   *
   * @throws IllegalArgumentException if there is no audience
   */
  public RuleReach {
    areaCodes = List.copyOf(areaCodes);
    audiences = Set.copyOf(audiences);
    if (audiences.isEmpty()) {
      throw new IllegalArgumentException("a rule protects at least one audience");
    }
  }

  /**
   * Whether someone of this audience is protected, who may be in any of these places. By area code
   * it is the number that decides: ask {@link #bindsNumbersOf} first.
   */
  public boolean includes(Collection<Jurisdiction> places, Audience audience) {
    return audiences.contains(audience)
        && (jurisdiction.isEmpty()
            || !areaCodes.isEmpty()
            || places.stream().anyMatch(jurisdiction.get()::covers));
  }

  /** Whether it holds for numbers with these area codes. */
  boolean bindsNumbersOf(Set<AreaCode> codes) {
    return areaCodes.isEmpty() || !Collections.disjoint(areaCodes, codes);
  }
}
