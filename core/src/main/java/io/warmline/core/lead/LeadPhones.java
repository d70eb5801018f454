package io.warmline.core.lead;

import io.warmline.core.campaign.Campaign;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Law;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.place.ZoneSource;
import io.warmline.core.queue.BucketTerms;
import io.warmline.core.queue.WindowBuckets;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers of leads, in the order in which they are tried. */
@ApplicationScoped
public class LeadPhones {

  private final TenantSql sql;
  private final WindowBuckets buckets;

  LeadPhones(TenantSql sql, WindowBuckets buckets) {
    this.sql = sql;
    this.buckets = buckets;
  }

  private record Row(UUID lead, LeadPhone phone) {}

  /** The numbers of these leads; a lead without any is missing. */
  public Map<UUID, List<LeadPhone>> of(Collection<UUID> leads) {
    return sql.query(
        """
        select lead_id, e164, zone_source, candidate_zones, jurisdictions, uncallable_reason from lead_phone
        where tenant_id = :tenant and lead_id = any(:leads) order by lead_id, position
        """,
        q ->
            q.bindArray("leads", UUID.class, leads.toArray()).map((rs, ctx) -> row(rs)).stream()
                .collect(
                    Collectors.groupingBy(
                        Row::lead, Collectors.mapping(Row::phone, Collectors.toList()))));
  }

  public List<LeadPhone> of(LeadId lead) {
    return of(List.of(lead.value())).getOrDefault(lead.value(), List.of());
  }

  private static Row row(ResultSet rs) throws SQLException {
    return new Row(
        rs.getObject("lead_id", UUID.class),
        new LeadPhone(
            new PhoneNumber(rs.getString("e164")),
            place(rs),
            Optional.ofNullable(rs.getString("uncallable_reason"))));
  }

  private static PlaceFinding place(ResultSet rs) throws SQLException {
    return new PlaceFinding(
        ZoneSource.valueOf(rs.getString("zone_source")),
        set(rs, "candidate_zones", ZoneId::of),
        set(rs, "jurisdictions", Jurisdiction::new));
  }

  private static <T> Set<T> set(ResultSet rs, String column, Function<String, T> read)
      throws SQLException {
    return Arrays.stream((String[]) rs.getArray(column).getArray())
        .map(read)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Gives a lead these numbers instead of those it has. One it keeps stays uncallable if it was.
   * The caller holds the locks of the old numbers and the new ones, and has the queue row derived
   * anew.
   */
  void replace(LeadId lead, Campaign campaign, LeadFacts facts, Instant now) {
    LeadProfile profile = facts.profile();
    Map<PhoneNumber, LeadPhone> before =
        of(lead).stream()
            .collect(Collectors.toMap(LeadPhone::number, Function.identity(), (a, b) -> a));
    remove(lead);
    int position = 1;
    for (PhoneNumber number : facts.numbers()) {
      PlaceFinding place = profile.placeOf(number, campaign.zone());
      Optional<String> uncallable =
          Optional.ofNullable(before.get(number)).flatMap(LeadPhone::uncallable);
      insert(
          lead,
          position++,
          new LeadPhone(number, place, uncallable),
          buckets.bucketFor(
              campaign.id(),
              new BucketTerms(place, profile.consentKind(), profile.language()),
              now));
    }
  }

  private void insert(LeadId lead, int position, LeadPhone phone, long bucket) {
    sql.update(
        """
        insert into lead_phone (tenant_id, lead_id, position, e164, zone_source, candidate_zones, jurisdictions, bucket_id,
                                uncallable_reason, country)
        values (:tenant, :lead, :position, :e164, :source, :zones, :jurisdictions, :bucket, :uncallable, :country)
        """,
        u ->
            u.bind("lead", lead.value())
                .bind("position", position)
                .bind("e164", phone.number().e164())
                .bind("source", phone.place().source().name())
                .bindArray("zones", String.class, sorted(phone.place().zones(), ZoneId::getId))
                .bindArray(
                    "jurisdictions",
                    String.class,
                    sorted(phone.place().jurisdictions(), Jurisdiction::code))
                .bind("bucket", bucket)
                .bind("country", PhoneNumbers.countryOf(phone.number()).orElse(null))
                .bind("uncallable", phone.uncallable().orElse(null)));
  }

  private static <T> Object[] sorted(Set<T> values, Function<T, String> text) {
    return values.stream().map(text).sorted().toArray();
  }

  /**
   * From now on only agents who speak the language get the lead. The caller has the queue row
   * derived anew.
   *
   * @param language ISO 639
   */
  public void needLanguage(LeadId lead, String language, Instant now) {
    sql.update(
        "update lead set language = :language where tenant_id = :tenant and id = :lead",
        u -> u.bind("language", language).bind("lead", lead.value()));
    intoBuckets(List.of(lead.value()), now);
  }

  /**
   * Puts the numbers of these leads into the buckets in which they belong by now. The caller holds
   * their locks and has the queue rows derived anew.
   */
  void intoBuckets(Collection<UUID> those, Instant now) {
    Map<Belonging, Long> known = new HashMap<>();
    for (Seat seat : seats(those)) {
      long bucket =
          known.computeIfAbsent(
              seat.belonging(), b -> buckets.bucketFor(b.campaign(), b.terms(), now));
      if (bucket != seat.bucket()) {
        sql.update(
            """
            update lead_phone set bucket_id = :bucket where tenant_id = :tenant and lead_id = :lead and position = :position
            """,
            u ->
                u.bind("bucket", bucket)
                    .bind("lead", seat.lead())
                    .bind("position", seat.position()));
      }
    }
  }

  private record Belonging(CampaignId campaign, BucketTerms terms) {}

  /** The bucket in which a number of a lead is, and what decides where it belongs. */
  private record Seat(UUID lead, int position, long bucket, Belonging belonging) {}

  private List<Seat> seats(Collection<UUID> those) {
    return sql.query(
        """
        select p.lead_id, p.position, p.bucket_id, p.zone_source, p.candidate_zones, p.jurisdictions,
               l.campaign_id, coalesce(l.consent_kind, 'NONE') as consent, l.language
        from lead_phone p join lead l on l.tenant_id = p.tenant_id and l.id = p.lead_id
        where p.tenant_id = :tenant and p.lead_id = any(:leads)
        order by p.lead_id, p.position
        """,
        q -> q.bindArray("leads", UUID.class, those.toArray()).map((rs, ctx) -> seat(rs)).list());
  }

  private static Seat seat(ResultSet rs) throws SQLException {
    BucketTerms terms =
        new BucketTerms(
            place(rs), ConsentKind.valueOf(rs.getString("consent")), rs.getString("language"));
    return new Seat(
        rs.getObject("lead_id", UUID.class),
        rs.getInt("position"),
        rs.getLong("bucket_id"),
        new Belonging(new CampaignId(rs.getObject("campaign_id", UUID.class)), terms));
  }

  void remove(LeadId lead) {
    sql.update(
        "delete from lead_phone where tenant_id = :tenant and lead_id = :lead",
        u -> u.bind("lead", lead.value()));
  }

  /**
   * The law that is kept towards whoever answers a number of this lead, by the names of the zones
   * that the number has; empty if it is none of the lead's.
   */
  public Optional<Law> lawOf(LeadId lead, PhoneNumber number) {
    return sql.query(
        """
        select bucket_id, candidate_zones from lead_phone
        where tenant_id = :tenant and lead_id = :lead and e164 = :phone
        order by position
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("phone", number.e164())
                .map((rs, ctx) -> law(rs))
                .findFirst());
  }

  private Law law(ResultSet rs) throws SQLException {
    return buckets.lawOf(rs.getLong("bucket_id")).in(set(rs, "candidate_zones", ZoneId::of));
  }

  /** Notes that a number does not work for this lead. */
  public void markUncallable(LeadId lead, PhoneNumber number, @Nullable String reason) {
    sql.update(
        """
        update lead_phone set uncallable_reason = :reason
        where tenant_id = :tenant and lead_id = :lead and e164 = :e164
        """,
        u -> u.bind("lead", lead.value()).bind("e164", number.e164()).bind("reason", reason));
  }

  /**
   * Notes that a number does not work for anyone; where it did not work before, the older reason
   * stays.
   */
  public void markUncallable(PhoneNumber number, String reason) {
    sql.update(
        """
        update lead_phone set uncallable_reason = :reason
        where tenant_id = :tenant and e164 = :e164 and uncallable_reason is null
        """,
        u -> u.bind("e164", number.e164()).bind("reason", reason));
  }

  /** Takes back that a number does not work for anyone. */
  public void markCallable(PhoneNumber number, String reason) {
    sql.update(
        """
        update lead_phone set uncallable_reason = null
        where tenant_id = :tenant and e164 = :e164 and uncallable_reason = :reason
        """,
        u -> u.bind("e164", number.e164()).bind("reason", reason));
  }
}
