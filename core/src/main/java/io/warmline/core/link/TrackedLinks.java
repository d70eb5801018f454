package io.warmline.core.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.id.TrackedLinkId;
import io.warmline.core.tenant.LocalSettings;
import io.warmline.core.tenant.SecretToken;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/**
 * The tracked links of the tenant. Nobody can guess a token (144 random bits), and whoever reads
 * the database learns none: only its SHA-256 is kept.
 */
@ApplicationScoped
public class TrackedLinks {

  private static final int BYTES = 18;

  private final TenantSql sql;

  TrackedLinks(TenantSql sql) {
    this.sql = sql;
  }

  /** Whose link it is. */
  public record Found(TenantId tenant, TrackedLink link) {}

  /** A new token. */
  public String newToken() {
    return SecretToken.ofBytes(BYTES).text();
  }

  /** Keeps a link under a token. */
  public void add(TrackedLink link, String token) {
    sql.update(
        """
        insert into tracked_link (tenant_id, id, lead_id, follow_up_id, token_hash, target_url, created_at)
        values (:tenant, :id, :lead, :followUp, decode(:hash, 'hex'), :target, :now)
        """,
        u ->
            u.bind("id", link.id().value())
                .bind("lead", link.lead().value())
                .bind("followUp", link.followUp().map(FollowUpId::value).orElse(null))
                .bind("hash", new SecretToken(token).digest())
                .bind("target", link.target().text())
                .bind("now", link.createdAt()));
  }

  /** Links of the lead belong to a message from now on; how many of these the lead has. */
  public int belongTo(FollowUpId followUp, LeadId lead, Collection<TrackedLinkId> links) {
    return sql.update(
        """
        update tracked_link set follow_up_id = :followUp
        where tenant_id = :tenant and lead_id = :lead and id = any(:links)
        """,
        u ->
            u.bind("followUp", followUp.value())
                .bind("lead", lead.value())
                .bindArray(
                    "links", UUID.class, links.stream().map(TrackedLinkId::value).toArray()));
  }

  /** The link with this token, of whichever tenant; in a transaction of its own. */
  public Optional<Found> withToken(String token) {
    String hash = new SecretToken(token).digest();
    return QuarkusTransaction.requiringNew().call(() -> find(hash));
  }

  private Optional<Found> find(String hash) {
    return sql.jdbi()
        .withHandle(
            handle -> {
              LocalSettings.of("app.presented_link", hash).make(handle);
              return handle
                  .createQuery("select * from tracked_link where token_hash = decode(:hash, 'hex')")
                  .bind("hash", hash)
                  .map((RowView row) -> found(row))
                  .findOne();
            });
  }

  private static Found found(RowView row) {
    return new Found(
        new TenantId(row.getColumn("tenant_id", UUID.class)),
        new TrackedLink(
            row.getColumn("id", TrackedLinkId.class),
            row.getColumn("lead_id", LeadId.class),
            Optional.ofNullable(row.getColumn("follow_up_id", FollowUpId.class)),
            new TargetUrl(row.getColumn("target_url", String.class)),
            row.getColumn("created_at", Instant.class)));
  }
}
