package io.warmline.core.queue;

import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For which law a bucket was made, and where its leads may be.
 *
 * @param made the places with law of their own when the bucket was made
 * @param ofLeads those of the leads that were put into it
 */
record BucketPlaces(long bucket, Set<Jurisdiction> made, Set<Jurisdiction> ofLeads) {

  static BucketPlaces read(ResultSet rs) throws SQLException {
    return new BucketPlaces(
        rs.getLong("id"),
        BucketZones.set(rs, "jurisdictions", Jurisdiction::new),
        BucketZones.set(rs, "lead_places", Jurisdiction::new));
  }

  /**
   * Whether a lead in it may belong into another by now, because a place has come to have law of
   * its own, or has it no longer.
   *
   * @param ofHouse places for which the tenant has rules
   */
  boolean isTorn(Set<Jurisdiction> ofHouse) {
    return !ofLeads.isEmpty() && !CallingRules.presets().withLaw(ofLeads, ofHouse).equals(made);
  }

  /** The places that leads of this bucket can have once those that do not belong here have left. */
  Set<Jurisdiction> remaining(Set<Jurisdiction> ofHouse) {
    return ofLeads.stream()
        .filter(place -> made.containsAll(CallingRules.presets().withLaw(Set.of(place), ofHouse)))
        .collect(Collectors.toSet());
  }
}
