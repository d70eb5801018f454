package io.warmline.api.demo;

import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.BulkId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.ComplaintId;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.KeyId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.OutcomeId;
import io.warmline.core.id.ReviewId;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.id.SuppressionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What of the demo goes by an id that the examples of the contract name, so that they answer as the
 * contract says. Where an example ends something, it has one of its own to end.
 */
final class ExampleIds {

  /** The agent who has left. */
  static final UUID GONE = id(2, 4);

  /** The campaign of the examples. */
  static final CampaignId MEETINGS = new CampaignId(id(1, 1));

  private final Map<UUID, UUID> ids = new LinkedHashMap<>();
  private Optional<LeadId> lead = Optional.empty();
  private Optional<CallId> call = Optional.empty();

  private static UUID id(int kind, int ordinal) {
    return UUID.fromString("0198f1a0-%04x-7000-8000-%012x".formatted(kind, ordinal));
  }

  /** The ids of the examples, by those under which the things were made. */
  Map<UUID, UUID> all() {
    return Map.copyOf(ids);
  }

  private void name(UUID made, int kind, int ordinal) {
    ids.put(made, id(kind, ordinal));
  }

  void firm(Firm firm) {
    name(firm.meetings().value(), 1, 1);
    name(firm.warmLeads().value(), 1, 2);
    name(firm.checkIns().value(), 1, 3);
    name(firm.empty().value(), 1, 4);
    for (int i = 0; i < firm.agents().size(); i++) {
      name(firm.agents().get(i).value(), 2, i + 1);
    }
    ids.put(firm.gone().value(), GONE);
    name(firm.client().value(), 9, 1);
    name(firm.prospective().value(), 9, 2);
    name(firm.programme().value(), 0xe, 1);
    name(firm.spareProgramme().value(), 0xe, 2);
  }

  /**
   * @param leads the one of the examples, one without a promise, one to delete and one to erase
   */
  void leads(List<LeadId> leads) {
    lead = Optional.of(leads.get(0));
    name(leads.get(0).value(), 3, 1);
    name(leads.get(1).value(), 3, 3);
    name(leads.get(2).value(), 3, 4);
    name(leads.get(3).value(), 3, 5);
  }

  /** The lead of the examples, by the id under which it was made. */
  LeadId lead() {
    return lead.orElseThrow();
  }

  void files(DemoLists.Files files) {
    name(files.leads().value(), 4, 1);
    name(files.registered().value(), 0xa, 1);
    name(files.registry().value(), 0xb, 1);
  }

  void claim(ClaimId claim) {
    name(claim.value(), 5, 1);
  }

  void bulk(BulkId bulk) {
    name(bulk.value(), 0x18, 1);
  }

  void savedFilters(List<SavedFilterId> filters) {
    for (int i = 0; i < filters.size(); i++) {
      name(filters.get(i).value(), 0x30, i + 1);
    }
  }

  void complaint(ComplaintId complaint) {
    name(complaint.value(), 0x19, 1);
  }

  void call(CallId made) {
    call = Optional.of(made);
    name(made.value(), 6, 1);
  }

  /** The call of the examples, by the id under which it was made. */
  CallId call() {
    return call.orElseThrow();
  }

  void review(ReviewId review) {
    name(review.value(), 0x2f, 1);
  }

  void callback(CallbackId callback) {
    name(callback.value(), 7, 1);
  }

  void suppression(SuppressionId suppression) {
    name(suppression.value(), 8, 1);
  }

  void handoff(HandoffId handoff) {
    name(handoff.value(), 0x10, 1);
  }

  void handoffToReturn(HandoffId handoff) {
    name(handoff.value(), 0x10, 2);
  }

  void followUp(FollowUpId followUp) {
    name(followUp.value(), 0x13, 1);
  }

  void appointment(AppointmentId appointment) {
    name(appointment.value(), 0x14, 1);
  }

  void appointmentBegun(AppointmentId appointment) {
    name(appointment.value(), 0x14, 2);
  }

  void appointmentToCancel(AppointmentId appointment) {
    name(appointment.value(), 0x14, 3);
  }

  void appointmentHeld(AppointmentId appointment) {
    name(appointment.value(), 0x14, 4);
  }

  void appointmentMistaken(AppointmentId appointment) {
    name(appointment.value(), 0x14, 5);
  }

  void outcome(OutcomeId outcome) {
    name(outcome.value(), 0x15, 1);
  }

  void key(KeyId key) {
    name(key.value(), 0x15, 1);
  }
}
