package io.warmline.core.reach;

import io.warmline.core.NotFound;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Reach;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds those who act to what they reach: what they name is looked for with their own eyes, and
 * what these do not see is not there, for whatever reason.
 */
@ApplicationScoped
public class RequireReached {

  private static final String FIRST_HIDDEN =
      """
      select w.place
      from unnest(:kinds, :ids) with ordinality w (kind, id, place)
      where not case w.kind
        when 'APPOINTMENT' then exists (select 1 from appointment x where x.tenant_id = :tenant and x.id = w.id)
        when 'CALL' then exists (select 1 from call x where x.tenant_id = :tenant and x.id = w.id)
        when 'CALLBACK' then exists (select 1 from callback x where x.tenant_id = :tenant and x.id = w.id)
        when 'CAMPAIGN' then exists (select 1 from campaign x where x.tenant_id = :tenant and x.id = w.id)
        when 'CLAIM' then exists (select 1 from claim x where x.tenant_id = :tenant and x.id = w.id)
        when 'CLIENT' then exists (select 1 from client x where x.tenant_id = :tenant and x.id = w.id)
        when 'FOLLOW_UP' then exists (select 1 from follow_up x where x.tenant_id = :tenant and x.id = w.id)
        when 'HANDOFF' then exists (select 1 from handoff x where x.tenant_id = :tenant and x.id = w.id)
        when 'IMPORT' then exists (select 1 from import_job x where x.tenant_id = :tenant and x.id = w.id)
        when 'LEAD' then exists (select 1 from lead x where x.tenant_id = :tenant and x.id = w.id)
        when 'OUTCOME' then exists (select 1 from outcome x where x.tenant_id = :tenant and x.id = w.id)
        else false end
      order by w.place
      limit 1
      """;

  private final CurrentTenant current;
  private final TenantTransaction transaction;
  private final TenantSql sql;

  RequireReached(CurrentTenant current, TenantTransaction transaction, TenantSql sql) {
    this.current = current;
    this.transaction = transaction;
    this.sql = sql;
  }

  /**
   * In the transaction that is open. Whoever reaches everything is asked nothing.
   *
   * @throws NotFound with the first of these that is not seen
   */
  public void of(List<Named> named) {
    Reach reach = current.reach();
    List<Named> asked =
        named.stream()
            .filter(one -> reach.toClient().isPresent() || one.kind().isAnAgents())
            .toList();
    if (reach.isWhole() || asked.isEmpty()) {
      return;
    }
    transaction
        .seeing(reach, () -> firstHidden(asked))
        .ifPresent(
            hidden -> {
              throw new NotFound(hidden.kind().word(), hidden.id());
            });
  }

  private Optional<Named> firstHidden(List<Named> named) {
    return sql.query(
        FIRST_HIDDEN,
        q ->
            q.bindArray("kinds", String.class, named.stream().map(n -> n.kind().name()).toArray())
                .bindArray("ids", UUID.class, named.stream().map(Named::id).toArray())
                .mapTo(Integer.class)
                .findOne()
                .map(place -> named.get(place - 1)));
  }
}
