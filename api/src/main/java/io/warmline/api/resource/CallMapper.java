package io.warmline.api.resource;

import static io.warmline.api.resource.Values.maybe;
import static io.warmline.api.resource.Values.maybeUtc;
import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.BreachDto;
import io.warmline.api.contract.model.CallDirectionDto;
import io.warmline.api.contract.model.CallDto;
import io.warmline.api.contract.model.CallReceiptDto;
import io.warmline.api.contract.model.CallReceiptsDto;
import io.warmline.api.contract.model.CallRecordingDto;
import io.warmline.api.contract.model.CallbackPromiseDto;
import io.warmline.api.contract.model.CheckInDto;
import io.warmline.api.contract.model.DispositionDto;
import io.warmline.api.contract.model.EffectDto;
import io.warmline.api.contract.model.LoggedCallDto;
import io.warmline.api.contract.model.NewCallDto;
import io.warmline.api.contract.model.NextActionDto;
import io.warmline.api.contract.model.NextStepDto;
import io.warmline.api.contract.model.ObjectiveDto;
import io.warmline.api.contract.model.ProblemDto;
import io.warmline.api.contract.model.ReferralDto;
import io.warmline.core.call.AmendCall;
import io.warmline.core.call.LoggedCall;
import io.warmline.core.call.LoggedCall.NextAction;
import io.warmline.core.call.ReportedCall;
import io.warmline.core.callrecord.Breach;
import io.warmline.core.callrecord.Call;
import io.warmline.core.callrecord.RecordingUrl;
import io.warmline.core.disposition.CallAnswers;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CheckIn;
import io.warmline.core.disposition.Conduct;
import io.warmline.core.disposition.Direction;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.phone.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls between the contract and the domain. */
final class CallMapper {

  private CallMapper() {}

  static ReportedCall report(NewCallDto dto) {
    return new ReportedCall(
        Optional.ofNullable(dto.getClaimId()).map(ClaimId::new),
        Optional.ofNullable(dto.getLeadId()).map(LeadId::new),
        Optional.ofNullable(dto.getAgentId()).map(AgentId::new),
        Optional.ofNullable(dto.getPhone()),
        disposition(dto.getDisposition()),
        Values.instant(dto.getStartedAt(), "/startedAt"),
        dto.getDurationSeconds(),
        dto.getNotes(),
        details(dto),
        direction(dto.getDirection()),
        Optional.ofNullable(dto.getRecordingUrl())
            .map(url -> RecordingUrl.parse(url, "/recordingUrl")));
  }

  private static Direction direction(CallDirectionDto dto) {
    return switch (dto) {
      case OUTBOUND -> Direction.OUTBOUND;
      case INBOUND -> Direction.INBOUND;
    };
  }

  private static CallDirectionDto direction(Direction direction) {
    return switch (direction) {
      case OUTBOUND -> CallDirectionDto.OUTBOUND;
      case INBOUND -> CallDirectionDto.INBOUND;
    };
  }

  static CallDetails details(NewCallDto dto) {
    return new CallDetails(
        Optional.<CallbackPromiseDto>ofNullable(dto.getCallback())
            .map(promise -> CallbackMapper.wish(promise, "/callback")),
        Values.date(dto.getRevisitOn(), "/revisitOn"),
        Optional.ofNullable(dto.getReason()),
        Optional.<String>ofNullable(dto.getLanguage())
            .map(code -> Values.language(code, "/language")),
        Optional.ofNullable(dto.getReferral()).map(CallMapper::referral),
        Optional.ofNullable(dto.getSuppressionScope()).map(SuppressionMapper::scope),
        new Conduct(
            dto.getAskMade(),
            dto.getCounterOffered(),
            maybe(dto.getObjective(), ApproachMapper::objective),
            dto.getObjectiveAttained(),
            dto.getInterestStated(),
            dto.getMeetingAsked()),
        Optional.ofNullable(LeadFactsMapper.stated(dto.getStatedPlace(), "/statedPlace")),
        new CallAnswers(
            HandoffMapper.qualification(dto.getQualification()),
            maybe(dto.getCheckIn(), CallMapper::checkIn)),
        Optional.ofNullable(dto.getAppointment()).map(AppointmentMapper::told));
  }

  private static CallDetails.Referral referral(ReferralDto dto) {
    return new CallDetails.Referral(
        dto.getPhone(), dto.getFirstName(), dto.getLastName(), dto.getJobTitle());
  }

  /** The call in the shape in which it is logged, for a patch to be laid over. */
  static NewCallDto newCall(Call call) {
    return new NewCallDto()
        .disposition(disposition(call.disposition()))
        .durationSeconds(call.durationSeconds())
        .notes(call.notes())
        .reason(call.reason())
        .askMade(call.conduct().askMade())
        .counterOffered(call.conduct().counterOffered())
        .objective(objective(call))
        .objectiveAttained(call.conduct().objectiveAttained())
        .interestStated(call.conduct().interestStated())
        .meetingAsked(call.conduct().meetingAsked());
  }

  static AmendCall.Correction correction(NewCallDto wanted) {
    return new AmendCall.Correction(
        Optional.of(disposition(wanted.getDisposition())),
        wanted.getDurationSeconds(),
        wanted.getNotes(),
        details(wanted));
  }

  static LoggedCallDto logged(LoggedCall logged) {
    return new LoggedCallDto()
        .call(call(logged.call()))
        .leadStatus(LeadMapper.status(logged.leadStatus()))
        .effects(
            logged.effects().stream()
                .map(effect -> new EffectDto().code(effect.code().name()).detail(effect.detail()))
                .toList())
        .next(
            new NextStepDto()
                .action(action(logged.next().action()))
                .at(utc(logged.next().at()))
                .detail(logged.next().detail()))
        .callback(logged.callback().map(CallbackMapper::callback).orElse(null))
        .appointment(logged.appointment().map(AppointmentMapper::appointment).orElse(null));
  }

  static CallReceiptDto receipt(LoggedCallDto logged) {
    return new CallReceiptDto().status(201).logged(logged);
  }

  static CallReceiptDto refused(ProblemDto problem) {
    return new CallReceiptDto().status(problem.getStatus()).problem(problem);
  }

  static CallReceiptsDto receipts(List<CallReceiptDto> items) {
    int logged = Math.toIntExact(items.stream().filter(i -> i.getLogged() != null).count());
    return new CallReceiptsDto().items(items).logged(logged).refused(items.size() - logged);
  }

  static CallDto call(Call call) {
    return new CallDto()
        .id(call.id().value())
        .leadId(call.lead().value())
        .campaignId(call.campaign().value())
        .agentId(call.agent().value())
        .claimId(maybe(call.claim(), ClaimId::value))
        .phone(maybe(call.phone(), PhoneNumber::e164))
        .direction(direction(call.direction()))
        .disposition(disposition(call.disposition()))
        .humanReached(call.disposition().humanReached())
        .decisionMakerReached(decisionMaker(call.disposition()))
        .late(call.late())
        .breaches(call.breaches().stream().map(CallMapper::breach).toList())
        .startedAt(utc(call.startedAt()))
        .durationSeconds(call.durationSeconds())
        .notes(call.notes())
        .reason(call.reason())
        .askMade(call.conduct().askMade())
        .counterOffered(call.conduct().counterOffered())
        .objective(objective(call))
        .objectiveAttained(call.attained())
        .interestStated(call.conduct().interestStated())
        .meetingAsked(call.conduct().meetingAsked())
        .callbackId(maybe(call.links().callback(), CallbackId::value))
        .keptCallbackId(maybe(call.links().kept(), CallbackId::value))
        .suppressionId(maybe(call.links().suppression(), SuppressionId::value))
        .referredLeadId(maybe(call.links().referred(), LeadId::value))
        .handoffId(maybe(call.links().handoff(), HandoffId::value))
        .qualification(HandoffMapper.qualification(call.answers().qualification()))
        .checkIn(maybe(call.answers().checkIn(), CallMapper::checkIn))
        .amendedAt(maybeUtc(call.amendedAt()))
        .createdAt(utc(call.createdAt()));
  }

  /** Where its recording is, if there is one. */
  static Stream<CallRecordingDto> recording(Call call) {
    return Stream.ofNullable(call.recording())
        .map(url -> new CallRecordingDto().callId(call.id().value()).url(url.text()));
  }

  private static @Nullable ObjectiveDto objective(Call call) {
    return maybe(call.conduct().objective(), ApproachMapper::objective);
  }

  private static BreachDto breach(Breach breach) {
    return new BreachDto()
        .code(QueueMapper.block(breach.code()))
        .rule(breach.rule())
        .detail(breach.detail());
  }

  private static @Nullable Boolean decisionMaker(Disposition disposition) {
    return switch (disposition.reached()) {
      case NOBODY, NOT_THE_DECISION_MAKER -> Boolean.FALSE;
      case SOMEBODY -> null;
      case DECISION_MAKER -> Boolean.TRUE;
    };
  }

  private static NextActionDto action(NextAction action) {
    return switch (action) {
      case CALLBACK -> NextActionDto.CALLBACK;
      case CONFIRMATION -> NextActionDto.CONFIRMATION;
      case APPOINTMENT -> NextActionDto.APPOINTMENT;
      case RETRY -> NextActionDto.RETRY;
      case NURTURE -> NextActionDto.NURTURE;
      case NONE -> NextActionDto.NONE;
    };
  }

  static CheckIn checkIn(CheckInDto dto) {
    return switch (dto) {
      case SATISFIED -> CheckIn.SATISFIED;
      case REORDER -> CheckIn.REORDER;
      case COMPLAINT -> CheckIn.COMPLAINT;
      case NOT_INTERESTED -> CheckIn.NOT_INTERESTED;
    };
  }

  private static CheckInDto checkIn(CheckIn checkIn) {
    return switch (checkIn) {
      case SATISFIED -> CheckInDto.SATISFIED;
      case REORDER -> CheckInDto.REORDER;
      case COMPLAINT -> CheckInDto.COMPLAINT;
      case NOT_INTERESTED -> CheckInDto.NOT_INTERESTED;
    };
  }

  static Disposition disposition(DispositionDto dto) {
    return switch (dto) {
      case NO_ANSWER -> Disposition.NO_ANSWER;
      case BUSY -> Disposition.BUSY;
      case VOICEMAIL_NO_MESSAGE -> Disposition.VOICEMAIL_NO_MESSAGE;
      case VOICEMAIL_LEFT -> Disposition.VOICEMAIL_LEFT;
      case FAX_OR_MODEM -> Disposition.FAX_OR_MODEM;
      case DISCONNECTED -> Disposition.DISCONNECTED;
      case INVALID_NUMBER -> Disposition.INVALID_NUMBER;
      case TECHNICAL_FAILURE -> Disposition.TECHNICAL_FAILURE;
      case ABANDONED_BY_US -> Disposition.ABANDONED_BY_US;
      case HUNG_UP -> Disposition.HUNG_UP;
      case WRONG_NUMBER -> Disposition.WRONG_NUMBER;
      case GATEKEEPER -> Disposition.GATEKEEPER;
      case LEFT_LIVE_MESSAGE -> Disposition.LEFT_LIVE_MESSAGE;
      case REFERRED_TO_OTHER -> Disposition.REFERRED_TO_OTHER;
      case LANGUAGE_BARRIER -> Disposition.LANGUAGE_BARRIER;
      case CALLBACK_REQUESTED -> Disposition.CALLBACK_REQUESTED;
      case INFORMATION_REQUESTED -> Disposition.INFORMATION_REQUESTED;
      case NOT_NOW_NURTURE -> Disposition.NOT_NOW_NURTURE;
      case WARM_INTERESTED -> Disposition.WARM_INTERESTED;
      case QUALIFIED -> Disposition.QUALIFIED;
      case APPOINTMENT_SET -> Disposition.APPOINTMENT_SET;
      case APPOINTMENT_CONFIRMED -> Disposition.APPOINTMENT_CONFIRMED;
      case APPOINTMENT_RESCHEDULED -> Disposition.APPOINTMENT_RESCHEDULED;
      case APPOINTMENT_CANCELLED -> Disposition.APPOINTMENT_CANCELLED;
      case NOT_INTERESTED -> Disposition.NOT_INTERESTED;
      case NOT_QUALIFIED -> Disposition.NOT_QUALIFIED;
      case ALREADY_CUSTOMER -> Disposition.ALREADY_CUSTOMER;
      case SALE -> Disposition.SALE;
      case DO_NOT_CALL -> Disposition.DO_NOT_CALL;
      case DECEASED_OR_CLOSED -> Disposition.DECEASED_OR_CLOSED;
    };
  }

  static DispositionDto disposition(Disposition disposition) {
    return switch (disposition) {
      case NO_ANSWER -> DispositionDto.NO_ANSWER;
      case BUSY -> DispositionDto.BUSY;
      case VOICEMAIL_NO_MESSAGE -> DispositionDto.VOICEMAIL_NO_MESSAGE;
      case VOICEMAIL_LEFT -> DispositionDto.VOICEMAIL_LEFT;
      case FAX_OR_MODEM -> DispositionDto.FAX_OR_MODEM;
      case DISCONNECTED -> DispositionDto.DISCONNECTED;
      case INVALID_NUMBER -> DispositionDto.INVALID_NUMBER;
      case TECHNICAL_FAILURE -> DispositionDto.TECHNICAL_FAILURE;
      case ABANDONED_BY_US -> DispositionDto.ABANDONED_BY_US;
      case HUNG_UP -> DispositionDto.HUNG_UP;
      case WRONG_NUMBER -> DispositionDto.WRONG_NUMBER;
      case GATEKEEPER -> DispositionDto.GATEKEEPER;
      case LEFT_LIVE_MESSAGE -> DispositionDto.LEFT_LIVE_MESSAGE;
      case REFERRED_TO_OTHER -> DispositionDto.REFERRED_TO_OTHER;
      case LANGUAGE_BARRIER -> DispositionDto.LANGUAGE_BARRIER;
      case CALLBACK_REQUESTED -> DispositionDto.CALLBACK_REQUESTED;
      case INFORMATION_REQUESTED -> DispositionDto.INFORMATION_REQUESTED;
      case NOT_NOW_NURTURE -> DispositionDto.NOT_NOW_NURTURE;
      case WARM_INTERESTED -> DispositionDto.WARM_INTERESTED;
      case QUALIFIED -> DispositionDto.QUALIFIED;
      case APPOINTMENT_SET -> DispositionDto.APPOINTMENT_SET;
      case APPOINTMENT_CONFIRMED -> DispositionDto.APPOINTMENT_CONFIRMED;
      case APPOINTMENT_RESCHEDULED -> DispositionDto.APPOINTMENT_RESCHEDULED;
      case APPOINTMENT_CANCELLED -> DispositionDto.APPOINTMENT_CANCELLED;
      case NOT_INTERESTED -> DispositionDto.NOT_INTERESTED;
      case NOT_QUALIFIED -> DispositionDto.NOT_QUALIFIED;
      case ALREADY_CUSTOMER -> DispositionDto.ALREADY_CUSTOMER;
      case SALE -> DispositionDto.SALE;
      case DO_NOT_CALL -> DispositionDto.DO_NOT_CALL;
      case DECEASED_OR_CLOSED -> DispositionDto.DECEASED_OR_CLOSED;
    };
  }
}
