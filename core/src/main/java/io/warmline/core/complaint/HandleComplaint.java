package io.warmline.core.complaint;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.complaint.Complaints.Told;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ComplaintId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadsInHand;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Takes complaints that come otherwise than in a check-in, and closes them. */
@ApplicationScoped
public class HandleComplaint {

  private final TenantTransaction transaction;
  private final Complaints complaints;
  private final LeadsInHand leads;
  private final Agents agents;
  private final Clock clock;

  HandleComplaint(
      TenantTransaction transaction,
      Complaints complaints,
      LeadsInHand leads,
      Agents agents,
      Clock clock) {
    this.transaction = transaction;
    this.complaints = complaints;
    this.leads = leads;
    this.agents = agents;
    this.clock = clock;
  }

  /**
   * Enters what somebody complained of. Calls that a programme had planned are not made.
   *
   * @param agent to whom it was told; empty: nobody of us in person
   * @throws NotFound if there is no such lead or agent
   * @throws WarmlineException LEAD_ERASED
   */
  public Complaint raise(LeadId id, Optional<AgentId> agent, String words) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Lead lead = leads.take(id);
          lead.requireNotErased();
          agent.ifPresent(agents::requireKnown);
          ComplaintId raised =
              complaints
                  .add(
                      new Told(id, lead.campaign(), Optional.empty(), agent),
                      Optional.of(words),
                      now)
                  .orElseThrow();
          leads.putBack(id, now);
          return complaints.get(raised);
        });
  }

  /**
   * Says what was done about it.
   *
   * @throws NotFound if there is no such complaint or agent
   * @throws InvalidValue if the note is blank
   * @throws WarmlineException COMPLAINT_CLOSED if it was closed or withdrawn before
   */
  public Complaint close(ComplaintId id, Optional<AgentId> by, String note) {
    return transaction.call(
        () -> {
          if (note.isBlank()) {
            throw InvalidValue.required("/note", "say what was done about it");
          }
          by.ifPresent(agents::requireKnown);
          Complaint complaint = complaints.get(id);
          if (!complaints.close(complaint, by, note, clock.instant())) {
            throw new WarmlineException(
                ProblemCode.COMPLAINT_CLOSED,
                "The complaint is "
                    + complaint.status()
                    + " since "
                    + complaint.closedAt().map(Instant::toString).orElse("a moment ago")
                    + ".");
          }
          return complaints.get(id);
        });
  }
}
