package io.warmline.core.search;

import io.warmline.core.SqlConditions;
import io.warmline.core.id.CampaignId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Among which leads somebody is looked for.
 *
 * @param where what else holds for a lead {@code l}
 * @param limit how many at most
 */
record SearchScope(Optional<CampaignId> campaign, SqlConditions where, int limit) {

  @Nullable UUID campaignOrNull() {
    return campaign.map(CampaignId::value).orElse(null);
  }
}
