package io.warmline.core.presence;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.AgentId;
import java.util.UUID;

/** What is told of an agent's presence. */
public sealed interface PresenceEvent extends Happening {

  AgentId agent();

  @Override
  default UUID subject() {
    return agent().value();
  }

  /** Came to work. */
  record SignedOn(AgentId agent) implements PresenceEvent {

    @Override
    public EventType type() {
      return EventType.AGENT_SIGNED_ON;
    }
  }

  /** Began a break or a wrap-up, or ended it. */
  record Changed(AgentId agent, PresenceState state) implements PresenceEvent {

    @Override
    public EventType type() {
      return EventType.AGENT_PRESENCE_CHANGED;
    }
  }

  /** Went. */
  record SignedOff(AgentId agent, EndedBy endedBy, int claimsReturned) implements PresenceEvent {

    @Override
    public EventType type() {
      return EventType.AGENT_SIGNED_OFF;
    }
  }
}
