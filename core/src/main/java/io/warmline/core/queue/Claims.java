package io.warmline.core.queue;

import io.warmline.core.NotFound;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.Ids;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.ClaimStatement.Reach;
import io.warmline.core.queue.Watermarks.Mark;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** The leases: given, extended, ended. */
@ApplicationScoped
public class Claims {

  private static final String UNIQUE_VIOLATION = "23505";

  private final TenantSql sql;
  private final Watermarks watermarks;
  private final Events events;

  Claims(TenantSql sql, Watermarks watermarks, Events events) {
    this.sql = sql;
    this.watermarks = watermarks;
    this.events = events;
  }

  /**
   * Claims what the agent may call, own callbacks and the team's leads alike, best first.
   *
   * @param fromMarks whether to begin at the watermarks and to look only so far; an empty answer is
   *     only final without them
   */
  List<Claim> claim(AgentId agent, List<Bucket> open, int limit, boolean fromMarks, Instant now) {
    List<Long> buckets = open.stream().map(Bucket::id).toList();
    List<BucketMark> marks =
        buckets.stream()
            .map(id -> new BucketMark(id, fromMarks ? watermarks.of(id, now) : Mark.START))
            .toList();
    Watermarks.Walk walk = watermarks.begin(now);
    String statement =
        ClaimStatement.forAgent(buckets, limit, fromMarks ? Reach.NEAR : Reach.TO_THE_END);
    List<Found> found = lease(statement, agent, marks, limit, now);
    found.forEach(f -> walk.found(f.place().bucket(), f.place().mark()));
    found.stream().filter(Found::unannounced).forEach(f -> announceDue(f.claim(), now));
    return found.stream().map(Found::claim).toList();
  }

  private record BucketMark(long bucket, Mark mark) {}

  /** A claim, where it was found, and whether nobody had announced yet that its callback is due. */
  private record Found(Claim claim, BucketMark place, boolean unannounced) {}

  private void announceDue(Claim claim, Instant now) {
    events.record(
        EventType.CALLBACK_DUE,
        claim.callback().orElseThrow().value(),
        now,
        "leadId",
        claim.lead(),
        "campaignId",
        claim.campaign());
  }

  private List<Found> lease(
      String statement, AgentId agent, List<BucketMark> marks, int limit, Instant now) {
    UUID[] ids = Stream.generate(Ids::next).limit(limit).toArray(UUID[]::new);
    try {
      return sql.query(
          statement,
          q -> {
            q.bind("agent", agent.value())
                .bind("now", now)
                .bindArray("ids", UUID.class, (Object[]) ids);
            marks.forEach(m -> bind(q, m));
            return q.map((rs, ctx) -> found(rs)).list();
          });
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException cause
          && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
        throw new Collision(e);
      }
      throw e;
    }
  }

  private static void bind(Query query, BucketMark m) {
    query
        .bind("rank" + m.bucket(), m.mark().rank())
        .bind("due" + m.bucket(), m.mark().dueAt())
        .bind("lead" + m.bucket(), m.mark().lead());
  }

  private static Found found(ResultSet rs) throws SQLException {
    Claim claim = read(rs);
    Mark mark = new Mark(rs.getInt("rank"), claim.place().dueAt(), claim.lead().value());
    return new Found(
        claim, new BucketMark(rs.getLong("bucket_id"), mark), rs.getBoolean("unannounced"));
  }

  private static Claim read(ResultSet rs) throws SQLException {
    return new Claim(
        new ClaimId(uuid(rs, "id")),
        ClaimStatus.valueOf(rs.getString("status")),
        new AgentId(uuid(rs, "agent_id")),
        new CampaignId(uuid(rs, "campaign_id")),
        new LeadId(uuid(rs, "lead_id")),
        Optional.ofNullable(rs.getObject("callback_id", UUID.class)).map(CallbackId::new),
        Optional.ofNullable(rs.getObject("task_id", UUID.class)).map(TaskId::new),
        Optional.ofNullable(rs.getString("phone")).map(PhoneNumber::new),
        rs.getLong("fence"),
        new QueuePlace(
            Tier.of(rs.getInt("tier")),
            rs.getInt("score"),
            instant(rs, "due_at"),
            rs.getBoolean("overdue")),
        instant(rs, "claimed_at"),
        instant(rs, "expires_at"),
        instant(rs, "call_until"),
        Arrays.stream((String[]) rs.getArray("rules").getArray()).map(RuleId::new).toList(),
        Optional.ofNullable(rs.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static UUID uuid(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, UUID.class);
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A claim, live or ended. @throws NotFound if the tenant has none with this id */
  public Claim get(ClaimId id) {
    return sql.query(
            """
            select c.*, coalesce(cb.overdue_at <= c.claimed_at, false) as overdue
            from claim c left join callback cb on cb.tenant_id = c.tenant_id and cb.id = c.callback_id
            where c.tenant_id = :tenant and c.id = :id
            """,
            q -> q.bind("id", id.value()).map((rs, ctx) -> read(rs)).findOne())
        .orElseThrow(() -> new NotFound("claim", id));
  }

  /**
   * @throws NotFound if the tenant has no such agent
   */
  void requireAgent(AgentId agent) {
    boolean known =
        sql.query(
            "select exists (select from agent where tenant_id = :tenant and id = :id)",
            q -> q.bind("id", agent.value()).mapTo(Boolean.class).one());
    if (!known) {
      throw new NotFound("agent", agent);
    }
  }

  /** Seconds a lease of this campaign lasts. */
  int leaseSeconds(CampaignId campaign) {
    return sql.query(
        "select lease_seconds from campaign where tenant_id = :tenant and id = :id",
        q -> q.bind("id", campaign.value()).mapTo(Integer.class).one());
  }

  /** Moves the end of a live lease; false if it is not live any more. */
  boolean extend(ClaimId id, Instant until, Instant now) {
    int leases =
        sql.update(
            """
            update queue_entry set lease_expires_at = :until
            where tenant_id = :tenant and lead_id = (select lead_id from claim where tenant_id = :tenant and id = :id)
              and claim_id = :id and lease_expires_at > :now
            """,
            u -> u.bind("id", id.value()).bind("until", until).bind("now", now));
    if (leases == 1) {
      sql.update(
          "update claim set expires_at = :until where tenant_id = :tenant and id = :id",
          u -> u.bind("id", id.value()).bind("until", until));
    }
    return leases == 1;
  }

  /**
   * Ends a claim that holds its lead; false if it does not hold it any more. Only a live claim is
   * COMPLETED, and only one whose lease has run out is EXPIRED. The lead's row must be derived anew
   * afterwards.
   *
   * @param reason why it goes back uncalled; null for other ends
   */
  public boolean end(
      ClaimId id,
      ClaimStatus status,
      @Nullable ReleaseReason reason,
      @Nullable String note,
      Instant now) {
    int leases =
        sql.update(
            """
            update queue_entry
            set state = 1, claim_id = null, lease_expires_at = null, blocked_by = 'CLAIMED'
            where tenant_id = :tenant and lead_id = (select lead_id from claim where tenant_id = :tenant and id = :id)
              and claim_id = :id
              and case :status when 'EXPIRED' then lease_expires_at <= :now when 'COMPLETED' then lease_expires_at > :now else true end
            """,
            u -> u.bind("id", id.value()).bind("status", status.name()).bind("now", now));
    if (leases == 0) {
      return false;
    }
    sql.update(
        """
        update claim set status = :status, ended_at = :now, release_reason = :reason, note = :note
        where tenant_id = :tenant and id = :id
        """,
        u ->
            u.bind("id", id.value())
                .bind("status", status.name())
                .bind("now", now)
                .bind("reason", reason == null ? null : reason.name())
                .bind("note", note));
    giveBackPromise(id, now);
    return true;
  }

  /**
   * Ends a claim if its lease has run out and it still holds its lead. The lead's row must be
   * derived anew afterwards.
   */
  public void expire(Claim claim, Instant now) {
    if (end(claim.id(), ClaimStatus.EXPIRED, null, null, now)) {
      events.record(
          EventType.CLAIM_EXPIRED,
          claim.id().value(),
          now,
          "leadId",
          claim.lead(),
          "agentId",
          claim.agent(),
          "expiredAt",
          claim.expiresAt());
    }
  }

  private void giveBackPromise(ClaimId id, Instant now) {
    sql.update(
        """
        update callback cb set status = 'DUE', version = cb.version + 1, updated_at = :now
        from claim c
        where c.tenant_id = :tenant and c.id = :id and cb.tenant_id = :tenant and cb.id = c.callback_id
          and cb.status = 'CLAIMED'
        """,
        u -> u.bind("id", id.value()).bind("now", now));
  }

  /** The live claim on a lead. */
  public Optional<ClaimId> liveOn(LeadId lead) {
    return live("lead_id = :key", lead.value()).stream().findFirst();
  }

  private List<ClaimId> live(String which, Object key) {
    return sql.query(
        "select claim_id from queue_entry where tenant_id = :tenant and state = 2 and "
            + which
            + " order by claim_id",
        q -> q.bind("key", key).mapTo(UUID.class).stream().map(ClaimId::new).toList());
  }

  /** The live claims of an agent. */
  public List<ClaimId> liveOf(AgentId agent) {
    return sql.query(
        "select id from claim where tenant_id = :tenant and agent_id = :agent and status = 'ACTIVE'"
            + " order by id",
        q -> q.bind("agent", agent.value()).mapTo(UUID.class).stream().map(ClaimId::new).toList());
  }

  /** Claims whose lease has run out. Another process may be ending them too. */
  List<Claim> lapsed(int limit, Instant now) {
    return sql.query(
        """
        select c.*, false as overdue
        from queue_entry q join claim c on c.tenant_id = q.tenant_id and c.id = q.claim_id
        where q.tenant_id = :tenant and q.state = 2 and q.lease_expires_at <= :now
        order by q.lease_expires_at, q.lead_id
        limit :limit
        """,
        q -> q.bind("now", now).bind("limit", limit).map((rs, ctx) -> read(rs)).list());
  }
}
