package io.warmline.core.imports;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import java.util.UUID;

/** What is told of an import. */
public sealed interface ImportEvent extends Happening {

  ImportId job();

  @Override
  default UUID subject() {
    return job().value();
  }

  /** Read to its end. */
  record Completed(
      ImportId job,
      CampaignId campaignId,
      boolean dryRun,
      long rowsRead,
      long created,
      long merged,
      long skipped,
      long rejected,
      long warned)
      implements ImportEvent {

    @Override
    public EventType type() {
      return EventType.IMPORT_COMPLETED;
    }
  }

  /** Could not be read to its end. */
  record Failed(
      ImportId job,
      CampaignId campaignId,
      boolean dryRun,
      long rowsRead,
      long created,
      long merged,
      long skipped,
      long rejected,
      long warned)
      implements ImportEvent {

    @Override
    public EventType type() {
      return EventType.IMPORT_FAILED;
    }
  }
}
