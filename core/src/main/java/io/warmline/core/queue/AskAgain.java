package io.warmline.core.queue;

import io.warmline.core.InvalidValue;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.queue.ClaimNextLead.Outcome;
import io.warmline.core.tag.KnownTags;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** When it is worth asking again, for an agent for whom there is nothing now. */
@ApplicationScoped
class AskAgain {

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /*
   * What prospects wait for is found by the open callbacks and tasks, which are few, and not in the queue of the campaign.
   */
  private static final String PROMISED =
      Tier.in(
          """
          select min(greatest(q.not_before, b.opens_at)) as at
          from (
            select cb.lead_id from callback cb
            where cb.tenant_id = :tenant and cb.campaign_id = any(:held) and cb.status in ('SCHEDULED', 'DUE')
            union
            select k.lead_id from task k
            where k.tenant_id = :tenant and k.campaign_id = any(:held) and k.status in ('WAITING', 'DUE') and k.tier in ({EXPECTED})
          ) w
          join queue_entry q on q.tenant_id = :tenant and q.lead_id = w.lead_id and q.state in ('READY', 'WAITING')
            and q.tier in ({EXPECTED})
          join window_bucket b on b.tenant_id = :tenant and b.id = q.bucket_id and b.opens_at < '9999-01-01'
          where q.campaign_id = any(:everybodys) or q.agent_id = :agent
          """);

  private static final String GIVEN_BACK =
      """
      select min(lease_expires_at) as at
      from queue_entry
      where tenant_id = :tenant and lease_expires_at is not null and campaign_id = any(:held)
      """;

  private final TenantSql sql;
  private final NextOpening nextOpening;
  private final Quotas quotas;
  private final Assignments assignments;
  private final KnownTags tags;

  AskAgain(
      TenantSql sql,
      NextOpening nextOpening,
      Quotas quotas,
      Assignments assignments,
      KnownTags tags) {
    this.tags = tags;
    this.sql = sql;
    this.assignments = assignments;
    this.nextOpening = nextOpening;
    this.quotas = quotas;
  }

  /**
   * Nothing now, and whole seconds until there may be, rounded up.
   *
   * @throws InvalidValue UNKNOWN_TAG if the leads are asked for by a tag that none has ever had
   */
  Outcome.NothingCallable in(
      AgentId agent, @Nullable List<UUID> wanted, Segment segment, Instant now) {
    requireTags(wanted, segment);
    List<Share> shares = assignments.shares(agent, wanted);
    Rations rations = quotas.lookAt(shares, now);
    List<Share> held = shares.stream().filter(s -> !s.assigned() || rations.usedUp(s)).toList();
    if (held.isEmpty()) {
      return nothing(nextOpening.next(agent, wanted, segment), false, now);
    }
    List<Instant> times = new ArrayList<>();
    List<Share> free = shares.stream().filter(s -> !held.contains(s)).toList();
    nextOpening.next(agent, ids(free), segment).ifPresent(times::add);
    promised(agent, held).ifPresent(times::add);
    List<Share> rationed = held.stream().filter(Share::assigned).toList();
    boolean byQuota = false;
    for (Share share : rationed) {
      Optional<Instant> ready = nextOpening.next(agent, ids(List.of(share)), segment);
      Instant renewed = rations.until(share).orElseThrow();
      byQuota |= ready.filter(at -> !at.isAfter(now)).isPresent();
      ready.map(at -> at.isBefore(renewed) ? renewed : at).ifPresent(times::add);
    }
    givenBack(rationed.stream().filter(rations::mayComeBack).toList()).ifPresent(times::add);
    return nothing(times.stream().min(Comparator.naturalOrder()), byQuota, now);
  }

  /** Where nothing was found: whoever misspells a tag would wait for ever. */
  private void requireTags(@Nullable List<UUID> wanted, Segment segment) {
    List<CampaignId> campaigns =
        wanted == null ? List.of() : wanted.stream().map(CampaignId::new).toList();
    tags.require(segment.tags(), campaigns, "/tags");
  }

  /** When the next prospect of a campaign waits for a call. */
  Optional<Instant> promised(CampaignId campaign) {
    List<UUID> held = List.of(campaign.value());
    return promised(held, held, null);
  }

  private Optional<Instant> promised(AgentId agent, List<Share> held) {
    return promised(ids(held), ids(held.stream().filter(Share::assigned).toList()), agent.value());
  }

  private Optional<Instant> promised(List<UUID> held, List<UUID> everybodys, @Nullable UUID agent) {
    return earliest(
        PROMISED,
        q ->
            q.bindArray("held", UUID.class, held.toArray())
                .bindArray("everybodys", UUID.class, everybodys.toArray())
                .bind("agent", agent));
  }

  private Optional<Instant> givenBack(List<Share> held) {
    return held.isEmpty()
        ? Optional.empty()
        : earliest(GIVEN_BACK, q -> q.bindArray("held", UUID.class, ids(held).toArray()));
  }

  private Optional<Instant> earliest(String statement, Consumer<Query> bind) {
    return sql.query(
        statement,
        q -> {
          bind.accept(q);
          return q.map((rs, ctx) -> Optional.ofNullable(rs.getObject("at", OffsetDateTime.class)))
              .one()
              .map(OffsetDateTime::toInstant);
        });
  }

  private static List<UUID> ids(Collection<Share> shares) {
    return shares.stream().map(Share::campaign).toList();
  }

  private static Outcome.NothingCallable nothing(
      Optional<Instant> next, boolean byQuota, Instant now) {
    Duration wait =
        next.map(at -> Duration.between(now, at).plusMillis(999).truncatedTo(ChronoUnit.SECONDS))
            .orElse(LONGEST);
    Duration atLeast = wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    return new Outcome.NothingCallable(atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast, byQuota);
  }
}
