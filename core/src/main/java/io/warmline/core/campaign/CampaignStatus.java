package io.warmline.core.campaign;

/** Whether a campaign hands out leads. */
public enum CampaignStatus {
  ACTIVE,
  PAUSED
}
