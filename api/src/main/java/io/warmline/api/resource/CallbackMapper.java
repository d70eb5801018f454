package io.warmline.api.resource;

import static io.warmline.api.resource.Values.maybeUtc;
import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.CallbackDto;
import io.warmline.api.contract.model.CallbackMoveDto;
import io.warmline.api.contract.model.CallbackPromiseDto;
import io.warmline.api.contract.model.CallbackResolutionDto;
import io.warmline.api.contract.model.CallbackStatusDto;
import io.warmline.api.contract.model.NewCallbackDto;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CallbackResolution;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.id.AgentId;
import java.util.Optional;
import java.util.UUID;

/** Callbacks between the contract and the domain. */
final class CallbackMapper {

  private CallbackMapper() {}

  static Wish wish(NewCallbackDto dto) {
    return new Wish(
        Values.instant(dto.getDueAt(), "/dueAt"),
        Values.instant(dto.getLatestAt(), "/latestAt"),
        Optional.ofNullable(dto.getAgentId()).map(AgentId::new),
        Optional.ofNullable(dto.getWords()),
        Optional.ofNullable(dto.getNote()));
  }

  static Wish wish(CallbackPromiseDto dto) {
    return new Wish(
        Values.instant(dto.getDueAt(), "/callback/dueAt"),
        Values.instant(dto.getLatestAt(), "/callback/latestAt"),
        Optional.ofNullable(dto.getAgentId()).map(AgentId::new),
        Optional.ofNullable(dto.getWords()),
        Optional.ofNullable(dto.getNote()));
  }

  static CallbackDto callback(Callback callback) {
    return new CallbackDto()
        .id(callback.id().value())
        .leadId(callback.lead().value())
        .campaignId(callback.campaign().value())
        .status(status(callback.status()))
        .dueAt(utc(callback.window().dueAt()))
        .latestAt(utc(callback.window().latestAt()))
        .resolution(resolution(callback.resolution()))
        .words(callback.words())
        .agentId(value(Optional.ofNullable(callback.agent()).map(AgentId::value)))
        .note(callback.note())
        .overdueSince(maybeUtc(callback.overdueAt()))
        .deferrals(callback.deferrals())
        .createdByCallId(value(Optional.ofNullable(callback.createdBy()).map(id -> id.value())))
        .keptByCallId(value(Optional.ofNullable(callback.keptBy()).map(id -> id.value())))
        .cancelReason(callback.cancelReason())
        .history(callback.history().stream().map(CallbackMapper::move).toList())
        .createdAt(utc(callback.createdAt()))
        .updatedAt(utc(callback.updatedAt()));
  }

  @SuppressWarnings("NullAway") // an absent id is a null in the DTO
  private static UUID value(Optional<UUID> id) {
    return id.orElse(null);
  }

  private static CallbackMoveDto move(Callback.Move move) {
    return new CallbackMoveDto()
        .from(utc(move.from()))
        .to(utc(move.to()))
        .at(utc(move.at()))
        .why(move.why().name());
  }

  private static CallbackResolutionDto resolution(CallbackResolution resolution) {
    return switch (resolution) {
      case GIVEN -> CallbackResolutionDto.GIVEN;
      case DEFAULT_DELAY -> CallbackResolutionDto.DEFAULT_DELAY;
      case RETRY -> CallbackResolutionDto.RETRY;
    };
  }

  static CallbackStatusDto status(CallbackStatus status) {
    return switch (status) {
      case SCHEDULED -> CallbackStatusDto.SCHEDULED;
      case DUE -> CallbackStatusDto.DUE;
      case CLAIMED -> CallbackStatusDto.CLAIMED;
      case KEPT -> CallbackStatusDto.KEPT;
      case CANCELLED -> CallbackStatusDto.CANCELLED;
    };
  }

  static CallbackStatus status(CallbackStatusDto status) {
    return switch (status) {
      case SCHEDULED -> CallbackStatus.SCHEDULED;
      case DUE -> CallbackStatus.DUE;
      case CLAIMED -> CallbackStatus.CLAIMED;
      case KEPT -> CallbackStatus.KEPT;
      case CANCELLED -> CallbackStatus.CANCELLED;
    };
  }
}
