package io.warmline.core.bulk;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Tags;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which leads. All conditions hold; one that is empty is none.
 *
 * @param statuses one of these
 * @param tags one of these
 * @param imports made by one of these
 * @param leads these themselves
 */
public record BulkFilter(
    Optional<CampaignId> campaign,
    Set<LeadStatus> statuses,
    Tags tags,
    Set<ImportId> imports,
    List<LeadId> leads) {

  /** Everybody. */
  public static final BulkFilter EVERYBODY =
      new BulkFilter(Optional.empty(), Set.of(), Tags.NONE, Set.of(), List.of());

  /** Whether it has no condition. */
  public boolean isEverybody() {
    return equals(EVERYBODY);
  }
}
