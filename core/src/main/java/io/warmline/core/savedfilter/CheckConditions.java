package io.warmline.core.savedfilter;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.imports.Imports;
import io.warmline.core.tag.KnownTags;
import jakarta.enterprise.context.ApplicationScoped;

/** Sees that there is what conditions name. */
@ApplicationScoped
public class CheckConditions {

  private final Campaigns campaigns;
  private final Imports imports;
  private final KnownTags tags;

  CheckConditions(Campaigns campaigns, Imports imports, KnownTags tags) {
    this.campaigns = campaigns;
    this.imports = imports;
    this.tags = tags;
  }

  /**
   * In the transaction that is open.
   *
   * @param pointer where the conditions stand in the request
   * @throws NotFound if the campaign or an import does not exist
   * @throws InvalidValue UNKNOWN_TAG if no lead of the campaign has ever had one of the tags
   */
  public void require(LeadConditions conditions, String pointer) {
    conditions.campaign().ifPresent(campaigns::get);
    conditions.imports().forEach(imports::get);
    tags.require(
        conditions.tags().names(), conditions.campaign().stream().toList(), pointer + "/tags");
  }
}
