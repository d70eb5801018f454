package io.warmline.core.event;

import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Events stay, with ids and states; why somebody did something, in their words, goes. */
@ApplicationScoped
class EventsOfLead implements LeadData {

  private final TenantSql sql;

  EventsOfLead(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    sql.query(
        "select forget_words_of_events(:tenant, :lead)",
        q -> q.bind("lead", lead.value()).mapTo(Long.class).one());
  }
}
