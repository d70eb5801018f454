package io.warmline.core.signal;

import io.warmline.core.id.LeadId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * What has passed between a prospect and us besides calls: messages sent, delivered and opened,
 * clicks, visits, forms and replies. They choose the opener of the next call.
 */
@ApplicationScoped
public class Touches {

  private static final int MOST = 200;

  private final TenantSql sql;

  Touches(TenantSql sql) {
    this.sql = sql;
  }

  /** Of what kind a touch was. */
  public enum Kind {
    /** A follow-up was sent to the prospect. */
    MESSAGE_SENT,
    LINK_CLICK,
    MICROSITE_VISIT,
    FORM_SUBMITTED,
    REPLY,
    INBOUND,
    MAIL_DELIVERED,
    MAIL_OPENED
  }

  /** A touch, and when. */
  public record Touch(Kind kind, Instant at) {}

  /** The touches of a lead, the latest first, at most 200; what scanners did is none. */
  public List<Touch> of(LeadId lead) {
    return sql.query(
        """
        select kind, at from (
          select type as kind, occurred_at as at, id from signal
          where tenant_id = :tenant and lead_id = :lead and counted
          union all
          select 'MESSAGE_SENT', sent_at, id from follow_up
          where tenant_id = :tenant and lead_id = :lead and sent_at is not null) touch
        order by at desc, id
        limit :most
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("most", MOST)
                .map(
                    row ->
                        new Touch(
                            row.getColumn("kind", Kind.class), row.getColumn("at", Instant.class)))
                .list());
  }
}
