package io.warmline.core.webhook;

import io.warmline.core.Cursor;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.WebhookId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The webhooks of the tenant. */
@ApplicationScoped
public class Webhooks {

  private final TenantSql sql;

  Webhooks(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Enters one.
   *
   * @param position the number of the last event that is not sent to it
   */
  void add(Webhook webhook, String secret, long position) {
    sql.update(
        """
        insert into webhook (tenant_id, id, version, url, description, event_types, campaign_ids, full_data, disabled_reason,
            secret, position, created_at, updated_at)
        values (:tenant, :id, 0, :url, :description, :types, :campaigns, :full, :disabled, :secret, :position, :now, :now)
        """,
        u ->
            bind(u, webhook.terms())
                .bind("id", webhook.id().value())
                .bindByType(
                    "disabled", webhook.disabled().map(Enum::name).orElse(null), String.class)
                .bind("secret", secret)
                .bind("position", position)
                .bind("now", webhook.createdAt()));
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Webhook.Terms terms) {
    return statement
        .bind("url", terms.destination().toString())
        .bindByType("description", terms.description().orElse(null), String.class)
        .bindArray("types", String.class, terms.types().toArray())
        .bindArray(
            "campaigns", UUID.class, terms.campaigns().stream().map(CampaignId::value).toArray())
        .bind("full", terms.fullData());
  }

  /** How many there are. */
  int count() {
    return sql.query(
        "select count(*) from webhook where tenant_id = :tenant",
        q -> q.mapTo(Integer.class).one());
  }

  /**
   * One by its id.
   *
   * @throws NotFound if the tenant has none with this id
   */
  public Webhook get(WebhookId id) {
    return find(
        """
        select id, version, url, description, event_types, campaign_ids, full_data, disabled_reason, failing_since, created_at, updated_at
        from webhook where tenant_id = :tenant and id = :id
        """,
        id);
  }

  /** As {@link #get}, and nobody else changes it until the transaction ends. */
  Webhook lock(WebhookId id) {
    return find(
        """
        select id, version, url, description, event_types, campaign_ids, full_data, disabled_reason, failing_since, created_at, updated_at
        from webhook where tenant_id = :tenant and id = :id for update
        """,
        id);
  }

  private Webhook find(String query, WebhookId id) {
    return sql.query(
        query,
        q ->
            q.bind("id", id.value())
                .map((rs, ctx) -> webhook(rs))
                .findOne()
                .orElseThrow(() -> new NotFound("webhook", id)));
  }

  /** Newest first. */
  public Page<Webhook> list(Cursor.Paging paging) {
    Cursor after = paging.after();
    return sql.query(
        """
        select id, version, url, description, event_types, campaign_ids, full_data, disabled_reason, failing_since, created_at, updated_at
        from webhook
        where tenant_id = :tenant and (cast(:after as uuid) is null or id < :after)
        order by id desc limit :limit
        """,
        q ->
            Page.of(
                q.bindByType("after", after == null ? null : after.id(), UUID.class)
                    .bind("limit", paging.probe())
                    .map((rs, ctx) -> webhook(rs))
                    .list(),
                paging.limit(),
                webhook -> new Cursor("", webhook.id().value())));
  }

  static Webhook webhook(ResultSet rs) throws SQLException {
    Optional<Webhook.Disabled> disabled =
        Optional.ofNullable(rs.getString("disabled_reason")).map(Webhook.Disabled::valueOf);
    Webhook.Terms terms =
        new Webhook.Terms(
            new Destination(URI.create(rs.getString("url"))),
            Optional.ofNullable(rs.getString("description")),
            Arrays.asList((String[]) rs.getArray("event_types").getArray()),
            Arrays.stream((UUID[]) rs.getArray("campaign_ids").getArray())
                .map(CampaignId::new)
                .toList(),
            rs.getBoolean("full_data"),
            disabled.isEmpty());
    return new Webhook(
        new WebhookId(rs.getObject("id", UUID.class)),
        rs.getInt("version"),
        terms,
        disabled,
        instant(rs, "failing_since"),
        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
        rs.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    @Nullable OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }

  /** It has these terms from now on. Enabling it forgets that it failed. */
  void become(WebhookId id, Webhook.Terms terms, Instant now) {
    sql.update(
        """
        update webhook set version = version + 1, url = :url, description = :description, event_types = :types,
          campaign_ids = :campaigns, full_data = :full, updated_at = :now,
          disabled_reason = case when :enabled then null else coalesce(disabled_reason, 'BY_USER') end,
          failing_since = case when :enabled and disabled_reason is not null then null else failing_since end,
          not_before = case when :enabled and disabled_reason is not null then null else not_before end
        where tenant_id = :tenant and id = :id
        """,
        u ->
            bind(u, terms)
                .bind("id", id.value())
                .bind("enabled", terms.enabled())
                .bind("now", now));
  }

  /** It has another secret; the one before is good until then. */
  void rotate(WebhookId id, String secret, Instant until, Instant now) {
    sql.update(
        """
        update webhook set version = version + 1, old_secret = secret, old_secret_until = :until, secret = :secret, updated_at = :now
        where tenant_id = :tenant and id = :id
        """,
        u -> u.bind("id", id.value()).bind("secret", secret).bind("until", until).bind("now", now));
  }

  /** With all its deliveries. */
  void remove(WebhookId id) {
    sql.update(
        "delete from webhook where tenant_id = :tenant and id = :id",
        u -> u.bind("id", id.value()));
  }

  /**
   * Nothing is sent to it any more.
   *
   * @return false if it was disabled before
   */
  boolean disable(WebhookId id, Webhook.Disabled reason, Instant now) {
    return sql.update(
            """
            update webhook set version = version + 1, disabled_reason = :reason, updated_at = :now
            where tenant_id = :tenant and id = :id and disabled_reason is null
            """,
            u -> u.bind("id", id.value()).bind("reason", reason.name()).bind("now", now))
        == 1;
  }

  /** Something has arrived. */
  void succeeded(WebhookId id) {
    sql.update(
        """
        update webhook set failing_since = null, not_before = null
        where tenant_id = :tenant and id = :id and failing_since is not null
        """,
        u -> u.bind("id", id.value()));
  }

  /**
   * Something has not arrived.
   *
   * @param notBefore when it wants to hear again; empty: it did not say
   * @return since when nothing has arrived
   */
  Optional<Instant> failed(WebhookId id, Optional<Instant> notBefore, Instant now) {
    return sql.query(
        """
        update webhook set failing_since = coalesce(failing_since, :now), not_before = greatest(not_before, :until)
        where tenant_id = :tenant and id = :id
        returning failing_since
        """,
        q ->
            q.bind("id", id.value())
                .bindByType("until", notBefore.orElse(null), Instant.class)
                .bind("now", now)
                .mapTo(Instant.class)
                .findOne());
  }
}
