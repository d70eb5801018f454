package io.warmline.core.signal;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lead that a report may be about.
 *
 * @param lastSentAt when the last follow-up was sent to it
 */
record PossibleLead(LeadId id, CampaignId campaign, boolean erased, @Nullable Instant lastSentAt) {}
