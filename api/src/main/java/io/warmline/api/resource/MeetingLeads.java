package io.warmline.api.resource;

import io.warmline.api.contract.model.AppointmentDto;
import io.warmline.api.contract.model.LeadDto;
import io.warmline.core.appointment.Appointment;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Meetings with those whom they are with, so that a list can be worked without asking for each. */
@ApplicationScoped
class MeetingLeads {

  private final Leads leads;
  private final ShowLead showLead;

  MeetingLeads(Leads leads, ShowLead showLead) {
    this.leads = leads;
    this.showLead = showLead;
  }

  List<AppointmentDto> beside(List<Appointment> appointments) {
    Map<LeadId, Lead> known =
        leads.of(appointments.stream().map(one -> one.lead().value()).distinct().toList()).stream()
            .collect(Collectors.toMap(Lead::id, Function.identity()));
    Function<Lead, LeadDto> shown = showLead.of(known.values());
    return appointments.stream()
        .map(
            one ->
                AppointmentMapper.appointment(one).lead(Values.maybe(known.get(one.lead()), shown)))
        .toList();
  }
}
