package io.warmline.core.signal;

import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.SignalId;
import io.warmline.core.id.TrackedLinkId;
import io.warmline.core.signal.SignalEffect.Collapsed;
import io.warmline.core.signal.SignalEffect.Touched;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The signals of the tenant. */
@ApplicationScoped
class Signals {

  private static final String ADD =
      """
      insert into signal (tenant_id, id, lead_id, campaign_id, type, occurred_at, event_id, url, user_agent, link_id, follow_up_id,
                          counted, reason, created_at)
      values (:tenant, :id, :lead, :campaign, :type, :at, :event, :url, :agent, :link, :followUp, :counted, :reason, :now)
      on conflict do nothing
      """;

  private final TenantSql sql;

  Signals(TenantSql sql) {
    this.sql = sql;
  }

  /** Adds them; those that were recorded before under the same event id are not in the answer. */
  Set<SignalId> addAll(List<Arrival> arrivals, Instant now) {
    sql.batch(ADD, arrivals, (arrival, row) -> bind(arrival, row).bind("now", now));
    return sql.query(
        "select id from signal where tenant_id = :tenant and id = any(:ids)",
        q ->
            q.bindArray("ids", UUID.class, arrivals.stream().map(a -> a.id().value()).toArray())
                .mapTo(SignalId.class)
                .set());
  }

  private static PreparedBatch bind(Arrival arrival, PreparedBatch row) {
    TrackedLinkId link = arrival.linkId();
    FollowUpId followUp = arrival.followUp();
    return row.bind("id", arrival.id().value())
        .bind("lead", arrival.lead().id().value())
        .bind("campaign", arrival.lead().campaign().value())
        .bind("type", arrival.type().name())
        .bind("at", arrival.occurredAt())
        .bind("event", arrival.report().eventId())
        .bind("url", arrival.report().url())
        .bind("agent", arrival.report().userAgent())
        .bind("link", link == null ? null : link.value())
        .bind("followUp", followUp == null ? null : followUp.value())
        .bind("counted", arrival.isCounted())
        .bind("reason", arrival.uncounted().map(Enum::name).orElse(null));
  }

  /**
   * Clicks on several links of one message within a second are a scanner's: none of them counts any
   * more. The caller holds the locks of the leads' numbers.
   *
   * @param since clicks before are not looked at
   * @return those that counted until now
   */
  Set<SignalId> discountBursts(Collection<UUID> leads, Instant since) {
    return sql.query(
        """
        update signal s set counted = false, reason = 'BURST', effect = 'TOUCH', collapsed_into = null
        where s.tenant_id = :tenant and s.lead_id = any(:leads) and s.occurred_at >= :since and s.type = 'LINK_CLICK'
          and s.counted
          and exists (select 1 from signal o
                      where o.tenant_id = :tenant and o.lead_id = s.lead_id and o.type = 'LINK_CLICK'
                        and o.occurred_at > s.occurred_at - interval '1 second'
                        and o.occurred_at < s.occurred_at + interval '1 second'
                        and o.follow_up_id is not distinct from s.follow_up_id
                        and coalesce(cast(o.link_id as text), o.url) <> coalesce(cast(s.link_id as text), s.url))
        returning s.id
        """,
        q ->
            q.bindArray("leads", UUID.class, leads.toArray())
                .bind("since", since)
                .mapTo(SignalId.class)
                .set());
  }

  /** Those of these into which other signals have collapsed that count. */
  Set<SignalId> stillBorneOut(Set<SignalId> subjects) {
    return sql.query(
        """
        select distinct collapsed_into from signal
        where tenant_id = :tenant and collapsed_into = any(:ids) and counted
        """,
        q ->
            q.bindArray("ids", UUID.class, subjects.stream().map(SignalId::value).toArray())
                .mapTo(SignalId.class)
                .set());
  }

  /** Enters what they did to the queue, and how often others were repeated. */
  void conclude(Map<SignalId, SignalEffect> effects) {
    sql.batch(
        """
        update signal set effect = :effect, reason = :reason, collapsed_into = :into
        where tenant_id = :tenant and id = :id
        """,
        effects.entrySet(),
        (e, row) ->
            row.bind("id", e.getKey().value())
                .bind("effect", e.getValue().label())
                .bind("reason", e.getValue() instanceof Touched t ? t.reason().name() : null)
                .bind("into", into(e.getValue())));
    List<UUID> repeated =
        effects.values().stream()
            .filter(Collapsed.class::isInstance)
            .map(Signals::into)
            .distinct()
            .toList();
    if (!repeated.isEmpty()) {
      sql.update(
          """
          update signal s set repeats = (select count(*) from signal o
                                         where o.tenant_id = :tenant and o.lead_id = s.lead_id and o.collapsed_into = s.id)
          where s.tenant_id = :tenant and s.id = any(:ids)
          """,
          u -> u.bindArray("ids", UUID.class, repeated.toArray()));
    }
  }

  private static @Nullable UUID into(SignalEffect effect) {
    return effect instanceof Collapsed collapsed ? collapsed.into().value() : null;
  }
}
