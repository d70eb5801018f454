package io.warmline.core.appointment;

import io.warmline.core.NotFound;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.LeadId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Finds out who changed an appointment, where that is told outside the logging of a call. */
@ApplicationScoped
class Origins {

  private final Appointments appointments;

  Origins(Appointments appointments) {
    this.appointments = appointments;
  }

  /**
   * @param agent empty: who made the call, if there is one
   * @throws NotFound if no such call was made to the lead
   */
  Origin of(LeadId lead, Optional<AgentId> agent, Optional<CallId> call, Instant now) {
    Optional<AgentId> caller = call.map(id -> callerOf(id, lead));
    return new Origin(agent.or(() -> caller).orElse(null), call.orElse(null), now, false, "");
  }

  private AgentId callerOf(CallId call, LeadId lead) {
    return appointments
        .callerOf(call, lead)
        .map(AgentId::new)
        .orElseThrow(() -> new NotFound("call to this lead", call));
  }
}
