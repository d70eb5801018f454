package io.warmline.core.callrecord;

import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Forgets what calls say of persons, and why they were legal. The bare call stays: who called when,
 * in which campaign, and what came of it. So figures stay as they are.
 */
@ApplicationScoped
public class ForgetCallDetails {

  private final TenantSql sql;

  ForgetCallDetails(TenantSql sql) {
    this.sql = sql;
  }

  /**
   * Of calls that began before that time, oldest first; in the transaction that is open.
   *
   * @param most of how many at most
   * @return of how many
   */
  public int before(Instant before, Instant now, int most) {
    return sql.update(
        """
        update call set phone = null, called_from = null, notes = null, reason = null, recording_url = null, qualification = null, before = null,
          evidence = '{}', breaches = '[]', details_gone_at = :now, version = version + 1
        where tenant_id = :tenant and id in (
          select k.id from call k
          where k.tenant_id = :tenant and k.started_at < :before and k.details_gone_at is null
          order by k.started_at, k.id
          limit :most)
        """,
        u -> u.bind("before", before).bind("now", now).bind("most", most));
  }
}
