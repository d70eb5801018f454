package io.warmline.api.resource;

import static io.warmline.api.resource.Values.maybeUtc;
import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.CallbackAnchorDto;
import io.warmline.api.contract.model.CallbackDto;
import io.warmline.api.contract.model.CallbackInterpretationDto;
import io.warmline.api.contract.model.CallbackMoveDto;
import io.warmline.api.contract.model.CallbackOptionDto;
import io.warmline.api.contract.model.CallbackPromiseDto;
import io.warmline.api.contract.model.CallbackResolutionDto;
import io.warmline.api.contract.model.CallbackStatusDto;
import io.warmline.api.contract.model.CancelCallbackDto;
import io.warmline.api.contract.model.CancelledByDto;
import io.warmline.api.contract.model.NewCallbackDto;
import io.warmline.api.contract.model.TimeRemarkDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CallbackResolution;
import io.warmline.core.callback.CallbackStatus;
import io.warmline.core.callback.CalledOff;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.Intent;
import io.warmline.core.callback.Reading;
import io.warmline.core.callback.Wish;
import io.warmline.core.id.AgentId;
import io.warmline.core.phone.PhoneNumber;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Callbacks between the contract and the domain. */
final class CallbackMapper {

  /** Where the contract says nothing else. */
  private static final int BEFORE_CONTRACT_END = -60;

  private CallbackMapper() {}

  static Wish wish(NewCallbackDto dto) {
    return new Wish(
        Values.instant(dto.getDueAt(), "/dueAt"),
        Values.instant(dto.getLatestAt(), "/latestAt"),
        Values.date(dto.getDueOn(), "/dueOn"),
        contractOffset(dto.getAnchor(), dto.getOffsetDays(), ""),
        Optional.ofNullable(dto.getAgentId()).map(AgentId::new),
        Optional.ofNullable(dto.getPhone()),
        Optional.ofNullable(dto.getWords()),
        Optional.ofNullable(dto.getNote()),
        PhraseMapper.language(dto.getLanguage(), "/language"));
  }

  /**
   * @param pointer where the promise stands in the request
   */
  static Wish wish(CallbackPromiseDto dto, String pointer) {
    return new Wish(
        Values.instant(dto.getDueAt(), pointer + "/dueAt"),
        Values.instant(dto.getLatestAt(), pointer + "/latestAt"),
        Values.date(dto.getDueOn(), pointer + "/dueOn"),
        contractOffset(dto.getAnchor(), dto.getOffsetDays(), pointer),
        Optional.ofNullable(dto.getAgentId()).map(AgentId::new),
        Optional.ofNullable(dto.getPhone()),
        Optional.ofNullable(dto.getWords()),
        Optional.ofNullable(dto.getNote()),
        PhraseMapper.language(dto.getLanguage(), pointer + "/language"));
  }

  private static Optional<Integer> contractOffset(
      @Nullable CallbackAnchorDto anchor, @Nullable Integer offsetDays, String pointer) {
    if (anchor == null) {
      if (offsetDays != null) {
        throw InvalidValue.required(pointer + "/anchor", "offsetDays needs an anchor");
      }
      return Optional.empty();
    }
    return switch (anchor) {
      case CONTRACT_END -> Optional.of(offsetDays == null ? BEFORE_CONTRACT_END : offsetDays);
    };
  }

  static CalledOff calledOff(CancelCallbackDto dto) {
    CancelledByDto by = dto.getCancelledBy();
    return new CalledOff(by == null ? CancelledBy.FIRM : AppointmentMapper.by(by), dto.getReason());
  }

  static CallbackDto callback(Callback callback) {
    Optional<CalledOff> calledOff = Optional.ofNullable(callback.calledOff());
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
        .phone(Optional.ofNullable(callback.phone()).map(PhoneNumber::e164).orElse(null))
        .note(callback.note())
        .overdueSince(maybeUtc(callback.overdueAt()))
        .deferrals(callback.deferrals())
        .deferredAgainAndAgain(callback.deferredAgainAndAgain())
        .interpretation(interpretation(callback.reading()))
        .createdByCallId(value(Optional.ofNullable(callback.createdBy()).map(id -> id.value())))
        .keptByCallId(value(Optional.ofNullable(callback.keptBy()).map(id -> id.value())))
        .cancelReason(calledOff.map(CalledOff::reason).orElse(null))
        .cancelledBy(calledOff.map(off -> AppointmentMapper.by(off.by())).orElse(null))
        .history(callback.history().stream().map(CallbackMapper::move).toList())
        .createdAt(utc(callback.createdAt()))
        .updatedAt(utc(callback.updatedAt()));
  }

  private static @Nullable CallbackInterpretationDto interpretation(Reading reading) {
    if (reading.equals(Reading.NONE)) {
      return null;
    }
    Reading.Remarks remarks = reading.remarks();
    CallbackInterpretationDto dto =
        new CallbackInterpretationDto()
            .preferredAt(utc(reading.preferredAt()))
            .needsConfirmation(reading.needsConfirmation())
            .explanation(remarks.explanation())
            .alternatives(remarks.alternatives().stream().map(CallbackMapper::option).toList())
            .warnings(remarks.warnings().stream().map(CallbackMapper::remark).toList());
    Optional.ofNullable(remarks.confidence())
        .ifPresent(confidence -> dto.confidence(PhraseMapper.confidence(confidence)));
    Optional.ofNullable(remarks.unresolved())
        .ifPresent(reason -> dto.unresolvedReason(PhraseMapper.unresolved(reason)));
    reading.intent().ifPresent(intent -> describe(intent, dto));
    return dto;
  }

  private static void describe(Intent intent, CallbackInterpretationDto dto) {
    dto.timeZone(intent.zone().getId())
        .window(PhraseMapper.window(intent.window()))
        .precision(PhraseMapper.precision(intent.precision()));
    intent
        .tie()
        .ifPresent(tie -> dto.anchor(CallbackAnchorDto.CONTRACT_END).offsetDays(tie.offsetDays()));
  }

  private static CallbackOptionDto option(Reading.Option option) {
    return new CallbackOptionDto()
        .dueAt(utc(option.dueAt()))
        .latestAt(utc(option.latestAt()))
        .why(option.why());
  }

  private static TimeRemarkDto remark(Reading.Warning warning) {
    return new TimeRemarkDto().code(warning.code()).detail(warning.sentence());
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
        .why(move.why().name())
        .overdueSince(maybeUtc(move.overdueAt()));
  }

  private static CallbackResolutionDto resolution(CallbackResolution resolution) {
    return switch (resolution) {
      case GIVEN -> CallbackResolutionDto.GIVEN;
      case WORDS -> CallbackResolutionDto.WORDS;
      case ANCHOR -> CallbackResolutionDto.ANCHOR;
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
