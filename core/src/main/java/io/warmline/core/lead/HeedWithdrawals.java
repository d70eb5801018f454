package io.warmline.core.lead;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.queue.SamePersons;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.RoundTrip;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawn consent is a person's, as a refusal is. It is written to the other leads of whoever
 * may be the same person: those that are there when it is said, and those that come, or become that
 * person's, afterwards. It reaches as far as a refusal in the same campaign: the leads of its
 * client, or of the whole tenant where the campaign has none.
 *
 * <p>What was written so goes no further: a lead without a name may be two people, and what one of
 * them said is not the other's word.
 */
@ApplicationScoped
public class HeedWithdrawals {

  /* Whether somebody withdrew a consent as the lead x itself. */
  private static final String SAID_THERE =
      "x.consent_withdrawn_at is not null and x.consent_withdrawn_at is distinct from x.consent_taken_over_at";

  /* What a lead l of a campaign c takes over of a lead x of a campaign xc; the later word stands. */
  private static final String TAKEN_OVER =
      """
      l.erased_at is null and l.consent_withdrawn_at is null
        and (l.consent_given_at is null or l.consent_given_at <= x.consent_withdrawn_at)
        and (xc.client_id is null or xc.client_id = c.client_id)
        and %s
      """
          .formatted(SamePersons.of("x", "l"));

  private static final String WORD =
      """
      select distinct on (l.id) l.id as heard_by, x.id as said_by, x.consent_kind, x.consent_given_at, x.consent_evidence, x.consent_scope,
             x.consent_source, x.consent_expires_at, x.consent_withdrawn_at
      """;

  /*
   * Who withdrew is looked up once for all leads, because thousands of them may have one number; and
   * not at all where nobody ever has.
   */
  private static final String HEARD_BY =
      """
      with said as materialized (
        select n.e164, x.id
        from (select distinct m.e164
              from unnest(cast(:leads as uuid[])) i (id)
              cross join lateral (select m.e164 from lead_phone m where m.tenant_id = :tenant and m.lead_id = i.id offset 0) m) n
        cross join lateral (
          select o.lead_id from lead_phone o where o.tenant_id = :tenant and o.e164 = n.e164 offset 0) o
        cross join lateral (
          select x.id from lead x where x.tenant_id = :tenant and x.id = o.lead_id and %1$s offset 0) x
        where exists (select 1 from lead w where w.tenant_id = :tenant and w.consent_withdrawn_at is not null)
      ), shared as (
        select m.lead_id, s.id
        from said s join lead_phone m on m.tenant_id = :tenant and m.e164 = s.e164 and m.lead_id = any(:leads)
        union
        select l.id, x.id
        from (select distinct id from unnest(cast(:leads as uuid[])) i (id)) i
        cross join lateral (
          select l.id, l.campaign_id, l.external_id from lead l where l.tenant_id = :tenant and l.id = i.id offset 0) l
        join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
        join lead x on x.tenant_id = :tenant and x.external_id = l.external_id and %1$s
        join campaign xc on xc.tenant_id = :tenant and xc.id = x.campaign_id and xc.client_id is not distinct from c.client_id
      )
      %2$s
      from shared s
      join lead l on l.tenant_id = :tenant and l.id = s.lead_id
      join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
      join lead x on x.tenant_id = :tenant and x.id = s.id and x.id <> l.id
      join campaign xc on xc.tenant_id = :tenant and xc.id = x.campaign_id
      where %3$s
      order by l.id, x.consent_withdrawn_at desc, x.id
      """
          .formatted(SAID_THERE, WORD.strip(), TAKEN_OVER.strip());

  private static final String SAID_BY =
      """
      %2$s
      from lead x
      join campaign xc on xc.tenant_id = :tenant and xc.id = x.campaign_id
      cross join lateral (
        select o.lead_id
        from lead_phone m join lead_phone o on o.tenant_id = :tenant and o.e164 = m.e164 and o.lead_id <> x.id
        where m.tenant_id = :tenant and m.lead_id = x.id
        union
        select e.id
        from campaign ec
        cross join lateral (
          select e.id from lead e
          where e.tenant_id = :tenant and e.campaign_id = ec.id and e.external_id = x.external_id and e.id <> x.id
          offset 0) e
        where ec.tenant_id = :tenant and ec.client_id is not distinct from xc.client_id) s
      join lead l on l.tenant_id = :tenant and l.id = s.lead_id
      join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
      where x.tenant_id = :tenant and x.id = any(:leads) and %1$s
        and %3$s
      order by l.id, x.consent_withdrawn_at desc, x.id
      """
          .formatted(SAID_THERE, WORD.strip(), TAKEN_OVER.strip());

  private final TenantSql sql;
  private final SharedIds sharedIds;
  private final LeadBook book;
  private final Instance<FollowLeads> followers;
  private final QueueEntries queue;

  HeedWithdrawals(
      TenantSql sql,
      SharedIds sharedIds,
      LeadBook book,
      Instance<FollowLeads> followers,
      QueueEntries queue) {
    this.sql = sql;
    this.sharedIds = sharedIds;
    this.book = book;
    this.followers = followers;
    this.queue = queue;
  }

  /** That a person withdrew their consent, as another lead than the one that is to heed it. */
  private record Word(LeadId heardBy, LeadId saidBy, LeadConsent withdrawn) {

    static Word read(ResultSet rs) throws SQLException {
      return new Word(
          new LeadId(rs.getObject("heard_by", UUID.class)),
          new LeadId(rs.getObject("said_by", UUID.class)),
          Objects.requireNonNull(LeadRow.consent(rs)));
    }
  }

  /**
   * Follows a lead that was written in this transaction, and whose queue row was derived anew.
   *
   * @param before as it was; null: it is new
   * @return the lead as it is stored now
   */
  Lead of(@Nullable Lead before, Lead after, Instant now) {
    boolean other = before == null || !isKnownAs(before, after);
    boolean heard = other && heard(List.of(after.id()), now);
    LeadConsent consent = after.profile().consent();
    boolean said =
        consent != null
            && consent.isWithdrawn()
            && (before == null || other || !consent.equals(before.profile().consent()));
    if (said) {
      heed(words(SAID_BY, List.of(after.id())), now);
    }
    return heard ? book.get(after.id()) : after;
  }

  /** As {@link #of} for many leads whose person, numbers or consent may be others than before. */
  public void of(Collection<LeadId> leads, Instant now) {
    if (!leads.isEmpty()) {
      heard(leads, now);
      heed(words(SAID_BY, leads), now);
    }
  }

  /** The leads of a campaign heed what was said to its client, which is another than before. */
  public void ofCampaign(CampaignId campaign, Instant now) {
    of(
        sql.query(
            """
            select l.id from lead l
            where l.tenant_id = :tenant and l.campaign_id = :campaign
              and exists (select 1 from lead w where w.tenant_id = :tenant and w.consent_withdrawn_at is not null)
            """,
            q -> q.bind("campaign", campaign.value()).mapTo(LeadId.class).list()),
        now);
  }

  private static boolean isKnownAs(Lead before, Lead after) {
    return before.campaign().equals(after.campaign())
        && before.externalId().equals(after.externalId())
        && Set.copyOf(after.numbers()).equals(Set.copyOf(before.numbers()))
        && Objects.equals(before.profile().firstName(), after.profile().firstName())
        && Objects.equals(before.profile().lastName(), after.profile().lastName())
        && Objects.equals(before.profile().email(), after.profile().email());
  }

  private boolean heard(Collection<LeadId> leads, Instant now) {
    return heed(words(HEARD_BY, leads), now);
  }

  /** Read under the locks of the external ids, in the same round trip. */
  private List<Word> words(String statement, Collection<LeadId> leads) {
    RoundTrip trip = sql.roundTrip();
    trip.ask(sharedIds.lockOf(leads));
    Supplier<List<Word>> words =
        trip.ask(
            new Question<>(
                statement,
                Map.of("leads", leads.stream().map(LeadId::value).toArray(UUID[]::new)),
                rows -> rows.map((rs, ctx) -> Word.read(rs)).list()));
    trip.make();
    return words.get();
  }

  /** Under the locks of their numbers, and as they are by then: a later consent may have come. */
  private boolean heed(List<Word> words, Instant now) {
    if (words.isEmpty()) {
      return false;
    }
    Map<LeadId, Word> byLead =
        words.stream()
            .collect(
                Collectors.toMap(
                    Word::heardBy, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    List<LeadBook.Change> changes =
        book.take(byLead.keySet()).stream()
            .map(
                lead -> {
                  Word word = Objects.requireNonNull(byLead.get(lead.id()));
                  return new LeadBook.Change(lead, lead.hears(word.withdrawn(), word.saidBy()));
                })
            .filter(change -> !change.isNone())
            .toList();
    if (changes.isEmpty()) {
      return false;
    }
    List<UUID> heard = changes.stream().map(change -> change.after().id().value()).toList();
    book.writeAll(changes, LeadBook.Because.NONE, now);
    book.noteTakenOver(heard);
    followers.forEach(follower -> follower.of(heard, now));
    queue.refreshSharing(heard, now);
    return true;
  }
}
