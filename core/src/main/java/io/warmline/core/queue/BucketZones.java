package io.warmline.core.queue;

import io.warmline.core.time.ProspectZones;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * By which clocks a bucket was made, and which its leads have.
 *
 * @param zones one in place of all that agreed when the bucket was made
 * @param ofLeads those of the leads that were put into it
 */
record BucketZones(long bucket, Set<ZoneId> zones, Set<ZoneId> ofLeads) {

  static BucketZones read(ResultSet rs) throws SQLException {
    return new BucketZones(
        rs.getLong("id"), set(rs, "zones", ZoneId::of), set(rs, "lead_zones", ZoneId::of));
  }

  static <T> Set<T> set(ResultSet rs, String column, Function<String, T> read) throws SQLException {
    Array array = rs.getArray(column);
    return Arrays.stream((String[]) array.getArray()).map(read).collect(Collectors.toSet());
  }

  /** Whether a lead in it may belong into another by now. */
  boolean isTorn(Instant now) {
    return !ofLeads.isEmpty() && !ProspectZones.representatives(ofLeads, now).equals(zones);
  }

  /**
   * The zones that leads of this bucket can have once those that do not belong here have left,
   * sorted. A lead that is just being put in is not missed: its zones are among them.
   */
  List<String> remaining(Instant now) {
    Set<ZoneId> stay =
        ofLeads.stream()
            .filter(zone -> zones.contains(ProspectZones.representative(zone, now)))
            .collect(Collectors.toSet());
    boolean nobodyStays = !ProspectZones.representatives(stay, now).equals(zones);
    return nobodyStays ? List.of() : stay.stream().map(ZoneId::getId).sorted().toList();
  }
}
