package io.warmline.core.audit;

import io.warmline.core.id.KeyId;
import io.warmline.core.tenant.OpenIdSubject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that somebody did. It holds ids and names of fields, never their values.
 *
 * @param id greater than those before it
 * @param key by which whoever did it came
 * @param who that is by what is known of keys now; empty in what is written
 * @param address from which; empty if it is not known
 * @param operation as the contract calls it
 * @param path of the operation, with the names of its parameters in braces
 * @param resource what it was done to; empty where it was one that has no id
 * @param fields the names at the top of what was sent
 * @param status of the answer
 * @param requestId of the request, as its answer had it
 */
public record AuditEntry(
    UUID id,
    Instant at,
    KeyId key,
    Optional<Who> who,
    Optional<String> address,
    String operation,
    String method,
    String path,
    Optional<UUID> resource,
    List<String> fields,
    int status,
    String requestId) {

  /**
   * Whoever a key is.
   *
   * @param person who came by a token; empty: it is a key
   */
  public record Who(String name, Optional<OpenIdSubject> person) {}

  public AuditEntry {
    fields = List.copyOf(fields);
  }
}
