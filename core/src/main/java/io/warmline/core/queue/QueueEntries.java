package io.warmline.core.queue;

import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The queue's rows. A row is never edited by hand: whoever has changed a fact about a lead or a
 * number (under the number's lock, see {@link Numbers}) has the row derived anew from all the
 * facts, in the same transaction.
 */
@ApplicationScoped
public class QueueEntries {

  /*
   * What RefreshStatement comes to for a lead that was just created: a ready cold row for its first number. Left to it are those
   * of which that number was called, is promised a call, is on a registry, or cannot be called today while another can; of which
   * any number is suppressed; and all where a registry is too old. The lead itself is cold, and nothing is promised to it yet: so
   * of all who have its numbers only the others are looked at.
   */
  private static final String ENTER =
      Tier.in(
          """
          with number as materialized (
            select p.lead_id, p.e164 from lead_phone p where p.tenant_id = :tenant and p.lead_id = any(:leads)
          ),
          held as materialized (
            select m.lead_id from number m
            where exists (select 1 from suppression s
                          where s.tenant_id = :tenant and s.phone = m.e164 and s.removed_at is null
                          offset 0)
               or exists (select 1 from lead_phone o
                          join lead x on x.tenant_id = :tenant and x.id = o.lead_id
                          where o.tenant_id = :tenant and o.e164 = m.e164 and o.lead_id <> m.lead_id
                            and (x.status in ('APPOINTMENT_SET', 'CUSTOMER', 'HANDED_OFF', 'DISQUALIFIED')
                                 or exists (select 1 from callback cb
                                            where cb.tenant_id = :tenant and cb.lead_id = x.id
                                              and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')
                                            offset 0))
                          offset 0)
          )
          insert into queue_entry (tenant_id, lead_id, campaign_id, bucket_id, phone, state, tier, score, due_at, not_before, list,
                                   company_domain, company_name)
          select t.id, n.lead_id, c.id, n.bucket_id, n.phone, 'READY', {COLD}, n.score, :now, :now,
                 case when c.shares is not null then
                   (select %s from lead l where l.tenant_id = :tenant and l.id = n.lead_id) end,
                 case when c.one_call_per_company then
                   (select %s from lead l where l.tenant_id = :tenant and l.id = n.lead_id) end,
                 case when c.one_call_per_company then
                   (select %s from lead l where l.tenant_id = :tenant and l.id = n.lead_id) end
          from tenant t,
            campaign c,
            unnest(cast(:leads as uuid[]), cast(:phones as text[]), cast(:buckets as bigint[]), cast(:scores as integer[]))
            as n (lead_id, phone, bucket_id, score)
          where t.id = :tenant and c.tenant_id = :tenant and c.id = :campaign
            and not exists (select 1 from held h where h.lead_id = n.lead_id)
            and not exists (select 1 from window_bucket b
                            where b.tenant_id = :tenant and b.id = n.bucket_id and b.opens_at > :now + interval '1 day'
                              and exists (select 1 from lead_phone p
                                          where p.tenant_id = :tenant and p.lead_id = n.lead_id and p.bucket_id <> n.bucket_id offset 0)
                            offset 0)
            and not exists (select 1 from registry g
                            where g.tenant_id = :tenant
                              and (g.expired_at is not null
                                   or exists (select 1 from registry_number r
                                              where r.tenant_id = :tenant and r.list_id = g.list_id and r.phone = n.phone
                                              offset 0))
                            offset 0)
            and not exists (select 1 from call k where k.tenant_id = :tenant and k.phone = n.phone offset 0)
          returning lead_id
          """
              .formatted(
                  ListShares.LIST_OF_A_LEAD.strip(), OneOfCompany.DOMAIN, OneOfCompany.NAME));

  /*
   * The leads are gathered first: as a condition with "or" the planner reads all rows of the tenant.
   */
  private static final String LOCK_AROUND =
      """
      select q.lead_id
      from (select id
            from (select id from unnest(cast(:around as uuid[])) i (id)
                  union
                  select o.lead_id
                  from (select e164 from unnest(cast(:also as text[])) n (e164)
                        union
                        select p.e164
                        from unnest(cast(:around as uuid[])) i (id)
                        cross join lateral (select p.e164 from lead_phone p where p.tenant_id = :tenant and p.lead_id = i.id offset 0) p) n
                  cross join lateral (select o.lead_id from lead_phone o where o.tenant_id = :tenant and o.e164 = n.e164 offset 0) o) found
            order by id) i
      cross join lateral (
        select q.lead_id from queue_entry q where q.tenant_id = :tenant and q.lead_id = i.id for no key update) q
      order by q.lead_id
      """;

  /** Outcomes by which nobody got through to the prospect; the table of dispositions has them. */
  private static final List<String> UNREACHED =
      List.of(
          "NO_ANSWER",
          "BUSY",
          "VOICEMAIL_NO_MESSAGE",
          "VOICEMAIL_LEFT",
          "FAX_OR_MODEM",
          "DISCONNECTED",
          "INVALID_NUMBER",
          "TECHNICAL_FAILURE",
          "ABANDONED_BY_US",
          "WRONG_NUMBER",
          "GATEKEEPER",
          "LEFT_LIVE_MESSAGE");

  private final TenantSql sql;
  private final Watermarks watermarks;

  QueueEntries(TenantSql sql, Watermarks watermarks) {
    this.sql = sql;
    this.watermarks = watermarks;
  }

  /**
   * Keeps these leads from being claimed, and their rows from being derived by others, until the
   * transaction ends.
   */
  public void lock(Collection<UUID> leads) {
    sql.query(
        """
        select q.lead_id
        from (select distinct id from unnest(cast(:leads as uuid[])) i (id) order by id) i
        cross join lateral (
          select q.lead_id from queue_entry q where q.tenant_id = :tenant and q.lead_id = i.id for no key update) q
        """,
        q -> q.bindArray("leads", UUID.class, leads.toArray()).mapTo(UUID.class).list());
  }

  /**
   * Derives the rows of these leads anew. A lead that an agent holds keeps its row until the claim
   * ends.
   *
   * <p>The rows are locked first, by a statement of its own: a lead with two numbers may be derived
   * by two transactions, each with the lock of one, and the later one must see what the earlier one
   * has written.
   */
  public void refresh(Collection<UUID> leads, Instant now) {
    if (leads.isEmpty()) {
      return;
    }
    lock(leads);
    derive(leads, now);
  }

  /** Outcomes by which nobody got through to the prospect. */
  public static List<String> unreached() {
    return UNREACHED;
  }

  /** Derives the rows of these leads anew, and of all that share a number with one of them. */
  public void refreshSharing(Collection<UUID> leads, Instant now) {
    if (leads.isEmpty()) {
      return;
    }
    refresh(
        sql.query(
            """
            select distinct o.lead_id
            from lead_phone m
            join lead_phone o on o.tenant_id = :tenant and o.e164 = m.e164
            where m.tenant_id = :tenant and m.lead_id = any(:leads)
            """,
            q -> q.bindArray("leads", UUID.class, leads.toArray()).mapTo(UUID.class).list()),
        now);
  }

  /** What the queue means to do with each of these leads that nobody holds. */
  private Map<UUID, Outlook> derive(Collection<UUID> leads, Instant now) {
    Map<UUID, Outlook> derived = new HashMap<>();
    sql.query(
        RefreshStatement.TEXT,
        q ->
            q.bindArray("leads", UUID.class, leads.toArray())
                .bindArray("unreached", String.class, UNREACHED.toArray())
                .bind("now", now)
                .reduceResultSet(
                    derived,
                    (sofar, rs, ctx) -> {
                      sofar.put(rs.getObject("lead_id", UUID.class), Outlook.read(rs));
                      return sofar;
                    }));
    watermarks.dropAfterCommit();
    return derived;
  }

  /**
   * A lead that was created in this transaction, {@code now}.
   *
   * @param first its first number
   * @param bucket the bucket of that number
   */
  public record Newcomer(UUID lead, PhoneNumber first, long bucket, int score) {}

  /**
   * Makes the rows of new leads: the same as {@link #refresh} would, in half the time, because most
   * have no history.
   */
  public void enter(CampaignId campaign, List<Newcomer> newcomers, Instant now) {
    if (newcomers.isEmpty()) {
      return;
    }
    Set<UUID> entered =
        sql.query(
            ENTER,
            q ->
                q.bind("campaign", campaign.value())
                    .bind("now", now)
                    .bindArray(
                        "leads", UUID.class, newcomers.stream().map(Newcomer::lead).toArray())
                    .bindArray(
                        "phones",
                        String.class,
                        newcomers.stream().map(n -> n.first().e164()).toArray())
                    .bindArray(
                        "buckets",
                        Long.class,
                        newcomers.stream().map(n -> (Object) n.bucket()).toArray())
                    .bindArray(
                        "scores",
                        Integer.class,
                        newcomers.stream().map(n -> (Object) n.score()).toArray())
                    .mapTo(UUID.class)
                    .set());
    refresh(
        newcomers.stream().map(Newcomer::lead).filter(lead -> !entered.contains(lead)).toList(),
        now);
    watermarks.dropAfterCommit();
  }

  /** Leads that nobody holds and whose consent or exemption has ended, the first to end first. */
  public List<UUID> lapsed(int limit, Instant now) {
    return sql.query(
        """
        select lead_id from queue_entry
        where tenant_id = :tenant and callable_until <= :now and state <> 'LEASED'
        order by callable_until, lead_id
        limit :limit
        """,
        q -> q.bind("now", now).bind("limit", limit).mapTo(UUID.class).list());
  }

  /** Ids of the leads of the tenant that have this number. */
  public List<UUID> leadsWith(PhoneNumber number) {
    return sql.query(
        """
        select lead_id from lead_phone
        where tenant_id = :tenant and e164 = :phone
        order by lead_id
        """,
        q -> q.bind("phone", number.e164()).mapTo(UUID.class).list());
  }

  /**
   * What the queue means to do with a lead.
   *
   * @param blockedBy what keeps it back; empty while it is ready or held by an agent
   * @param hasCallback whether it stands there for a callback
   */
  public record Outlook(
      boolean closed, Instant notBefore, Optional<BlockCode> blockedBy, boolean hasCallback) {

    static Outlook read(ResultSet rs) throws SQLException {
      return new Outlook(
          QueueState.valueOf(rs.getString("state")) == QueueState.CLOSED,
          rs.getObject("not_before", OffsetDateTime.class).toInstant(),
          Optional.ofNullable(rs.getString("blocked_by")).map(BlockCode::valueOf),
          rs.getObject("callback_id") != null);
    }
  }

  /**
   * Derives the row of a lead anew, and the rows of all leads that share a number with it: what
   * holds for a number holds for each of them.
   *
   * @param also other numbers for which it holds
   * @return what the queue means to do with the lead
   */
  public Outlook refreshAround(UUID lead, Collection<PhoneNumber> also, Instant now) {
    return refreshLocked(lead, sql.ask(lockAround(List.of(lead), also)), now);
  }

  /**
   * As {@link #refreshAround}, where the rows are locked already.
   *
   * @param around what {@link #lockAround} has locked
   */
  public Outlook refreshLocked(UUID lead, Collection<UUID> around, Instant now) {
    return Optional.ofNullable(refreshLocked(List.of(lead), around, now).get(lead))
        .orElseGet(() -> outlook(lead));
  }

  /**
   * As {@link #refreshLocked(UUID, Collection, Instant)} for several leads at once.
   *
   * @return what the queue means to do with each lead that nobody holds
   */
  public Map<UUID, Outlook> refreshLocked(
      Collection<UUID> leads, Collection<UUID> around, Instant now) {
    Set<UUID> all = new LinkedHashSet<>(around);
    all.addAll(leads);
    return derive(all, now);
  }

  /**
   * Locks the rows of these leads, and of all that share a number with them or have one of the
   * others, and tells whose they are. A lead without a row is new.
   */
  public Question<List<UUID>> lockAround(Collection<UUID> leads, Collection<PhoneNumber> also) {
    return new Question<>(
        LOCK_AROUND,
        Map.of(
            "around", leads.toArray(UUID[]::new),
            "also", also.stream().map(PhoneNumber::e164).toArray(String[]::new)),
        rows -> rows.mapTo(UUID.class).list());
  }

  /** What the queue means to do with a lead. */
  public Outlook outlook(UUID lead) {
    return sql.query(
        """
        select state, not_before, blocked_by, callback_id from queue_entry
        where tenant_id = :tenant and lead_id = :lead
        """,
        q -> q.bind("lead", lead).map((rs, ctx) -> Outlook.read(rs)).one());
  }

  /** Whether an agent holds the lead. If none does, none will until the transaction ends. */
  public boolean isLeased(UUID lead) {
    return sql.query(
        """
        select state = 'LEASED' from queue_entry
        where tenant_id = :tenant and lead_id = :lead
        for no key update
        """,
        q -> q.bind("lead", lead).mapTo(Boolean.class).findOne().orElse(false));
  }
}
