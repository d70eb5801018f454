package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.FollowUpDto;
import io.warmline.api.contract.model.FollowUpOccasionDto;
import io.warmline.api.contract.model.FollowUpStatusDto;
import io.warmline.api.contract.model.NewSignalDto;
import io.warmline.api.contract.model.SignalOutcomeDto;
import io.warmline.api.contract.model.SignalReasonDto;
import io.warmline.api.contract.model.SignalReceiptDto;
import io.warmline.api.contract.model.SignalReceiptsDto;
import io.warmline.api.contract.model.SignalTypeDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.followup.FollowUp;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.signal.Receipt;
import io.warmline.core.signal.SignalReason;
import io.warmline.core.signal.SignalReport;
import io.warmline.core.signal.SignalReport.Who;
import io.warmline.core.signal.SignalType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Signals and follow-ups between the contract and the domain. */
final class SignalMapper {

  private SignalMapper() {}

  /**
   * @param pointer where it stands in the request
   * @throws InvalidValue if it does not say which lead
   */
  static SignalReport report(NewSignalDto dto, String pointer) {
    return new SignalReport(
        who(dto, pointer),
        type(dto.getType()),
        Values.instant(dto.getOccurredAt(), pointer + "/occurredAt"),
        dto.getUrl(),
        dto.getUserAgent(),
        dto.getEventId());
  }

  private static Who who(NewSignalDto dto, String pointer) {
    long named =
        Stream.of(dto.getLeadId(), dto.getExternalId(), dto.getEmail(), dto.getPhone())
            .filter(Objects::nonNull)
            .count();
    if (named != 1) {
      throw InvalidValue.required(
          pointer + "/leadId", "one of leadId, externalId, email and phone is needed, and no more");
    }
    UUID lead = dto.getLeadId();
    if (lead == null && dto.getCampaignId() == null) {
      throw InvalidValue.required(
          pointer + "/campaignId", "without a leadId the campaign is needed");
    }
    return new Who(
        Values.maybe(lead, LeadId::new),
        Values.maybe(dto.getCampaignId(), CampaignId::new),
        dto.getExternalId(),
        dto.getEmail(),
        phone(dto.getPhone(), pointer));
  }

  private static @Nullable PhoneNumber phone(@Nullable String text, String pointer) {
    return text == null ? null : Values.phone(text, "ZZ", pointer + "/phone");
  }

  private static SignalType type(SignalTypeDto type) {
    return switch (type) {
      case LINK_CLICK -> SignalType.LINK_CLICK;
      case MICROSITE_VISIT -> SignalType.MICROSITE_VISIT;
      case FORM_SUBMITTED -> SignalType.FORM_SUBMITTED;
      case REPLY -> SignalType.REPLY;
      case INBOUND -> SignalType.INBOUND;
      case MAIL_DELIVERED -> SignalType.MAIL_DELIVERED;
      case MAIL_OPENED -> SignalType.MAIL_OPENED;
    };
  }

  static SignalReceiptsDto receipts(List<Receipt> receipts) {
    return new SignalReceiptsDto()
        .items(receipts.stream().map(SignalMapper::receipt).toList())
        .recorded(count(receipts, Receipt.Fate.RECORDED))
        .collapsed(count(receipts, Receipt.Fate.COLLAPSED))
        .ignored(count(receipts, Receipt.Fate.IGNORED))
        .unknownLeads(count(receipts, Receipt.Fate.UNKNOWN_LEAD));
  }

  private static int count(List<Receipt> receipts, Receipt.Fate fate) {
    return (int) receipts.stream().filter(receipt -> receipt.fate() == fate).count();
  }

  private static SignalReceiptDto receipt(Receipt receipt) {
    return new SignalReceiptDto()
        .outcome(outcome(receipt.fate()))
        .signalId(receipt.signal().map(id -> id.value()).orElse(null))
        .leadId(receipt.lead().map(LeadId::value).orElse(null))
        .calledFor(receipt.kind().map(ClaimMapper::kind).orElse(null))
        .reason(receipt.reason().map(SignalMapper::reason).orElse(null));
  }

  private static SignalOutcomeDto outcome(Receipt.Fate fate) {
    return switch (fate) {
      case RECORDED -> SignalOutcomeDto.RECORDED;
      case COLLAPSED -> SignalOutcomeDto.COLLAPSED;
      case IGNORED -> SignalOutcomeDto.IGNORED;
      case UNKNOWN_LEAD -> SignalOutcomeDto.UNKNOWN_LEAD;
    };
  }

  private static SignalReasonDto reason(SignalReason reason) {
    return switch (reason) {
      case NO_SUCH_LEAD -> SignalReasonDto.NO_SUCH_LEAD;
      case AMBIGUOUS_LEAD -> SignalReasonDto.AMBIGUOUS_LEAD;
      case LEAD_ERASED -> SignalReasonDto.LEAD_ERASED;
      case IN_THE_FUTURE -> SignalReasonDto.IN_THE_FUTURE;
      case DUPLICATE -> SignalReasonDto.DUPLICATE;
      case SCANNER -> SignalReasonDto.SCANNER;
      case PREFETCH -> SignalReasonDto.PREFETCH;
      case HEAD_REQUEST -> SignalReasonDto.HEAD_REQUEST;
      case TOO_SOON -> SignalReasonDto.TOO_SOON;
      case BURST -> SignalReasonDto.BURST;
      case TOUCH_ONLY -> SignalReasonDto.TOUCH_ONLY;
      case TOO_OLD -> SignalReasonDto.TOO_OLD;
      case LEAD_CLOSED -> SignalReasonDto.LEAD_CLOSED;
      case IN_OTHER_HANDS -> SignalReasonDto.IN_OTHER_HANDS;
    };
  }

  /** What is owed, with its text. */
  static FollowUpDto followUp(FollowUp followUp, @Nullable String text) {
    return followUp(followUp).text(text);
  }

  static FollowUpDto followUp(FollowUp followUp) {
    return new FollowUpDto()
        .id(followUp.id().value())
        .leadId(followUp.lead().value())
        .campaignId(followUp.campaign().value())
        .agentId(followUp.agent().value())
        .callId(followUp.call().value())
        .occasion(occasion(followUp.occasion()))
        .status(status(followUp.status()))
        .dueAt(utc(followUp.dueAt()))
        .callBackAt(utc(followUp.callBackAt()))
        .sentAt(utc(followUp.sentAt()))
        .clickedAt(utc(followUp.clickedAt()))
        .cancelReason(followUp.cancelReason())
        .createdAt(utc(followUp.createdAt()));
  }

  private static FollowUpOccasionDto occasion(FollowUp.Occasion occasion) {
    return switch (occasion) {
      case VOICEMAIL -> FollowUpOccasionDto.VOICEMAIL;
      case CONVERSATION -> FollowUpOccasionDto.CONVERSATION;
    };
  }

  private static FollowUpStatusDto status(FollowUp.Status status) {
    return switch (status) {
      case OWED -> FollowUpStatusDto.OWED;
      case SENT -> FollowUpStatusDto.SENT;
      case CANCELLED -> FollowUpStatusDto.CANCELLED;
    };
  }

  static FollowUp.Status status(FollowUpStatusDto status) {
    return switch (status) {
      case OWED -> FollowUp.Status.OWED;
      case SENT -> FollowUp.Status.SENT;
      case CANCELLED -> FollowUp.Status.CANCELLED;
    };
  }
}
