package io.warmline.core.imports;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.FollowLeads;
import io.warmline.core.lead.HeedWithdrawals;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.ManyLeads;
import io.warmline.core.lead.ManyPhones;
import io.warmline.core.lead.Relationship;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Numbers;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
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
import org.jspecify.annotations.Nullable;

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
          select l.id, l.campaign_id from lead l
          where l.tenant_id = :tenant and l.id = p.lead_id
          offset 0) l
        where l.campaign_id = :campaign
        order by l.id
        limit 1000) l
      """;

  private final TenantSql sql;
  private final Numbers numbers;
  private final ManyLeads many;
  private final ManyPhones phones;
  private final LeadBook book;
  private final Instance<FollowLeads> followers;
  private final QueueEntries queue;
  private final HeedWithdrawals withdrawals;

  ImportedLeads(
      TenantSql sql,
      Numbers numbers,
      ManyLeads many,
      ManyPhones phones,
      LeadBook book,
      Instance<FollowLeads> followers,
      QueueEntries queue,
      HeedWithdrawals withdrawals) {
    this.withdrawals = withdrawals;
    this.sql = sql;
    this.book = book;
    this.numbers = numbers;
    this.many = many;
    this.phones = phones;
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
    Object[] phones = phones(rows);
    return sql.query(
        FIND,
        q ->
            q.bind("campaign", campaign.value())
                .bindArray("externalIds", String.class, externalIds)
                .bindArray("phones", String.class, phones)
                .mapTo(UUID.class)
                .list());
  }

  /** By any of their numbers: whoever is on the list with another one first is on it. */
  static Object[] phones(List<StatedLead> rows) {
    return rows.stream()
        .flatMap(row -> row.numbers().stream())
        .map(PhoneNumber::e164)
        .distinct()
        .toArray();
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
    many.add(run.job().campaign(), run.job().id(), written(created, campaignZone), now);
    many.change(written(merged, campaignZone), now);
    List<Place> entered = Place.of(run, created, campaignZone, now);
    phones.add(Place.rows(entered));
    phones.change(Place.rows(Place.of(run, moved, campaignZone, now)));
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
    followers.forEach(follower -> follower.of(followed, now));
    queue.refresh(followed, now);
    withdrawals.of(
        leads.stream()
            .filter(lead -> lead.isNew() || lead.isPlacedAnew() || lead.isRenamed())
            .map(lead -> new LeadId(lead.id()))
            .toList(),
        now);
  }

  private static List<Written> written(List<KnownLead> leads, ZoneId campaignZone) {
    return leads.stream().map(lead -> new Written(lead, campaignZone)).toList();
  }

  private record Written(KnownLead lead, ZoneId campaignZone) implements ManyLeads.Entry {

    @Override
    public UUID id() {
      return lead.id();
    }

    @Override
    public @Nullable Integer version() {
      return lead.version();
    }

    @Override
    public PhoneNumber phone() {
      return lead.numbers().get(0);
    }

    @Override
    public @Nullable String text(String field) {
      return lead.value(LeadField.ofKey(field).orElseThrow());
    }

    @Override
    public String customFields() {
      return Json.write(lead.customFields());
    }

    @Override
    public Optional<LeadConsent> consent() {
      return lead.consent();
    }

    @Override
    public Relationship relationship() {
      return lead.relationship();
    }

    @Override
    public LeadStatus status() {
      return lead.status();
    }

    @Override
    public Optional<Instant> comesBackAt() {
      return lead.comesBackAt(campaignZone);
    }
  }
}
