package io.warmline.core.agent;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.AgentId;
import java.util.UUID;

/** What is told of an agent. */
public sealed interface AgentEvent extends Happening {

  AgentId agent();

  @Override
  default UUID subject() {
    return agent().value();
  }

  /** Entered. */
  record Created(AgentId agent) implements AgentEvent {

    @Override
    public EventType type() {
      return EventType.AGENT_CREATED;
    }
  }

  /** Known otherwise. */
  record Updated(AgentId agent) implements AgentEvent {

    @Override
    public EventType type() {
      return EventType.AGENT_UPDATED;
    }
  }

  /** Let go. */
  record Deleted(AgentId agent) implements AgentEvent {

    @Override
    public EventType type() {
      return EventType.AGENT_DELETED;
    }
  }
}
