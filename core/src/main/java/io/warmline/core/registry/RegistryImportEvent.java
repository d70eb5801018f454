package io.warmline.core.registry;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.ImportId;
import java.time.LocalDate;
import java.util.UUID;

/** What is told of the import of a registry. */
public sealed interface RegistryImportEvent extends Happening {

  ImportId job();

  @Override
  default UUID subject() {
    return job().value();
  }

  /** Its list is in force. */
  record Completed(ImportId job, String registry, LocalDate asOf, long numbers)
      implements RegistryImportEvent {

    @Override
    public EventType type() {
      return EventType.REGISTRY_IMPORTED;
    }
  }

  /** Its list could not be read. */
  record Failed(ImportId job, String registry, LocalDate asOf, long numbers)
      implements RegistryImportEvent {

    @Override
    public EventType type() {
      return EventType.REGISTRY_IMPORT_FAILED;
    }
  }
}
