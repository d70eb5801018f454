package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.LoggedCall.NextAction;
import io.warmline.core.call.LoggedCall.NextStep;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.QueueEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Brings the queue up to date after a call, and tells what comes next. */
@ApplicationScoped
class AfterCall {

  private final QueueEntries queue;
  private final Callbacks callbacks;
  private final DialledLead.Reader leads;

  AfterCall(QueueEntries queue, Callbacks callbacks, DialledLead.Reader leads) {
    this.queue = queue;
    this.callbacks = callbacks;
    this.leads = leads;
  }

  LoggedCall tell(Call call, PhoneNumber number, List<Effect> effects, Instant now) {
    Set<UUID> concerned = new LinkedHashSet<>(queue.leadsWith(number));
    concerned.add(call.lead().value());
    queue.refresh(concerned, now);
    LeadStatus status = leads.read(call.lead()).status();
    Optional<Callback> open = callbacks.openOf(call.lead());
    return new LoggedCall(
        call, status, effects, next(call.lead(), status, open), shown(call, open));
  }

  private Optional<Callback> shown(Call call, Optional<Callback> open) {
    return open.or(() -> Optional.ofNullable(call.links().kept()).map(callbacks::get));
  }

  private NextStep next(LeadId lead, LeadStatus status, Optional<Callback> open) {
    QueueEntries.Standing standing = queue.standing(lead.value());
    if (standing.closed()) {
      String why = standing.blockedBy().map(Enum::name).orElse("CLOSED");
      return new NextStep(
          NextAction.NONE, Optional.empty(), "The lead is not called again: " + why + ".");
    }
    if (open.isPresent()) {
      Instant due = open.get().window().dueAt();
      return new NextStep(
          NextAction.CALLBACK,
          Optional.of(due),
          "The lead comes back as a due callback at " + due + ".");
    }
    Instant at = standing.notBefore();
    return status == LeadStatus.NURTURE
        ? new NextStep(
            NextAction.NURTURE,
            Optional.of(at),
            "The lead comes back as a warm lead at " + at + ".")
        : new NextStep(
            NextAction.RETRY,
            Optional.of(at),
            "The lead is tried again from " + at + " on, in its calling hours.");
  }
}
