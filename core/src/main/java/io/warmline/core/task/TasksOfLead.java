package io.warmline.core.task;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.leaddata.LeadData;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The tasks of a lead: the open ones go with it. Why may name the page that it has looked at. */
@ApplicationScoped
class TasksOfLead implements LeadData {

  private final Tasks tasks;
  private final TaskBook book;
  private final TenantSql sql;

  TasksOfLead(Tasks tasks, TaskBook book, TenantSql sql) {
    this.tasks = tasks;
    this.book = book;
    this.sql = sql;
  }

  @Override
  public void followTo(CampaignId campaign, LeadId lead, Instant now) {
    tasks.followTo(lead, campaign);
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    book.cancelAll(lead, LEAD_ERASED, now);
    sql.update(
        "update task set reason = 'erased' where tenant_id = :tenant and lead_id = :lead",
        u -> u.bind("lead", lead.value()));
  }
}
