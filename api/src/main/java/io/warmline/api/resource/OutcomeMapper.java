package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.NewOutcomeDto;
import io.warmline.api.contract.model.OutcomeDto;
import io.warmline.api.contract.model.OutcomeKindDto;
import io.warmline.api.contract.model.OutcomeTellerDto;
import io.warmline.api.contract.model.RightOutcomeDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.outcome.Outcome;
import io.warmline.core.outcome.Outcome.Source;
import io.warmline.core.outcome.Outcome.Teller;
import io.warmline.core.outcome.OutcomeKind;
import io.warmline.core.outcome.OutcomeTeller;
import io.warmline.core.outcome.Told;
import java.util.List;

/** Outcomes between the contract and the domain. */
final class OutcomeMapper {

  private OutcomeMapper() {}

  static Told told(NewOutcomeDto dto) {
    return new Told(
        kind(dto.getOutcome()),
        dto.getValue(),
        dto.getCurrency(),
        dto.getReason(),
        dto.getNextStep(),
        Values.date(dto.getRevisitOn(), "/revisitOn").orElse(null));
  }

  static Teller teller(NewOutcomeDto dto) {
    return new Teller(teller(dto.getBy()), Values.maybe(dto.getAgentId(), AgentId::new));
  }

  /**
   * @throws InvalidValue if something is missing, or nothing would come of it; it stands in {@code
   *     /right}
   */
  static Told right(RightOutcomeDto dto) {
    try {
      return new Told(
          kind(dto.getOutcome()),
          dto.getValue(),
          dto.getCurrency(),
          dto.getReason(),
          dto.getNextStep(),
          Values.date(dto.getRevisitOn(), "/revisitOn").orElse(null));
    } catch (InvalidValue e) {
      throw within("/right", e);
    }
  }

  /** The same refusal of a value that stands elsewhere in the request. */
  static InvalidValue within(String where, InvalidValue refusal) {
    List<WarmlineException.Violation> faults = refusal.violations();
    WarmlineException.Violation first = faults.get(0);
    return new InvalidValue(where + first.pointer(), first.code(), first.message());
  }

  static OutcomeDto outcome(Outcome outcome) {
    Source source = outcome.source();
    Told told = outcome.told();
    return new OutcomeDto()
        .id(outcome.id().value())
        .leadId(source.lead().value())
        .campaignId(source.campaign().value())
        .clientId(Values.maybe(source.client(), ClientId::value))
        .appointmentId(Values.maybe(source.appointment(), AppointmentId::value))
        .handoffId(Values.maybe(source.handoff(), HandoffId::value))
        .outcome(kind(told.kind()))
        .value(told.value())
        .currency(told.currency())
        .reason(told.reason())
        .nextStep(told.nextStep())
        .revisitOn(told.revisitOn())
        .by(teller(outcome.teller().by()))
        .agentId(Values.maybe(outcome.teller().agent(), AgentId::value))
        .at(utc(outcome.at()))
        .withdrawn(outcome.withdrawn())
        .createdAt(utc(outcome.createdAt()))
        .updatedAt(utc(outcome.updatedAt()));
  }

  static OutcomeKind kind(OutcomeKindDto dto) {
    return switch (dto) {
      case PROPOSAL -> OutcomeKind.PROPOSAL;
      case WON -> OutcomeKind.WON;
      case LOST -> OutcomeKind.LOST;
      case NO_DECISION -> OutcomeKind.NO_DECISION;
    };
  }

  private static OutcomeKindDto kind(OutcomeKind kind) {
    return switch (kind) {
      case PROPOSAL -> OutcomeKindDto.PROPOSAL;
      case WON -> OutcomeKindDto.WON;
      case LOST -> OutcomeKindDto.LOST;
      case NO_DECISION -> OutcomeKindDto.NO_DECISION;
    };
  }

  private static OutcomeTeller teller(OutcomeTellerDto dto) {
    return switch (dto) {
      case CLIENT -> OutcomeTeller.CLIENT;
      case FIRM -> OutcomeTeller.FIRM;
    };
  }

  private static OutcomeTellerDto teller(OutcomeTeller teller) {
    return switch (teller) {
      case CLIENT -> OutcomeTellerDto.CLIENT;
      case FIRM -> OutcomeTellerDto.FIRM;
    };
  }
}
