package io.warmline.core.programme;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.ProgrammeId;
import java.util.UUID;

/** What is told of a programme. */
public sealed interface ProgrammeEvent extends Happening {

  ProgrammeId programme();

  @Override
  default UUID subject() {
    return programme().value();
  }

  /** Made. */
  record Created(ProgrammeId programme, ProgrammeKind kind) implements ProgrammeEvent {

    @Override
    public EventType type() {
      return EventType.PROGRAMME_CREATED;
    }
  }

  /** On other terms. */
  record Updated(ProgrammeId programme) implements ProgrammeEvent {

    @Override
    public EventType type() {
      return EventType.PROGRAMME_UPDATED;
    }
  }

  /** Deleted. */
  record Deleted(ProgrammeId programme) implements ProgrammeEvent {

    @Override
    public EventType type() {
      return EventType.PROGRAMME_DELETED;
    }
  }
}
