package io.warmline.core.programme;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A lead that a programme wants called.
 *
 * @param period the day from which the programme reckons; of one period a lead gets one task
 * @param zone of its campaign, by which days are counted
 */
record QuietLead(
    LeadId lead, CampaignId campaign, LeadStatus status, LocalDate period, ZoneId zone) {}
