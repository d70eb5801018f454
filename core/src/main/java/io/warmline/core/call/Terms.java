package io.warmline.core.call;

import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.compliance.CallingHours;
import java.time.ZoneId;

/**
 * What a campaign has laid down about calls and their outcomes.
 *
 * @param country where its leads are if nothing tells, ISO 3166
 * @param zone the clock of leads whose place nothing tells
 * @param hours when it calls, by the clock of whom it calls
 * @param objective what its first calls are for
 */
record Terms(
    String country,
    ZoneId zone,
    CallingHours hours,
    CampaignPolicy policy,
    RetryDelays retries,
    Deliverable deliverable,
    Objective objective) {}
