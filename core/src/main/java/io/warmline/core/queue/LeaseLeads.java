package io.warmline.core.queue;

import io.warmline.core.event.CallbackDue;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.Ids;
import io.warmline.core.queue.ClaimStatement.Asked;
import io.warmline.core.queue.ClaimStatement.Reach;
import io.warmline.core.queue.Watermarks.Mark;
import io.warmline.core.tenant.LocalSettings;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction.Collision;
import io.warmline.core.tenant.UniqueIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Gives agents leases on the leads that are first in the open buckets. */
@ApplicationScoped
class LeaseLeads {

  private final TenantSql sql;

  /**
   * Leads of a segment are found by its index, not by a walk. A plan for any tenant takes this one
   * for one of average size, and may read all of its leads.
   */
  static final LocalSettings PLANNED_ANEW =
      LocalSettings.of("plan_cache_mode", "force_custom_plan");

  private final Watermarks watermarks;
  private final OneOfCompany oneOfCompany;
  private final Events events;

  LeaseLeads(TenantSql sql, Watermarks watermarks, OneOfCompany oneOfCompany, Events events) {
    this.sql = sql;
    this.oneOfCompany = oneOfCompany;
    this.watermarks = watermarks;
    this.events = events;
  }

  /**
   * Leases what the agent may call, own callbacks and the team's leads alike, best first.
   *
   * @param open how much is asked for of which buckets
   * @param segment only of these leads
   * @param most no more than so many, and one where of a company one lead is handed out at a time
   * @param fromMarks whether to begin at the watermarks and to look only so far; an empty answer is
   *     only final without them
   */
  List<Claim> to(
      AgentId agent, List<Asked> open, Segment segment, int most, boolean fromMarks, Instant now) {
    int limit = atOnce(open, most);
    List<BucketMark> marks =
        open.stream()
            .filter(Asked::isWalked)
            .map(Asked::bucket)
            .map(id -> new BucketMark(id, fromMarks ? watermarks.of(id, now) : Mark.START))
            .toList();
    Watermarks.Walk walk = watermarks.begin(now);
    Reach reach = fromMarks ? Reach.NEAR : Reach.TO_THE_END;
    if (!ClaimStatement.walksBuckets(reach, segment)) {
      sql.set(PLANNED_ANEW);
    }
    List<Found> found =
        lease(
            ClaimStatement.ask(open, limit, reach, segment),
            agent,
            q -> {
              segment.bind(q);
              if (ClaimStatement.walksBuckets(reach, segment)) {
                marks.forEach(m -> bind(q, m));
              }
            },
            limit,
            now);
    if (segment.isEveryone()) {
      found.forEach(f -> walk.found(f.place().bucket(), f.place().mark()));
    }
    return announced(found, now);
  }

  /** Where of a company one lead is handed out at a time they are leased one by one. */
  private static int atOnce(List<Asked> open, int limit) {
    return open.stream().anyMatch(Asked::byCompany) ? 1 : limit;
  }

  private List<Claim> announced(List<Found> found, Instant now) {
    oneOfCompany.requireAlone(
        found.stream().map(f -> f.claim().lead().value()).toList(),
        found.stream().flatMap(f -> f.companies().stream()).toList());
    found.stream().filter(Found::unannounced).forEach(f -> announceDue(f.claim(), now));
    return found.stream().map(Found::claim).toList();
  }

  /**
   * Leases the best leads of a part of the tiers, from the watermarks where these count; none if
   * there is none near.
   */
  List<Claim> to(AgentId agent, List<Asked> open, Among among, int most, Instant now) {
    int limit = atOnce(open, most);
    List<BucketMark> marks =
        open.stream()
            .filter(asked -> among.marked() && asked.isWalked())
            .map(Asked::bucket)
            .map(id -> new BucketMark(id, watermarks.of(id, now)))
            .toList();
    Watermarks.Walk walk = watermarks.begin(now);
    List<Found> found =
        lease(
            ClaimStatement.ask(open, limit, among),
            agent,
            q -> marks.forEach(m -> bind(q, m)),
            limit,
            now);
    if (among.marked()) {
      found.forEach(f -> walk.found(f.place().bucket(), f.place().mark()));
    }
    return announced(found, now);
  }

  private record BucketMark(long bucket, Mark mark) {}

  /**
   * A claim, where it was found, and whether nobody had announced yet that its callback is due.
   *
   * @param companies by what its company is known, where of a company one lead is handed out at a
   *     time
   */
  private record Found(
      Claim claim, BucketMark place, boolean unannounced, List<String> companies) {}

  private void announceDue(Claim claim, Instant now) {
    events.record(
        new CallbackDue(claim.callback().orElseThrow(), claim.lead(), claim.campaign()), now);
  }

  private List<Found> lease(
      String statement, AgentId agent, Consumer<Query> bind, int limit, Instant now) {
    UUID[] ids = Stream.generate(Ids::next).limit(limit).toArray(UUID[]::new);
    try {
      return sql.query(
          statement,
          q -> {
            q.bind("agent", agent.value())
                .bind("now", now)
                .bindArray("ids", UUID.class, (Object[]) ids);
            bind.accept(q);
            return q.map((rs, ctx) -> found(rs)).list();
          });
    } catch (UnableToExecuteStatementException e) {
      boolean numberIsTaken =
          UniqueIndex.brokenBy(e).filter(index -> index == UniqueIndex.LIVE_CLAIM).isPresent();
      throw numberIsTaken ? new Collision(e) : e;
    }
  }

  private static void bind(Query query, BucketMark m) {
    query
        .bind("rank" + m.bucket(), m.mark().rank())
        .bind("due" + m.bucket(), m.mark().dueAt())
        .bind("lead" + m.bucket(), m.mark().lead());
  }

  private static Found found(ResultSet rs) throws SQLException {
    Claim claim = ClaimRow.read(rs);
    Mark mark = new Mark(rs.getInt("rank"), claim.place().dueAt(), claim.lead().value());
    return new Found(
        claim,
        new BucketMark(rs.getLong("bucket_id"), mark),
        rs.getBoolean("unannounced"),
        Stream.of(
                Optional.ofNullable(rs.getString("company_domain")),
                Optional.ofNullable(rs.getString("company_name")))
            .flatMap(Optional::stream)
            .toList());
  }
}
