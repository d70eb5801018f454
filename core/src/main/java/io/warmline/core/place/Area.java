package io.warmline.core.place;

import io.warmline.core.compliance.Jurisdiction;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * A piece of the earth: the places whose law may hold in it, and the zones it may lie in.
 *
 * @param jurisdictions sorted
 * @param zones sorted by id
 */
record Area(Set<Jurisdiction> jurisdictions, Set<ZoneId> zones) {

  static final Area NOWHERE = new Area(Set.of(), Set.of());

  static Area of(Collection<Jurisdiction> jurisdictions, Collection<ZoneId> zones) {
    Set<ZoneId> byId = new TreeSet<>(Comparator.comparing(ZoneId::getId));
    byId.addAll(zones);
    return new Area(
        Collections.unmodifiableSet(new TreeSet<>(jurisdictions)),
        Collections.unmodifiableSet(byId));
  }

  /** The ground that either covers. */
  Area and(Area other) {
    if (equals(other) || other.isNowhere()) {
      return this;
    }
    if (isNowhere()) {
      return other;
    }
    Set<Jurisdiction> places = new TreeSet<>(jurisdictions);
    places.addAll(other.jurisdictions);
    Set<ZoneId> clocks = new TreeSet<>(Comparator.comparing(ZoneId::getId));
    clocks.addAll(zones);
    clocks.addAll(other.zones);
    return of(places, clocks);
  }

  boolean isNowhere() {
    return jurisdictions.isEmpty() && zones.isEmpty();
  }
}
