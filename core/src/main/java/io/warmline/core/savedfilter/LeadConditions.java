package io.warmline.core.savedfilter;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.imports.LeadSource;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Tags;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which leads. All conditions hold; one that is empty is none.
 *
 * @param statuses one of these
 * @param tags one of these
 * @param imports made by one of these
 * @param sources from a list that one of these systems wrote
 * @param updatedAfter changed after this instant
 * @param words each of them begins a word of the lead, as {@link
 *     io.warmline.core.search.ExactWords} finds them
 */
public record LeadConditions(
    Optional<CampaignId> campaign,
    Set<LeadStatus> statuses,
    Tags tags,
    Set<ImportId> imports,
    Set<LeadSource> sources,
    Optional<Instant> updatedAfter,
    Optional<String> words) {

  /** No condition: everybody. */
  public static final LeadConditions NONE = of(Optional.empty(), Set.of(), Tags.NONE, Set.of());

  public LeadConditions {
    statuses = Set.copyOf(statuses);
    imports = Set.copyOf(imports);
    sources = Set.copyOf(sources);
  }

  /** Wherever their list came from, whenever they changed and whatever is said of them. */
  public static LeadConditions of(
      Optional<CampaignId> campaign, Set<LeadStatus> statuses, Tags tags, Set<ImportId> imports) {
    return new LeadConditions(
        campaign, statuses, tags, imports, Set.of(), Optional.empty(), Optional.empty());
  }
}
