package io.warmline.core.client;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.ClientId;
import java.util.UUID;

/** What is told of a client. */
public sealed interface ClientEvent extends Happening {

  ClientId client();

  @Override
  default UUID subject() {
    return client().value();
  }

  /** Entered. */
  record Created(ClientId client) implements ClientEvent {

    @Override
    public EventType type() {
      return EventType.CLIENT_CREATED;
    }
  }

  /** Known otherwise. */
  record Updated(ClientId client) implements ClientEvent {

    @Override
    public EventType type() {
      return EventType.CLIENT_UPDATED;
    }
  }

  /** Deleted. */
  record Deleted(ClientId client) implements ClientEvent {

    @Override
    public EventType type() {
      return EventType.CLIENT_DELETED;
    }
  }
}
