package io.warmline.core.id;

import java.util.UUID;

/** The id of a campaign. */
public record CampaignId(UUID value) {

  /** A new id, greater than those made before it. */
  public static CampaignId next() {
    return new CampaignId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
