package io.warmline.core.campaign;

import io.warmline.core.compliance.CallingHours;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a campaign agrees with its user: everything about it that can be changed.
 *
 * @param defaultCountry ISO 3166-1 alpha-2 country of numbers written without one
 * @param timeZone zone of leads whose zone is known neither from the lead nor from its number
 * @param callingHours when prospects may be called, in their own zone
 */
public record CampaignTerms(
    String name,
    Optional<String> description,
    String defaultCountry,
    ZoneId timeZone,
    CallingHours callingHours,
    CampaignPolicy policy,
    RetryDelays retries) {}
