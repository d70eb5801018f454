package io.warmline.core.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept in a tenant for how long, and what is gone already.
 *
 * @param callDetailsSince of calls that began before, only the bare call is left; empty: of none
 * @param auditSince what was done before is not in the audit log any more; empty: all is
 * @param eventsSince what happened before is not told any more; empty: all is
 */
public record Retention(
    RetentionRules rules,
    Optional<Instant> callDetailsSince,
    Optional<Instant> auditSince,
    Optional<Instant> eventsSince) {}
