package io.warmline.core.reach;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The campaigns out of which somebody works who names none. */
@ApplicationScoped
public class CampaignsReached {

  private final CurrentTenant current;
  private final TenantSql sql;

  CampaignsReached(CurrentTenant current, TenantSql sql) {
    this.current = current;
    this.sql = sql;
  }

  /**
   * Those that were named, else those that are reached.
   *
   * @param named they are reached; null: none were named
   * @return null: all of the tenant
   */
  public @Nullable Set<CampaignId> orAll(@Nullable Set<CampaignId> named) {
    return named == null ? current.reach().toClient().map(this::of).orElse(null) : named;
  }

  private Set<CampaignId> of(ClientId client) {
    return sql.query(
        "select id from campaign where tenant_id = :tenant and client_id = :client",
        q ->
            q.bind("client", client.value()).mapTo(UUID.class).stream()
                .map(CampaignId::new)
                .collect(Collectors.toSet()));
  }
}
