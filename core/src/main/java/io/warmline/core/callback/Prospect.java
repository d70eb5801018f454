package io.warmline.core.callback;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What bears on the time of a callback.
 *
 * @param bucket the bucket of that number, which has the law; empty without a number
 * @param zones where the number that would be dialled may ring, by name; at least one
 * @param country ISO 3166-1 alpha-2, the lead's, else the campaign's
 * @param campaignCountry the country by whose customs the campaign's callers write dates
 * @param contractEnd when the prospect's present contract ends
 */
record Prospect(
    LeadId lead,
    CampaignId campaign,
    Optional<Long> bucket,
    List<ZoneId> zones,
    String country,
    String campaignCountry,
    Optional<LocalDate> contractEnd) {}
