package io.warmline.core.rule;

import io.warmline.core.compliance.RuleId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A recommended rule that the tenant does not keep.
 *
 * @param by who answers for it, as they were named
 * @param reason why, in their words
 * @param key the API key by which it was said
 */
public record LiftedRule(RuleId rule, String by, String reason, Instant at, Optional<UUID> key) {}
