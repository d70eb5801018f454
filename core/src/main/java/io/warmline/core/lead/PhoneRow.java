package io.warmline.core.lead;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.place.ZoneSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A number of a lead as a row of its table. */
final class PhoneRow {

  private PhoneRow() {}

  static LeadPhone read(ResultSet rs) throws SQLException {
    return new LeadPhone(
        new PhoneNumber(rs.getString("e164")),
        place(rs),
        Optional.ofNullable(rs.getString("uncallable_reason")),
        Optional.ofNullable(rs.getString("extension")),
        Optional.ofNullable(rs.getString("stated_type")).map(NumberType::valueOf));
  }

  static PlaceFinding place(ResultSet rs) throws SQLException {
    return new PlaceFinding(
        ZoneSource.valueOf(rs.getString("zone_source")),
        set(rs, "candidate_zones", ZoneId::of),
        set(rs, "jurisdictions", Jurisdiction::new));
  }

  static <T> Set<T> set(ResultSet rs, String column, Function<String, T> read) throws SQLException {
    return Arrays.stream((String[]) rs.getArray(column).getArray())
        .map(read)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
