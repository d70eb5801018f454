package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.imports.ImportedPlaces.Place;
import io.warmline.core.lead.FollowLeads;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.Columns;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.UniqueIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/** The leads of a campaign, found and written many at a time. */
@ApplicationScoped
class ImportedLeads implements ImportTarget {

  /*
   * One probe of an index for each key, held to by "offset 0": a plan is made once, when the tables
   * may be empty, and must do when they are large. Of the people at one switchboard more than a
   * thousand are not looked at.
   */
  private static final String FIND =
      """
      select l.id
      from unnest(cast(:externalIds as text[])) as x (external_id)
      cross join lateral (
        select l.id from lead l
        where l.tenant_id = :tenant and l.campaign_id = :campaign and l.external_id = x.external_id
        offset 0) l
      union
      select l.id
      from unnest(cast(:phones as text[])) as x (phone)
      cross join lateral (
        select l.id
        from (select p.lead_id from lead_phone p where p.tenant_id = :tenant and p.e164 = x.phone offset 0) p
        cross join lateral (
          select l.id, l.campaign_id, l.phone, l.external_id from lead l
          where l.tenant_id = :tenant and l.id = p.lead_id
          offset 0) l
        where l.campaign_id = :campaign and l.phone = x.phone
        order by l.id
        limit 1000) l
      """;

  /* The leads come as a table, one array a column, which costs one round trip however many there are. */
  static final String INSERT =
      """
      insert into lead (tenant_id, id, campaign_id, phone, external_id, title, first_name, last_name, job_title, company, email,
                        website, street, city, county, region, postal_code, country, time_zone, language, score, notes,
                        contract_end, tags, custom_fields, import_id, consent_kind, consent_given_at, consent_evidence, status, status_changed_at,
                        next_attempt_at, created_at, updated_at)
      select t.id, s.id, :campaign, s.phone, s.external_id, s.title, s.first_name, s.last_name, s.job_title, s.company, s.email,
             s.website, s.street, s.city, s.county, s.region, s.postal_code, s.country, s.time_zone, s.language,
             coalesce(s.score, 0), s.notes, s.contract_end, coalesce(string_to_array(s.tags, ','), '{}'), cast(s.custom_fields as jsonb), :import, s.consent_kind, s.consent_given_at,
             s.consent_evidence, s.status, case when s.status <> 'COLD' then cast(:now as timestamptz) end, s.next_attempt_at, :now, :now
      from tenant t,
           unnest(cast(:ids as uuid[]), cast(:phones as text[]), cast(:externalId as text[]),
                  cast(:title as text[]), cast(:firstName as text[]), cast(:lastName as text[]), cast(:jobTitle as text[]),
                  cast(:company as text[]), cast(:email as text[]), cast(:website as text[]), cast(:street as text[]),
                  cast(:city as text[]), cast(:county as text[]), cast(:region as text[]), cast(:postalCode as text[]),
                  cast(:country as text[]), cast(:timeZone as text[]), cast(:language as text[]), cast(:score as integer[]),
                  cast(:notes as text[]), cast(:contractEnd as date[]), cast(:tags as text[]), cast(:customFields as text[]),
                  cast(:consentKinds as text[]), cast(:consentsGivenAt as timestamptz[]), cast(:consentEvidence as text[]),
                  cast(:statuses as text[]), cast(:nextAttemptsAt as timestamptz[]))
        as s (id, phone, external_id, title, first_name, last_name, job_title, company, email, website, street, city,
              county, region, postal_code, country, time_zone, language, score, notes, contract_end, tags, custom_fields, consent_kind, consent_given_at, consent_evidence, status, next_attempt_at)
      where t.id = :tenant
      """;

  /* One by one, in one batch: a join with the table could be planned for another size of it. */
  static final String UPDATE =
      """
      update lead
      set phone = :phone, external_id = :externalId, title = :title, first_name = :firstName, last_name = :lastName,
          job_title = :jobTitle, company = :company, email = :email, website = :website, street = :street, city = :city,
          county = :county, region = :region, postal_code = :postalCode, country = :country, time_zone = :timeZone,
          language = :language, score = coalesce(cast(:score as integer), 0), notes = :notes,
          contract_end = cast(:contractEnd as date), tags = coalesce(string_to_array(cast(:tags as text), ','), '{}'), custom_fields = cast(:customFields as jsonb),
          consent_kind = :consentKind, consent_given_at = cast(:consentGivenAt as timestamptz), consent_evidence = :consentEvidence,
          consent_scope = :consentScope, consent_source = :consentSource, consent_expires_at = cast(:consentExpiresAt as timestamptz),
          consent_withdrawn_at = cast(:consentWithdrawnAt as timestamptz), version = version + 1, updated_at = :now
      where tenant_id = :tenant and id = :id and version = :version
      """;

  private final TenantSql sql;
  private final Numbers numbers;
  private final ImportedPlaces places;
  private final LeadBook book;
  private final FollowLeads followers;
  private final QueueEntries queue;

  ImportedLeads(
      TenantSql sql,
      Numbers numbers,
      ImportedPlaces places,
      LeadBook book,
      FollowLeads followers,
      QueueEntries queue) {
    this.sql = sql;
    this.book = book;
    this.numbers = numbers;
    this.places = places;
    this.followers = followers;
    this.queue = queue;
  }

  @Override
  public void lock(Collection<PhoneNumber> wanted) {
    numbers.lock(wanted);
  }

  @Override
  public List<KnownLead> find(ImportJob job, List<StatedLead> rows) {
    List<UUID> ids = idsOf(job.campaign(), rows);
    if (ids.isEmpty()) {
      return List.of();
    }
    return sql.query(
        LeadRows.SELECT + "and l.id = any(:ids) order by l.id",
        q ->
            q.bindArray("ids", UUID.class, ids.toArray())
                .map((rs, ctx) -> LeadRows.stored(rs))
                .list());
  }

  private List<UUID> idsOf(CampaignId campaign, List<StatedLead> rows) {
    Object[] externalIds =
        rows.stream().map(StatedLead::externalId).flatMap(Optional::stream).distinct().toArray();
    Object[] phones = rows.stream().map(row -> row.firstNumber().e164()).distinct().toArray();
    return sql.query(
        FIND,
        q ->
            q.bind("campaign", campaign.value())
                .bindArray("externalIds", String.class, externalIds)
                .bindArray("phones", String.class, phones)
                .mapTo(UUID.class)
                .list());
  }

  @Override
  public Set<PhoneNumber> numbersOf(List<KnownLead> leads) {
    return leads.stream()
        .flatMap(lead -> lead.numbers().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public void write(ImportRun run, List<KnownLead> leads, ZoneId campaignZone, Instant now) {
    List<KnownLead> created = leads.stream().filter(KnownLead::isNew).toList();
    List<KnownLead> merged = leads.stream().filter(lead -> !lead.isNew()).toList();
    List<KnownLead> moved = merged.stream().filter(KnownLead::isPlacedAnew).toList();
    try {
      insert(run.job(), created, campaignZone, now);
      update(merged, now);
    } catch (JdbiException e) {
      throw isTaken(e) ? new TenantTransaction.Collision(e) : e;
    }
    List<Place> entered = Place.of(run, created, campaignZone, now);
    places.add(entered);
    places.change(Place.of(run, moved, campaignZone, now));
    book.learnOfNumbers(
        Stream.concat(created.stream(), moved.stream()).map(KnownLead::id).toList());
    queue.enter(
        run.job().campaign(),
        entered.stream()
            .filter(
                place ->
                    place.isDialledFirst() && !place.lead().isMoved() && !place.lead().lapses())
            .map(Place::newcomer)
            .toList(),
        now);
    queue.refreshSharing(
        created.stream()
            .filter(lead -> lead.isMoved() || lead.lapses())
            .map(KnownLead::id)
            .toList(),
        now);
    List<UUID> followed = moved.stream().map(KnownLead::id).toList();
    followers.of(followed, now);
    queue.refresh(followed, now);
  }

  /** Somebody else made a lead of the same identity while this transaction ran. */
  private static boolean isTaken(JdbiException e) {
    return UniqueIndex.brokenBy(e).filter(UniqueIndex::tellsLeadsApart).isPresent();
  }

  private void insert(ImportJob job, List<KnownLead> leads, ZoneId campaignZone, Instant now) {
    if (leads.isEmpty()) {
      return;
    }
    sql.update(
        INSERT,
        u -> {
          u.bind("campaign", job.campaign().value())
              .bind("import", job.id().value())
              .bind("now", now)
              .bindArray("ids", UUID.class, Columns.of(leads, KnownLead::id))
              .bindArray(
                  "phones", String.class, Columns.of(leads, lead -> lead.numbers().get(0).e164()))
              .bindArray(
                  "customFields",
                  String.class,
                  Columns.of(leads, lead -> Json.write(lead.customFields())))
              .bindArray(
                  "consentKinds",
                  String.class,
                  Columns.of(leads, lead -> lead.consent().map(c -> c.kind().name()).orElse(null)))
              .bindArray(
                  "consentsGivenAt",
                  String.class,
                  Columns.of(
                      leads, lead -> lead.consent().map(c -> c.givenAt().toString()).orElse(null)))
              .bindArray(
                  "consentEvidence",
                  String.class,
                  Columns.of(leads, lead -> lead.consent().map(LeadConsent::evidence).orElse(null)))
              .bindArray("statuses", String.class, Columns.of(leads, lead -> lead.status().name()))
              .bindArray(
                  "nextAttemptsAt",
                  String.class,
                  Columns.of(
                      leads,
                      lead -> lead.comesBackAt(campaignZone).map(Instant::toString).orElse(null)));
          for (LeadField field : LeadField.COLUMNS) {
            u.bindArray(field.key(), String.class, Columns.of(leads, lead -> lead.value(field)));
          }
        });
  }

  private void update(List<KnownLead> leads, Instant now) {
    if (leads.isEmpty()) {
      return;
    }
    int updated =
        sql.batch(
            UPDATE,
            leads,
            (lead, b) -> {
              b.bind("now", now)
                  .bind("id", lead.id())
                  .bind("version", lead.version())
                  .bind("phone", lead.numbers().get(0).e164())
                  .bind("customFields", Json.write(lead.customFields()))
                  .bind("consentKind", lead.consent().map(c -> c.kind().name()).orElse(null))
                  .bind("consentGivenAt", lead.consent().map(c -> c.givenAt()).orElse(null))
                  .bind("consentEvidence", lead.consent().map(c -> c.evidence()).orElse(null))
                  .bind("consentScope", lead.consent().map(c -> c.scope()).orElse(null))
                  .bind("consentSource", lead.consent().map(c -> c.source()).orElse(null))
                  .bind("consentExpiresAt", lead.consent().map(c -> c.expiresAt()).orElse(null))
                  .bind(
                      "consentWithdrawnAt", lead.consent().map(c -> c.withdrawnAt()).orElse(null));
              LeadField.COLUMNS.forEach(field -> b.bind(field.key(), lead.value(field)));
            });
    if (updated != leads.size()) {
      throw new TenantTransaction.Collision(
          "%d of %d leads".formatted(leads.size() - updated, leads.size()));
    }
  }
}
