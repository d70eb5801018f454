package io.warmline.core.key;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.KeyId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an API key. {@code keyId} is the key by which whoever did it came; null: it ended
 * with the client or the agent to whom it was limited.
 */
public sealed interface KeyEvent extends Happening {

  KeyId key();

  @Override
  default UUID subject() {
    return key().value();
  }

  /** Made. */
  record Created(KeyId key, KeyId keyId) implements KeyEvent {

    @Override
    public EventType type() {
      return EventType.API_KEY_CREATED;
    }
  }

  /** Another key takes its place; until then both are valid. */
  record Rotated(KeyId key, KeyId replacedBy, Instant validUntil, KeyId keyId) implements KeyEvent {

    @Override
    public EventType type() {
      return EventType.API_KEY_ROTATED;
    }
  }

  /** Not valid any more. */
  record Revoked(KeyId key, @Nullable KeyId keyId) implements KeyEvent {

    @Override
    public EventType type() {
      return EventType.API_KEY_REVOKED;
    }
  }
}
