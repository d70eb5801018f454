package io.warmline.core.task;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The tasks of a lead: the open ones go with it. */
@ApplicationScoped
class TaskTrace implements Trace {

  private final Tasks tasks;
  private final TaskBook book;

  TaskTrace(Tasks tasks, TaskBook book) {
    this.tasks = tasks;
    this.book = book;
  }

  @Override
  public void followTo(CampaignId campaign, LeadId lead, Instant now) {
    tasks.followTo(lead, campaign);
  }

  @Override
  public void forget(LeadId lead, Instant now) {
    book.cancelAll(lead, LEAD_ERASED, now);
  }
}
