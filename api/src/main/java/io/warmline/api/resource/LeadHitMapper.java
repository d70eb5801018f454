package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.FoundByDto;
import io.warmline.api.contract.model.LeadDto;
import io.warmline.api.contract.model.LeadHitDto;
import io.warmline.api.contract.model.OpenMeetingDto;
import io.warmline.api.contract.model.OpenPromiseDto;
import io.warmline.core.id.AgentId;
import io.warmline.core.search.LeadHit;

/** Leads that were found, as the contract shows them. */
final class LeadHitMapper {

  private LeadHitMapper() {}

  static LeadHitDto hit(LeadHit hit, LeadDto lead) {
    return new LeadHitDto()
        .lead(lead)
        .by(by(hit.by()))
        .score(ReportMapper.rounded(hit.score()))
        .promise(Values.maybe(hit.promise(), LeadHitMapper::promise))
        .meeting(Values.maybe(hit.meeting(), LeadHitMapper::meeting));
  }

  private static FoundByDto by(LeadHit.Found found) {
    return switch (found) {
      case NUMBER -> FoundByDto.NUMBER;
      case LAST_DIGITS -> FoundByDto.LAST_DIGITS;
      case WORDS -> FoundByDto.WORDS;
    };
  }

  private static OpenPromiseDto promise(LeadHit.Promise promise) {
    return new OpenPromiseDto()
        .callbackId(promise.callback().value())
        .dueAt(utc(promise.due()))
        .latestAt(utc(promise.latest()))
        .agentId(Values.maybe(promise.agent(), AgentId::value))
        .words(promise.words())
        .note(promise.note());
  }

  private static OpenMeetingDto meeting(LeadHit.Meeting meeting) {
    return new OpenMeetingDto()
        .appointmentId(meeting.appointment().value())
        .startsAt(utc(meeting.startsAt()));
  }
}
