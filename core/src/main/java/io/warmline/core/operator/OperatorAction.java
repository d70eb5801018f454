package io.warmline.core.operator;

import io.warmline.core.id.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that the operator did.
 *
 * @param operation as the contract calls it
 * @param tenant to which it was done; it may be gone
 * @param name of the tenant at that time
 * @param address from which it came; empty if it is not known
 * @param requestId of the request, as its answer had it
 * @param rowsDeleted of a deletion: how many rows of each table; else empty
 */
public record OperatorAction(
    UUID id,
    Instant at,
    String operation,
    TenantId tenant,
    String name,
    Optional<String> address,
    String requestId,
    Map<String, Long> rowsDeleted) {

  public OperatorAction {
    rowsDeleted = Collections.unmodifiableMap(new LinkedHashMap<>(rowsDeleted));
  }
}
