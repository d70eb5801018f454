package io.warmline.core.queue;

import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.AreaCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * For which law a bucket was made, and where its leads may be.
 *
 * @param made the places with law of their own when the bucket was made
 * @param ofLeads those of the leads that were put into it
 * @param codes the area codes of the house that all its numbers have
 * @param freeOf those that none of its numbers has
 */
record BucketPlaces(
    long bucket,
    Set<Jurisdiction> made,
    Set<Jurisdiction> ofLeads,
    Set<AreaCode> codes,
    Set<AreaCode> freeOf) {

  static BucketPlaces read(ResultSet rs) throws SQLException {
    return new BucketPlaces(
        rs.getLong("id"),
        BucketZones.set(rs, "jurisdictions", Jurisdiction::new),
        BucketZones.set(rs, "lead_places", Jurisdiction::new),
        BucketZones.set(rs, "area_codes", AreaCode::parse),
        BucketZones.set(rs, "free_of", AreaCode::parse));
  }

  /**
   * Whether a lead in it may belong into another by now, because a place has come to have law of
   * its own, or has it no longer, or an area code has.
   *
   * @param house where the tenant has rules
   */
  boolean isTorn(HouseGround house) {
    return !ofLeads.isEmpty()
        && (!CallingRules.presets().withLaw(ofLeads, house.places()).equals(made)
            || !house.areaCodes().containsAll(codes)
            || !codesToLeave(house).isEmpty());
  }

  /** The area codes with rules that some of its numbers may have, though not all have. */
  Set<AreaCode> codesToLeave(HouseGround house) {
    return codesToLeave(house.areaCodes(), ofLeads, codes, freeOf);
  }

  static Set<AreaCode> codesToLeave(
      Set<AreaCode> ofHouse, Set<Jurisdiction> places, Set<AreaCode> all, Set<AreaCode> none) {
    return ofHouse.stream()
        .filter(code -> !all.contains(code) && !none.contains(code))
        .filter(code -> places.stream().anyMatch(place -> code.mayBeOf(place.country().code())))
        .collect(Collectors.toSet());
  }

  /** The places that leads of this bucket can have once those that do not belong here have left. */
  Set<Jurisdiction> remaining(HouseGround house) {
    if (!house.areaCodes().containsAll(codes)) {
      return Set.of();
    }
    Set<Jurisdiction> ofHouse = house.places();
    return ofLeads.stream()
        .filter(place -> made.containsAll(CallingRules.presets().withLaw(Set.of(place), ofHouse)))
        .collect(Collectors.toSet());
  }
}
