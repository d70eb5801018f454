package io.warmline.core.event;

import java.util.UUID;

/**
 * Something that happened, as it is told. It is a record: its first component is what it happened
 * to, the others are its data under the names that they have in the contract. A component that is
 * null is not told.
 */
public interface Happening {

  /** What happened. */
  EventType type();

  /** The id of what it happened to. */
  UUID subject();
}
