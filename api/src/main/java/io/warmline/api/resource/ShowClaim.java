package io.warmline.api.resource;

import io.warmline.api.contract.model.ClaimDto;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadPhones;
import io.warmline.core.lead.Leads;
import io.warmline.core.queue.Claim;
import io.warmline.core.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A claim with all that the agent needs to know about the lead before dialling. */
@ApplicationScoped
class ShowClaim {

  private final Leads leads;
  private final LeadPhones phones;
  private final Callbacks callbacks;
  private final Tasks tasks;
  private final Clock clock;

  ShowClaim(Leads leads, LeadPhones phones, Callbacks callbacks, Tasks tasks, Clock clock) {
    this.leads = leads;
    this.phones = phones;
    this.callbacks = callbacks;
    this.tasks = tasks;
    this.clock = clock;
  }

  ClaimDto show(Claim claim) {
    Lead lead = leads.get(claim.lead());
    ClaimDto dto =
        ClaimMapper.claim(claim, LeadMapper.lead(lead, phones.of(lead.id())), clock.instant());
    claim.callback().map(callbacks::get).map(CallbackMapper::callback).ifPresent(dto::callback);
    claim.task().flatMap(tasks::find).map(ClaimMapper::task).ifPresent(dto::task);
    return dto;
  }
}
