package io.warmline.core.webhook;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.event.EventMonths;
import io.warmline.core.event.Events;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.DeliveryId;
import io.warmline.core.id.TenantId;
import io.warmline.core.id.WebhookId;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events on their way to webhooks. */
@ApplicationScoped
public class Deliveries {

  private final TenantSql sql;
  private final EventMonths months;
  private final CurrentTenant tenant;

  Deliveries(TenantSql sql, EventMonths months, CurrentTenant tenant) {
    this.sql = sql;
    this.months = months;
    this.tenant = tenant;
  }

  /**
   * A webhook that has not seen all events.
   *
   * @param position the number of the last one that it has
   */
  record Behind(Webhook webhook, long position) {}

  /** Those that have not seen all; each is this transaction's until it ends. */
  List<Behind> behind(long last) {
    return sql.query(
        """
        select id, version, url, description, event_types, campaign_ids, full_data, disabled_reason, failing_since, created_at,
          updated_at, position
        from webhook
        where tenant_id = :tenant and disabled_reason is null and position < :last
        order by id for update skip locked
        """,
        q ->
            q.bind("last", last)
                .map((rs, ctx) -> new Behind(Webhooks.webhook(rs), rs.getLong("position")))
                .list());
  }

  /**
   * An event that a webhook wants.
   *
   * @param about the lead it is about, or else its subject: what order is kept for
   */
  private record Wanted(long sequence, String type, UUID about) {}

  /**
   * Enters the events of this range that the webhook wants; those that were entered before are not
   * entered again.
   *
   * @return the numbers of those that it wants
   */
  List<Long> enter(Webhook webhook, long after, long upTo, Instant now) {
    List<Wanted> wanted = wanted(webhook, after, upTo);
    sql.batch(
        """
        insert into webhook_delivery (tenant_id, id, webhook_id, sequence, type, about_id, status, next_attempt_at, created_at)
        values (:tenant, :id, :webhook, :sequence, :type, :about, 'PENDING', :now, :now)
        on conflict (tenant_id, webhook_id, sequence) do nothing
        """,
        wanted,
        (one, row) ->
            row.bind("id", DeliveryId.next().value())
                .bind("webhook", webhook.id().value())
                .bind("sequence", one.sequence())
                .bind("type", one.type())
                .bind("about", one.about())
                .bind("now", now));
    return wanted.stream().map(Wanted::sequence).toList();
  }

  private List<Wanted> wanted(Webhook webhook, long after, long upTo) {
    Webhook.Terms terms = webhook.terms();
    EventMonths.Span span = months.span(after, upTo);
    return sql.query(
        """
        select e.sequence, e.type, coalesce(e.lead_id, e.subject_id) as about
        from event e
        left join lead l on l.tenant_id = :tenant and l.id = e.lead_id
        where e.tenant_id = :tenant and e.month between :firstMonth and :lastMonth and e.sequence > :after and e.sequence <= :upTo
          and case when e.type = 'webhook.test' then e.subject_id = :webhook else
            (cardinality(:types) = 0 or e.type = any(:types) or split_part(e.type, '.', 1) || '.*' = any(:types))
            and (cardinality(:campaigns) = 0
              or cast(e.data ->> 'campaignId' as uuid) = any(:campaigns)
              or l.campaign_id = any(:campaigns)
              or (starts_with(e.type, 'campaign.') and e.subject_id = any(:campaigns))
              or (e.type = 'lead.moved' and cast(e.data ->> 'from' as uuid) = any(:campaigns)))
            end
        order by e.sequence
        """,
        q ->
            q.bind("firstMonth", span.first())
                .bind("lastMonth", span.last())
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("webhook", webhook.id().value())
                .bindArray("types", String.class, terms.types().toArray())
                .bindArray(
                    "campaigns",
                    UUID.class,
                    terms.campaigns().stream().map(CampaignId::value).toArray())
                .map(
                    (rs, ctx) ->
                        new Wanted(
                            rs.getLong("sequence"),
                            rs.getString("type"),
                            rs.getObject("about", UUID.class)))
                .list());
  }

  /** The webhook has all events up to this one. */
  void moveTo(WebhookId webhook, long position) {
    sql.update(
        "update webhook set position = :position where tenant_id = :tenant and id = :id",
        u -> u.bind("id", webhook.value()).bind("position", position));
  }

  /** Those of these that are over are sent again from the beginning. */
  void restart(WebhookId webhook, List<Long> sequences, Instant now) {
    sql.update(
        """
        update webhook_delivery set status = 'PENDING', tries = 0, next_attempt_at = :now, finished_at = null
        where tenant_id = :tenant and webhook_id = :webhook and sequence = any(:sequences) and status <> 'PENDING'
        """,
        u ->
            u.bind("webhook", webhook.value())
                .bindArray("sequences", Long.class, sequences.toArray())
                .bind("now", now));
  }

  /** Those that wait do not wait any longer, and have all their tries again. */
  void hurry(WebhookId webhook, Instant now) {
    sql.update(
        """
        update webhook_delivery set tries = 0, next_attempt_at = :now
        where tenant_id = :tenant and webhook_id = :webhook and status = 'PENDING'
        """,
        u -> u.bind("webhook", webhook.value()).bind("now", now));
  }

  /**
   * A webhook to which something may be sent now.
   *
   * @param underWay how many messages are on their way to it, from any server
   */
  record Open(WebhookId webhook, boolean failing, int underWay) {}

  /** All of them for which something is due. */
  List<Open> open(Instant now) {
    return sql.query(
        """
        select w.id, w.failing_since is not null as failing,
          (select count(*) from webhook_delivery u
           where u.tenant_id = :tenant and u.webhook_id = w.id and u.status = 'PENDING' and u.leased_until > :now) as under_way
        from webhook w
        where w.tenant_id = :tenant and w.disabled_reason is null and (w.not_before is null or w.not_before <= :now)
          and exists (select 1 from webhook_delivery d
                      where d.tenant_id = :tenant and d.webhook_id = w.id and d.status = 'PENDING' and d.next_attempt_at <= :now)
        order by w.id
        """,
        q ->
            q.bind("now", now)
                .map(
                    (rs, ctx) ->
                        new Open(
                            new WebhookId(rs.getObject("id", UUID.class)),
                            rs.getBoolean("failing"),
                            rs.getInt("under_way")))
                .list());
  }

  /**
   * Takes what is due for a webhook. Nobody else takes it until the lease is over; of what is about
   * one lead only the first is taken.
   */
  List<Parcel> take(WebhookId webhook, int limit, Instant leasedUntil, Instant now) {
    return sql.query(
        """
        with due as (
          select d.id from webhook_delivery d
          where d.tenant_id = :tenant and d.webhook_id = :webhook and d.status = 'PENDING' and d.next_attempt_at <= :now
            and (d.leased_until is null or d.leased_until <= :now)
            and not exists (
              select 1 from webhook_delivery b
              where b.tenant_id = :tenant and b.webhook_id = :webhook and b.about_id = d.about_id and b.status = 'PENDING'
                and b.sequence < d.sequence)
          order by d.next_attempt_at, d.sequence
          limit :limit
          for update skip locked
        ), taken as (
          update webhook_delivery t set leased_until = :until, attempts = t.attempts + 1, tries = t.tries + 1
          from due
          where t.tenant_id = :tenant and t.id = due.id
          returning t.id, t.attempts, t.sequence
        )
        select t.id, t.attempts, w.url, w.full_data, w.secret,
          case when w.old_secret_until > :now then w.old_secret end as old_secret,
          e.sequence, e.type, e.occurred_at, e.subject_id, e.data
        from taken t
        join webhook w on w.tenant_id = :tenant and w.id = :webhook
        cross join lateral (
          select max(m.month) as month from event_month m where m.tenant_id = :tenant and m.first <= t.sequence) s
        join event e on e.tenant_id = :tenant and e.month = s.month and e.sequence = t.sequence
        order by t.sequence
        """,
        q ->
            q.bind("webhook", webhook.value())
                .bind("limit", limit)
                .bind("until", leasedUntil)
                .bind("now", now)
                .map((rs, ctx) -> parcel(rs, tenant.id(), webhook))
                .list());
  }

  private static Parcel parcel(ResultSet rs, TenantId tenant, WebhookId webhook)
      throws SQLException {
    List<String> secrets = new ArrayList<>(List.of(rs.getString("secret")));
    @Nullable String old = rs.getString("old_secret");
    if (old != null) {
      secrets.add(old);
    }
    return new Parcel(
        tenant,
        webhook,
        new DeliveryId(rs.getObject("id", UUID.class)),
        rs.getInt("attempts"),
        new Destination(URI.create(rs.getString("url"))),
        secrets,
        Events.event(rs),
        rs.getBoolean("full_data"));
  }

  /** Keeps an attempt. One that was kept before stays as it is. */
  void keep(Parcel parcel, Attempt attempt) {
    sql.update(
        """
        insert into webhook_attempt (tenant_id, delivery_id, number, made_at, took_ms, status_code, failure)
        select d.tenant_id, d.id, :number, :at, :took, cast(:status as integer), cast(:failure as text)
        from webhook_delivery d where d.tenant_id = :tenant and d.id = :id
        on conflict do nothing
        """,
        u ->
            u.bind("id", parcel.delivery().value())
                .bind("number", parcel.attempt())
                .bind("at", attempt.at())
                .bind("took", attempt.took().toMillis())
                .bindByType("status", attempt.status().orElse(null), Integer.class)
                .bindByType(
                    "failure", attempt.failure().map(Enum::name).orElse(null), String.class));
  }

  /**
   * How often it was tried since it was last begun.
   *
   * @return empty if a later attempt has been begun, or it is over: what this one says does not
   *     matter any more
   */
  Optional<Integer> triesOf(Parcel parcel) {
    return sql.query(
        """
        select tries from webhook_delivery
        where tenant_id = :tenant and id = :id and attempts = :number and status = 'PENDING' for update
        """,
        q ->
            q.bind("id", parcel.delivery().value())
                .bind("number", parcel.attempt())
                .mapTo(Integer.class)
                .findOne());
  }

  /** It has arrived, or was given up. */
  void finish(DeliveryId id, Delivery.Status status, Instant now) {
    sql.update(
        """
        update webhook_delivery set status = :status, next_attempt_at = null, leased_until = null, finished_at = :now
        where tenant_id = :tenant and id = :id
        """,
        u -> u.bind("id", id.value()).bind("status", status.name()).bind("now", now));
  }

  /** It is tried again then. */
  void postpone(DeliveryId id, Instant until) {
    sql.update(
        """
        update webhook_delivery set next_attempt_at = :until, leased_until = null
        where tenant_id = :tenant and id = :id
        """,
        u -> u.bind("id", id.value()).bind("until", until));
  }

  /**
   * One of a webhook.
   *
   * @throws NotFound if the webhook has none with this id
   */
  public Delivery get(WebhookId webhook, DeliveryId id) {
    List<Delivery> found =
        sql.query(
            """
            select id, sequence, type, status, next_attempt_at, created_at, finished_at
            from webhook_delivery where tenant_id = :tenant and webhook_id = :webhook and id = :id
            """,
            q ->
                q.bind("webhook", webhook.value())
                    .bind("id", id.value())
                    .map((rs, ctx) -> delivery(rs))
                    .list());
    if (found.isEmpty()) {
      throw new NotFound("delivery", id);
    }
    return withAttempts(found).get(0);
  }

  /** Those of a webhook, the last event first. */
  public Page<Delivery> list(
      WebhookId webhook, Optional<Delivery.Status> status, Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Delivery> rows =
        sql.query(
            """
            select id, sequence, type, status, next_attempt_at, created_at, finished_at
            from webhook_delivery
            where tenant_id = :tenant and webhook_id = :webhook and (cast(:status as text) is null or status = :status)
              and sequence < :before
            order by sequence desc limit :limit
            """,
            q ->
                q.bind("webhook", webhook.value())
                    .bindByType("status", status.map(Enum::name).orElse(null), String.class)
                    .bind("before", after == null ? Long.MAX_VALUE : Long.parseLong(after.key()))
                    .bind("limit", paging.probe())
                    .map((rs, ctx) -> delivery(rs))
                    .list());
    return Page.of(
        withAttempts(rows),
        paging.limit(),
        one -> new Cursor(String.valueOf(one.sequence()), one.id().value()));
  }

  private static Delivery delivery(ResultSet rs) throws SQLException {
    return new Delivery(
        new DeliveryId(rs.getObject("id", UUID.class)),
        rs.getLong("sequence"),
        rs.getString("type"),
        Delivery.Status.valueOf(rs.getString("status")),
        Webhooks.instant(rs, "next_attempt_at"),
        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
        Webhooks.instant(rs, "finished_at"),
        List.of());
  }

  private List<Delivery> withAttempts(List<Delivery> deliveries) {
    Map<DeliveryId, List<Delivery.DeliveryAttempt>> made = new LinkedHashMap<>();
    sql.query(
        """
        select delivery_id, number, made_at, took_ms, status_code, failure from webhook_attempt
        where tenant_id = :tenant and delivery_id = any(:ids)
        order by delivery_id, number
        """,
        q ->
            q.bindArray("ids", UUID.class, deliveries.stream().map(d -> d.id().value()).toArray())
                .map(
                    (rs, ctx) ->
                        made.computeIfAbsent(
                                new DeliveryId(rs.getObject("delivery_id", UUID.class)),
                                id -> new ArrayList<>())
                            .add(attempt(rs)))
                .list());
    return deliveries.stream()
        .map(
            d ->
                new Delivery(
                    d.id(),
                    d.sequence(),
                    d.type(),
                    d.status(),
                    d.nextAttemptAt(),
                    d.createdAt(),
                    d.finishedAt(),
                    made.getOrDefault(d.id(), List.of())))
        .toList();
  }

  private static Delivery.DeliveryAttempt attempt(ResultSet rs) throws SQLException {
    return new Delivery.DeliveryAttempt(
        rs.getInt("number"),
        rs.getObject("made_at", OffsetDateTime.class).toInstant(),
        Duration.ofMillis(rs.getLong("took_ms")),
        Optional.ofNullable(rs.getObject("status_code", Integer.class)),
        Optional.ofNullable(rs.getString("failure")).map(Attempt.Failure::valueOf));
  }

  /** Gives up what waits still and is about an event before this one. */
  int giveUpBefore(long sequence, int limit, Instant now) {
    return sql.update(
        """
        update webhook_delivery g set status = 'FAILED', next_attempt_at = null, leased_until = null, finished_at = :now
        where g.tenant_id = :tenant and g.id in (
          select d.id from webhook_delivery d where d.tenant_id = :tenant and d.status = 'PENDING' and d.sequence < :sequence limit :limit)
        """,
        u -> u.bind("sequence", sequence).bind("limit", limit).bind("now", now));
  }

  /** Forgets what was over before that time, with its attempts. */
  int forget(Instant before, int limit) {
    return sql.update(
        """
        delete from webhook_delivery f where f.tenant_id = :tenant and f.id in (
          select d.id from webhook_delivery d where d.tenant_id = :tenant and d.finished_at < :before limit :limit)
        """,
        u -> u.bind("before", before).bind("limit", limit));
  }
}
