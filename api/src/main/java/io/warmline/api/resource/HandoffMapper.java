package io.warmline.api.resource;

import static io.warmline.api.resource.Values.maybeUtc;
import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.HandoffDto;
import io.warmline.api.contract.model.HandoffExpiryDto;
import io.warmline.api.contract.model.HandoffKindDto;
import io.warmline.api.contract.model.HandoffStatusDto;
import io.warmline.api.contract.model.QualificationDto;
import io.warmline.api.contract.model.QualifyingAnswerDto;
import io.warmline.api.contract.model.ReturnHandoffDto;
import io.warmline.api.contract.model.ReturnReasonDto;
import io.warmline.core.handoff.DecideHandoff;
import io.warmline.core.handoff.ExpiryReason;
import io.warmline.core.handoff.Handoff;
import io.warmline.core.handoff.HandoffKind;
import io.warmline.core.handoff.HandoffStatus;
import io.warmline.core.handoff.ReturnReason;
import io.warmline.core.id.ClientId;
import io.warmline.core.lead.Qualification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hand-offs between the contract and the domain. */
final class HandoffMapper {

  private HandoffMapper() {}

  static HandoffDto handoff(Handoff handoff) {
    HandoffDto dto =
        new HandoffDto()
            .id(handoff.id().value())
            .leadId(handoff.lead().value())
            .campaignId(handoff.campaign().value())
            .clientId(Values.maybe(handoff.client(), ClientId::value))
            .agentId(handoff.agent().value())
            .callId(handoff.call().value())
            .kind(kind(handoff.offer().kind()))
            .status(status(handoff.status()))
            .qualification(qualification(handoff.offer().qualification()))
            .reason(handoff.offer().reason())
            .revisitOn(handoff.offer().revisitOn())
            .doNotCall(handoff.doNotCall())
            .offeredAt(utc(handoff.offeredAt()))
            .decideBy(utc(handoff.decideBy()));
    if (handoff.decision() != null) {
      add(handoff.decision(), dto);
    }
    if (handoff.expiry() != null) {
      dto.expiredAt(utc(handoff.expiry().at())).expiryReason(expiry(handoff.expiry().reason()));
    }
    return dto;
  }

  private static void add(Handoff.ClientDecision decision, HandoffDto dto) {
    dto.decidedAt(maybeUtc(decision.at()))
        .returnReason(Values.maybe(decision.returned(), HandoffMapper::reason))
        .comment(decision.comment())
        .readyOn(decision.readyOn());
  }

  static DecideHandoff.Return verdict(ReturnHandoffDto dto) {
    return new DecideHandoff.Return(
        reason(dto.getReason()), dto.getComment(), Values.date(dto.getRevisitOn(), "/revisitOn"));
  }

  static @Nullable QualificationDto qualification(@Nullable Qualification qualification) {
    return qualification == null
        ? null
        : new QualificationDto()
            .goodProspect(qualification.goodProspect())
            .fits(qualification.fits())
            .understandsOffer(qualification.understandsOffer())
            .answers(qualification.answers().stream().map(HandoffMapper::answer).toList())
            .words(qualification.words());
  }

  private static QualifyingAnswerDto answer(Qualification.Answer answer) {
    return new QualifyingAnswerDto().question(answer.question()).answer(answer.answer());
  }

  static @Nullable Qualification qualification(@Nullable QualificationDto dto) {
    return dto == null
        ? null
        : new Qualification(
            dto.getGoodProspect(),
            dto.getFits(),
            dto.getUnderstandsOffer(),
            dto.getAnswers() == null
                ? List.of()
                : dto.getAnswers().stream()
                    .map(a -> new Qualification.Answer(a.getQuestion(), a.getAnswer()))
                    .toList(),
            dto.getWords());
  }

  private static HandoffKindDto kind(HandoffKind kind) {
    return switch (kind) {
      case QUALIFIED -> HandoffKindDto.QUALIFIED;
      case NURTURE -> HandoffKindDto.NURTURE;
    };
  }

  private static HandoffStatusDto status(HandoffStatus status) {
    return switch (status) {
      case OFFERED -> HandoffStatusDto.OFFERED;
      case ACCEPTED -> HandoffStatusDto.ACCEPTED;
      case RETURNED -> HandoffStatusDto.RETURNED;
      case EXPIRED -> HandoffStatusDto.EXPIRED;
    };
  }

  static HandoffStatus status(HandoffStatusDto status) {
    return switch (status) {
      case OFFERED -> HandoffStatus.OFFERED;
      case ACCEPTED -> HandoffStatus.ACCEPTED;
      case RETURNED -> HandoffStatus.RETURNED;
      case EXPIRED -> HandoffStatus.EXPIRED;
    };
  }

  private static ReturnReasonDto reason(ReturnReason reason) {
    return switch (reason) {
      case DUPLICATE -> ReturnReasonDto.DUPLICATE;
      case WRONG_PERSON -> ReturnReasonDto.WRONG_PERSON;
      case NO_NEED -> ReturnReasonDto.NO_NEED;
      case NOT_INTERESTED -> ReturnReasonDto.NOT_INTERESTED;
      case OUT_OF_AREA -> ReturnReasonDto.OUT_OF_AREA;
      case NOT_READY -> ReturnReasonDto.NOT_READY;
    };
  }

  private static ReturnReason reason(ReturnReasonDto reason) {
    return switch (reason) {
      case DUPLICATE -> ReturnReason.DUPLICATE;
      case WRONG_PERSON -> ReturnReason.WRONG_PERSON;
      case NO_NEED -> ReturnReason.NO_NEED;
      case NOT_INTERESTED -> ReturnReason.NOT_INTERESTED;
      case OUT_OF_AREA -> ReturnReason.OUT_OF_AREA;
      case NOT_READY -> ReturnReason.NOT_READY;
    };
  }

  private static HandoffExpiryDto expiry(ExpiryReason reason) {
    return switch (reason) {
      case UNDECIDED -> HandoffExpiryDto.UNDECIDED;
      case DO_NOT_CALL -> HandoffExpiryDto.DO_NOT_CALL;
      case DISQUALIFIED -> HandoffExpiryDto.DISQUALIFIED;
      case SUPERSEDED -> HandoffExpiryDto.SUPERSEDED;
      case CALL_CORRECTED -> HandoffExpiryDto.CALL_CORRECTED;
      case LEAD_ERASED -> HandoffExpiryDto.LEAD_ERASED;
    };
  }
}
