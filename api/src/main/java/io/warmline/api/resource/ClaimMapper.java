package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.ClaimDto;
import io.warmline.api.contract.model.ClaimStatusDto;
import io.warmline.api.contract.model.ClaimedTaskDto;
import io.warmline.api.contract.model.LeadDto;
import io.warmline.api.contract.model.ReleaseReasonDto;
import io.warmline.api.contract.model.TaskKindDto;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.ReleaseReason;
import io.warmline.core.task.Task;
import io.warmline.core.task.TaskKind;
import java.time.Instant;

/** Claims between the contract and the domain. */
final class ClaimMapper {

  private ClaimMapper() {}

  static ClaimDto claim(Claim claim, LeadDto lead, Instant now) {
    return new ClaimDto()
        .id(claim.id().value())
        .status(status(claim, now))
        .agentId(claim.agent().value())
        .campaignId(claim.campaign().value())
        .leadId(claim.lead().value())
        .phone(claim.phone().map(PhoneNumber::e164).orElse(null))
        .fencingToken(claim.fence())
        .claimedAt(utc(claim.claimedAt()))
        .expiresAt(utc(claim.expiresAt()))
        .endedAt(utc(claim.endedAt()))
        .callUntil(utc(claim.callUntil()))
        .rules(claim.rules().stream().map(RuleId::value).toList())
        .tier(claim.place().tier().number())
        .reasons(QueueMapper.reasons(claim.place()))
        .lead(lead);
  }

  static ClaimedTaskDto task(Task task) {
    return new ClaimedTaskDto()
        .id(task.id().value())
        .kind(kind(task.kind()))
        .reason(task.reason())
        .subjectId(task.subject())
        .dueAt(utc(task.dueAt()))
        .latestAt(Values.maybeUtc(task.latestAt()));
  }

  static TaskKindDto kind(TaskKind kind) {
    return switch (kind) {
      case QUALITY_CONFIRMATION -> TaskKindDto.QUALITY_CONFIRMATION;
      case HOT_SIGNAL -> TaskKindDto.HOT_SIGNAL;
      case INBOUND -> TaskKindDto.INBOUND;
      case VISIT -> TaskKindDto.VISIT;
      case FIT_CHECK -> TaskKindDto.FIT_CHECK;
      case REHEAT -> TaskKindDto.REHEAT;
      case CONTRACT_END -> TaskKindDto.CONTRACT_END;
      case CUSTOMER_CHECK_IN -> TaskKindDto.CUSTOMER_CHECK_IN;
      case WIN_BACK -> TaskKindDto.WIN_BACK;
      case RETURNED_HANDOFF -> TaskKindDto.RETURNED_HANDOFF;
    };
  }

  /** A lease that has run out is over, also in the moment before it is swept. */
  private static ClaimStatusDto status(Claim claim, Instant now) {
    ClaimStatus status =
        claim.status() == ClaimStatus.ACTIVE && !claim.isLive(now)
            ? ClaimStatus.EXPIRED
            : claim.status();
    return switch (status) {
      case ACTIVE -> ClaimStatusDto.ACTIVE;
      case RELEASED -> ClaimStatusDto.RELEASED;
      case EXPIRED -> ClaimStatusDto.EXPIRED;
      case COMPLETED -> ClaimStatusDto.COMPLETED;
      case REVOKED -> ClaimStatusDto.REVOKED;
    };
  }

  static ReleaseReason reason(ReleaseReasonDto reason) {
    return switch (reason) {
      case NOT_DIALLED -> ReleaseReason.NOT_DIALLED;
      case SKIPPED -> ReleaseReason.SKIPPED;
      case AGENT_UNAVAILABLE -> ReleaseReason.AGENT_UNAVAILABLE;
      case TECHNICAL -> ReleaseReason.TECHNICAL;
      case OTHER -> ReleaseReason.OTHER;
    };
  }
}
