package io.warmline.core.quality;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.ReviewId;
import java.time.Instant;

/**
 * What a supervisor has said of a call.
 *
 * @param version counts corrections; from 0
 * @param agent who made the call
 * @param updatedAt when it was last corrected; as {@code createdAt} if it never was
 */
public record Review(
    ReviewId id,
    int version,
    CallId call,
    LeadId lead,
    CampaignId campaign,
    AgentId agent,
    Verdict verdict,
    Instant createdAt,
    Instant updatedAt) {}
