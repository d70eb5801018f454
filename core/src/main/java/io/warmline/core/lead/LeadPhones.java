package io.warmline.core.lead;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Law;
import io.warmline.core.id.CallId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.queue.BucketTerms;
import io.warmline.core.queue.HouseGround;
import io.warmline.core.queue.SamePersons;
import io.warmline.core.queue.WindowBuckets;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers of leads, in the order in which they are tried. */
@ApplicationScoped
public class LeadPhones {

  /*
   * The table of dispositions says which outcomes these are.
   */
  private static final String LEARN =
      """
      update lead_phone p set uncallable_reason = found.disposition
      from (select distinct id from unnest(cast(:leads as uuid[])) i (id)) i
      cross join lateral (
        select n.* from lead_phone n
        where n.tenant_id = :tenant and n.lead_id = i.id and n.uncallable_reason is null
        offset 0) n
      cross join lateral (
        select k.disposition from call k
        join lead x on x.tenant_id = :tenant and x.id = k.lead_id
        join lead l on l.tenant_id = :tenant and l.id = n.lead_id
        where k.tenant_id = :tenant and k.phone = n.e164 and k.lead_id <> n.lead_id
          and (k.disposition in ('FAX_OR_MODEM', 'DISCONNECTED', 'INVALID_NUMBER')
                 and not exists (select 1 from call a
                                 where a.tenant_id = :tenant and a.phone = k.phone and a.started_at > k.started_at
                                   and a.disposition not in ('FAX_OR_MODEM', 'DISCONNECTED', 'INVALID_NUMBER', 'NO_ANSWER', 'BUSY',
                                                             'TECHNICAL_FAILURE')
                                 offset 0)
               or k.disposition = 'WRONG_NUMBER' and %s)
        order by k.started_at desc
        limit 1) found
      where p.tenant_id = :tenant and p.lead_id = n.lead_id and p.position = n.position
      returning p.lead_id
      """
          .formatted(SamePersons.of("x", "l"));

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
        select lead_id, e164, zone_source, candidate_zones, jurisdictions, uncallable_reason, extension, stated_type from lead_phone
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
    return new Row(rs.getObject("lead_id", UUID.class), PhoneRow.read(rs));
  }

  /**
   * Writes the numbers of a lead that are not those it had, each in the bucket in which it belongs.
   *
   * @param before null: it is new
   */
  void write(@Nullable Lead before, Lead after, Instant now) {
    if (before != null && before.phones().size() > after.phones().size()) {
      removeBeyond(after);
    }
    List<Placed> changed = changed(before, after, now);
    if (!changed.isEmpty()) {
      place(after.id(), changed);
    }
  }

  /**
   * A number of a lead as a row.
   *
   * @param position from 1
   */
  private record Placed(int position, LeadPhone phone, long bucket) {}

  /** Writes all numbers of a lead anew. */
  void replace(Lead lead, Instant now) {
    removeBeyond(lead);
    List<Placed> all = changed(null, lead, now);
    if (!all.isEmpty()) {
      place(lead.id(), all);
    }
  }

  private List<Placed> changed(@Nullable Lead before, Lead after, Instant now) {
    List<LeadPhone> stay =
        before != null && isSeatedAs(before, after, now) ? before.phones() : List.of();
    List<Placed> changed = new ArrayList<>();
    Optional<HouseGround> ground = Optional.empty();
    for (int i = 0; i < after.phones().size(); i++) {
      LeadPhone phone = after.phones().get(i);
      if (i >= stay.size() || !stay.get(i).equals(phone)) {
        HouseGround known = ground.orElseGet(buckets::ground);
        ground = Optional.of(known);
        changed.add(new Placed(i + 1, phone, bucketOf(after, phone, known, now)));
      }
    }
    return changed;
  }

  /** Whether nothing but a number's own place decides anew in which bucket it is. */
  private static boolean isSeatedAs(Lead before, Lead after, Instant now) {
    return before.campaign().equals(after.campaign())
        && before.profile().consentAt(now).equals(after.profile().consentAt(now))
        && Objects.equals(before.profile().language(), after.profile().language());
  }

  private long bucketOf(Lead lead, LeadPhone phone, HouseGround ground, Instant now) {
    LeadProfile profile = lead.profile();
    return buckets.bucketFor(
        lead.campaign(),
        new BucketTerms(
            phone.place(),
            ground.codesOf(phone.number()),
            profile.consentAt(now),
            profile.language()),
        ground,
        now);
  }

  private void place(LeadId lead, List<Placed> rows) {
    sql.batch(
        """
        insert into lead_phone (tenant_id, lead_id, position, e164, zone_source, candidate_zones, jurisdictions, bucket_id,
                                uncallable_reason, country, extension, stated_type)
        values (:tenant, :lead, :position, :e164, :source, :zones, :jurisdictions, :bucket, :uncallable, :country, :extension, :type)
        on conflict (tenant_id, lead_id, position) do update
        set e164 = excluded.e164, zone_source = excluded.zone_source, candidate_zones = excluded.candidate_zones,
            jurisdictions = excluded.jurisdictions, bucket_id = excluded.bucket_id,
            uncallable_reason = excluded.uncallable_reason, country = excluded.country, extension = excluded.extension,
            stated_type = excluded.stated_type
        """,
        rows,
        (row, b) ->
            b.bind("lead", lead.value())
                .bind("position", row.position())
                .bind("e164", row.phone().number().e164())
                .bind("source", row.phone().place().source().name())
                .bindArray("zones", String.class, names(row.phone().place().zones(), ZoneId::getId))
                .bindArray(
                    "jurisdictions",
                    String.class,
                    names(row.phone().place().jurisdictions(), Jurisdiction::code))
                .bind("bucket", row.bucket())
                .bind("country", PhoneNumbers.countryOf(row.phone().number()).orElse(null))
                .bind("uncallable", row.phone().uncallable().orElse(null))
                .bind("extension", row.phone().extension().orElse(null))
                .bind("type", row.phone().stated().map(NumberType::name).orElse(null)));
  }

  private static <T> Object[] names(Set<T> values, Function<T, String> name) {
    return values.stream().map(name).toArray();
  }

  private void removeBeyond(Lead lead) {
    sql.update(
        "delete from lead_phone where tenant_id = :tenant and lead_id = :lead and position > :last",
        u -> u.bind("lead", lead.id().value()).bind("last", lead.phones().size()));
  }

  List<LeadId> leadsWith(PhoneNumber number) {
    return sql.query(
        """
        select distinct lead_id from lead_phone
        where tenant_id = :tenant and e164 = :e164
        order by lead_id
        """,
        q -> q.bind("e164", number.e164()).mapTo(LeadId.class).list());
  }

  /**
   * Notes that a number does not work for any lead that has it, but for one; where it did not work
   * before, the older reason stays.
   *
   * @return those for which it worked until now
   */
  List<LeadId> drop(PhoneNumber number, String reason, LeadId except) {
    return sql.query(
        """
        update lead_phone set uncallable_reason = :reason
        where tenant_id = :tenant and e164 = :e164 and uncallable_reason is null and lead_id <> :except
        returning lead_id
        """,
        q ->
            q.bind("e164", number.e164())
                .bind("reason", reason)
                .bind("except", except.value())
                .mapTo(LeadId.class)
                .list());
  }

  /**
   * Notes that a number is not that of whoever may be the same person as the one of this lead;
   * where it did not work before, the older reason stays.
   *
   * @return those for which it worked until now
   */
  List<LeadId> dropForPerson(PhoneNumber number, String reason, LeadId of) {
    return sql.query(
        """
        update lead_phone p set uncallable_reason = :reason
        from lead x, lead me
        where p.tenant_id = :tenant and p.e164 = :e164 and p.uncallable_reason is null and p.lead_id <> :of
          and x.tenant_id = :tenant and x.id = p.lead_id and me.tenant_id = :tenant and me.id = :of
          and %s
        returning p.lead_id
        """
            .formatted(SamePersons.of("x", "me")),
        q ->
            q.bind("e164", number.e164())
                .bind("reason", reason)
                .bind("of", of.value())
                .mapTo(LeadId.class)
                .list());
  }

  List<LeadId> samePersonAs(LeadId lead) {
    return sql.query(
        """
        select distinct x.id
        from lead_phone m
        join lead me on me.tenant_id = :tenant and me.id = m.lead_id
        join lead_phone o on o.tenant_id = :tenant and o.e164 = m.e164 and o.lead_id <> m.lead_id
        join lead x on x.tenant_id = :tenant and x.id = o.lead_id
        where m.tenant_id = :tenant and m.lead_id = :lead and %s
        order by x.id
        """
            .formatted(SamePersons.of("x", "me")),
        q -> q.bind("lead", lead.value()).mapTo(LeadId.class).list());
  }

  /**
   * Notes of the numbers of these leads what calls to others have shown: that a number does not
   * work, if nothing has answered on it since, or that it is not this person's.
   *
   * @return those of which something was noted
   */
  Set<LeadId> learn(Collection<UUID> leads) {
    return leads.isEmpty()
        ? Set.of()
        : sql.query(
            LEARN,
            q -> q.bindArray("leads", UUID.class, leads.toArray()).mapTo(LeadId.class).set());
  }

  /** Whether a call but for this one has shown that the number does not work, for this reason. */
  boolean isKnownWithout(CallId call, PhoneNumber number, String reason) {
    return sql.query(
        """
        select exists (select 1 from call k
                       where k.tenant_id = :tenant and k.phone = :e164 and k.disposition = :reason and k.id <> :call)
        """,
        q ->
            q.bind("e164", number.e164())
                .bind("reason", reason)
                .bind("call", call.value())
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Notes that a number works after all for these leads, if it did not for this reason.
   *
   * @return those for which it did not work until now
   */
  List<LeadId> giveBack(PhoneNumber number, String reason, Collection<LeadId> leads) {
    return sql.query(
        """
        update lead_phone set uncallable_reason = null
        where tenant_id = :tenant and e164 = :e164 and uncallable_reason = :reason and lead_id = any(:leads)
        returning lead_id
        """,
        q ->
            q.bind("e164", number.e164())
                .bind("reason", reason)
                .bindArray("leads", UUID.class, leads.stream().map(LeadId::value).toArray())
                .mapTo(LeadId.class)
                .list());
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
    return buckets
        .lawOf(rs.getLong("bucket_id"))
        .in(PhoneRow.set(rs, "candidate_zones", ZoneId::of));
  }
}
