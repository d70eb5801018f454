package io.warmline.core.bulk;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Tags;
import io.warmline.core.savedfilter.LeadConditions;
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
 * @param savedFilter and those that this one finds
 */
public record BulkFilter(
    Optional<CampaignId> campaign,
    Set<LeadStatus> statuses,
    Tags tags,
    Set<ImportId> imports,
    List<LeadId> leads,
    Optional<SavedFilterId> savedFilter) {

  /** Everybody. */
  public static final BulkFilter EVERYBODY =
      new BulkFilter(Optional.empty(), Set.of(), Tags.NONE, Set.of(), List.of());

  /** Without a saved filter. */
  public BulkFilter(
      Optional<CampaignId> campaign,
      Set<LeadStatus> statuses,
      Tags tags,
      Set<ImportId> imports,
      List<LeadId> leads) {
    this(campaign, statuses, tags, imports, leads, Optional.empty());
  }

  /** What it asks of a lead, whichever that is. */
  LeadConditions conditions() {
    return LeadConditions.of(campaign, statuses, tags, imports);
  }

  /** Whether it has no condition. */
  public boolean isEverybody() {
    return equals(EVERYBODY);
  }
}
