package io.warmline.core.rule;

import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.Jurisdiction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A country of which no calling rule is known and in which the tenant calls on its own account.
 *
 * @param country ISO 3166-1 alpha-2; ZZ: numbers that belong to no country
 * @param hours the hours that the house keeps there, by the prospect's clock
 * @param by who answers for it, as they were named
 * @param reason why it may be called, in their words
 * @param key the API key by which it was said
 */
public record AcceptedJurisdiction(
    Jurisdiction country,
    CallingHours hours,
    String by,
    String reason,
    Instant at,
    Optional<UUID> key) {}
