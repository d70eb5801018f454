package io.warmline.core.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.CallingHoursText;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.CallingVerdict;
import io.warmline.core.compliance.Consent;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.HouseLaw;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.compliance.RuleJson;
import io.warmline.core.compliance.RuleSet;
import io.warmline.core.phone.AreaCode;
import io.warmline.core.time.ProspectZones;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The law that a campaign keeps towards the leads of a bucket: that of the places they may be in,
 * the campaign's hours and the house rules it names.
 *
 * @param active whether the campaign hands out leads
 * @param lifted the recommended rules of these places that the house does not keep
 * @param law in all zones that leads of the bucket have: {@link #lawAt} makes few of them
 */
record BucketLaw(long bucket, boolean active, Law law, List<RuleId> lifted) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The columns that {@link #read} needs, of a bucket b and its campaign c. A house rule binds the
   * campaigns that name it, and all if it has a jurisdiction.
   */
  static final String COLUMNS =
      """
      b.id, case when b.lead_zones = '{}' then b.zones else b.lead_zones end as clocks, b.jurisdictions, b.lead_places, b.area_codes, b.free_of,
      b.consent, b.contract and c.deliverable = 'CHECK_IN' as contract, c.status, c.audience, c.calling_hours,
      array(select r.body::text from calling_rule r
            where r.tenant_id = :tenant and (r.id = any(c.calling_rules) or r.body->>'jurisdiction' is not null)
            order by r.id) as house_rules,
      array(select j.country || ' ' || j.calling_hours
            from accepted_jurisdiction j where j.tenant_id = :tenant order by j.country) as accepted,
      array(select r.id from lifted_rule r where r.tenant_id = :tenant order by r.id) as lifted
      """;

  static BucketLaw read(ResultSet rs) throws SQLException {
    HouseLaw house = house(rs);
    Set<Jurisdiction> places = set(rs, "jurisdictions", Jurisdiction::new);
    Set<Jurisdiction> ofLeads = set(rs, "lead_places", Jurisdiction::new);
    if (!ofLeads.isEmpty()) {
      places.addAll(CallingRules.presets().withLaw(ofLeads, house.places()));
    }
    Audience audience = Audience.valueOf(rs.getString("audience"));
    RuleSet rules =
        CallingRules.presets()
            .towards(places, audience, house.towardsNumbersOf(codes(rs, house, ofLeads)))
            .and(CallingRule.ofCampaign(CallingHoursText.parse(rs.getString("calling_hours"))));
    Consent consent =
        new Consent(ConsentKind.valueOf(rs.getString("consent")), false, rs.getBoolean("contract"));
    return new BucketLaw(
        rs.getLong("id"),
        "ACTIVE".equals(rs.getString("status")),
        new Law(rules, set(rs, "clocks", ZoneId::of), consent),
        CallingRules.presets().of(places, audience).ids().stream()
            .filter(house.lifted()::contains)
            .toList());
  }

  /** The area codes that its numbers have, and those that some of them may have. */
  private static Set<AreaCode> codes(ResultSet rs, HouseLaw house, Set<Jurisdiction> ofLeads)
      throws SQLException {
    Set<AreaCode> all = set(rs, "area_codes", AreaCode::parse);
    Set<AreaCode> codes = new HashSet<>(all);
    codes.addAll(
        BucketPlaces.codesToLeave(
            house.areaCodes(), ofLeads, all, set(rs, "free_of", AreaCode::parse)));
    return codes;
  }

  /** The law as it is kept: by the clocks of all its leads. */
  KeptLaw kept() {
    return KeptLaw.of(law, lifted);
  }

  /** The law by the clocks of the leads, of those that agree one. */
  Law lawAt(Instant now) {
    return law.in(ProspectZones.representatives(law.zones(), now));
  }

  private static HouseLaw house(ResultSet rs) throws SQLException {
    Map<Jurisdiction, CallingHours> accepted = new HashMap<>();
    for (String country : texts(rs, "accepted")) {
      int space = country.indexOf(' ');
      accepted.put(
          new Jurisdiction(country.substring(0, space)),
          CallingHoursText.parse(country.substring(space + 1)));
    }
    return new HouseLaw(
        Arrays.stream(texts(rs, "house_rules")).map(BucketLaw::houseRule).toList(),
        accepted,
        set(rs, "lifted", RuleId::new));
  }

  private static CallingRule houseRule(String body) {
    try {
      return RuleJson.readHouseRule(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored house rule is not readable", e);
    }
  }

  private static <T> Set<T> set(ResultSet rs, String column, Function<String, T> read)
      throws SQLException {
    return Arrays.stream(texts(rs, column)).map(read).collect(Collectors.toSet());
  }

  private static String[] texts(ResultSet rs, String column) throws SQLException {
    Array array = rs.getArray(column);
    return (String[]) array.getArray();
  }

  /** What the queue says of a verdict that forbids. */
  static BlockCode code(CallingVerdict verdict) {
    return verdict.blockedBy().stream()
        .findFirst()
        .map(blocker -> BlockCode.of(blocker.kind()))
        .orElse(BlockCode.CALLING_HOURS);
  }
}
