package io.warmline.api.demo;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Tags;
import io.warmline.core.savedfilter.LeadConditions;
import io.warmline.core.savedfilter.ManageSavedFilters;
import io.warmline.core.savedfilter.SavedFilter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The filters that the supervisor has saved. */
@ApplicationScoped
class DemoFilters {

  private final ManageSavedFilters manageFilters;

  DemoFilters(ManageSavedFilters manageFilters) {
    this.manageFilters = manageFilters;
  }

  /** Who is to be warmed up, and one that nobody would miss. */
  List<SavedFilterId> save(CampaignId campaign) {
    return Stream.of(
            terms("To be warmed up", campaign, LeadStatus.CONTACTED, LeadStatus.NURTURE),
            terms("Nobody answered", campaign, LeadStatus.ATTEMPTING, LeadStatus.EXHAUSTED))
        .map(manageFilters::create)
        .map(SavedFilter::id)
        .toList();
  }

  private static SavedFilter.Terms terms(String name, CampaignId campaign, LeadStatus... statuses) {
    return new SavedFilter.Terms(
        name, LeadConditions.of(Optional.of(campaign), Set.of(statuses), Tags.NONE, Set.of()));
  }
}
