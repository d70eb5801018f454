package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.AgentStateDto;
import io.warmline.api.contract.model.PresenceDto;
import io.warmline.api.contract.model.PresenceStateDto;
import io.warmline.api.contract.model.ShiftEndDto;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.presence.EndedBy;
import io.warmline.core.presence.PresenceState;
import io.warmline.core.presence.Shift;

/** Who is at work, as the contract shows it. */
final class PresenceMapper {

  private PresenceMapper() {}

  /** Of an agent who never signed on. */
  static PresenceDto never(AgentId agent) {
    return new PresenceDto().agentId(agent.value()).state(PresenceStateDto.OFF);
  }

  static PresenceDto presence(Shift shift) {
    return new PresenceDto()
        .agentId(shift.agent().value())
        .state(shift.isOpen() ? shown(shift.state()) : PresenceStateDto.OFF)
        .since(utc(shift.signedOffAt().orElse(shift.since())))
        .campaignIds(
            shift.campaigns().isEmpty()
                ? null
                : shift.campaigns().stream().map(CampaignId::value).toList())
        .signedOnAt(utc(shift.signedOnAt()))
        .seenAt(utc(shift.seenAt()))
        .silentAt(shift.isOpen() ? utc(shift.silentAt()) : null)
        .signedOffAt(utc(shift.signedOffAt()))
        .endedBy(shift.endedBy().map(PresenceMapper::end).orElse(null))
        .claims(shift.claims())
        .claimsReturned(shift.isOpen() ? null : shift.claimsReturned())
        .breakSeconds(shift.breaks().toSeconds())
        .wrapUpSeconds(shift.wrapUp().toSeconds());
  }

  static PresenceState state(AgentStateDto state) {
    return switch (state) {
      case READY -> PresenceState.READY;
      case BREAK -> PresenceState.BREAK;
      case WRAP_UP -> PresenceState.WRAP_UP;
    };
  }

  private static PresenceStateDto shown(PresenceState state) {
    return switch (state) {
      case READY -> PresenceStateDto.READY;
      case BREAK -> PresenceStateDto.BREAK;
      case WRAP_UP -> PresenceStateDto.WRAP_UP;
    };
  }

  private static ShiftEndDto end(EndedBy by) {
    return switch (by) {
      case AGENT -> ShiftEndDto.AGENT;
      case SILENCE -> ShiftEndDto.SILENCE;
      case DELETION -> ShiftEndDto.DELETION;
    };
  }
}
