package io.warmline.core.tenant;

import io.warmline.core.id.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A firm that uses this Warmline, as whoever runs it sees it.
 *
 * @param suspendedAt since when its keys are refused and its work rests; empty: it is at work
 */
public record Tenant(TenantId id, String name, Instant createdAt, Optional<Instant> suspendedAt) {

  public boolean isSuspended() {
    return suspendedAt.isPresent();
  }
}
