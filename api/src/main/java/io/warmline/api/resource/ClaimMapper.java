package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.CallbackDto;
import io.warmline.api.contract.model.ClaimDto;
import io.warmline.api.contract.model.ClaimStatusDto;
import io.warmline.api.contract.model.LeadDto;
import io.warmline.api.contract.model.ReleaseReasonDto;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.ReleaseReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Claims between the contract and the domain. */
final class ClaimMapper {

  private ClaimMapper() {}

  static ClaimDto claim(Claim claim, LeadDto lead, @Nullable CallbackDto callback, Instant now) {
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
        .lead(lead)
        .callback(callback);
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
