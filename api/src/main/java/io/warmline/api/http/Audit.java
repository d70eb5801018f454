package io.warmline.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.audit.AuditEntry;
import io.warmline.core.audit.AuditLog;
import io.warmline.core.id.Ids;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who did what. What changes something is on record in the transaction of the change; what
 * the contract marks otherwise, such as claims and calls, is a record of its own already.
 */
@ApplicationScoped
public class Audit {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final int MOST_FIELDS = 50;
  private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_]{1,60}");

  private final AuditLog log;
  private final TenantTransaction transaction;
  private final RequestFacts facts;
  private final ObjectMapper json;
  private final Clock clock;

  Audit(
      AuditLog log,
      TenantTransaction transaction,
      RequestFacts facts,
      ObjectMapper json,
      Clock clock) {
    this.log = log;
    this.transaction = transaction;
    this.facts = facts;
    this.json = json;
    this.clock = clock;
  }

  /** Whether the request is of a kind that is kept. */
  boolean isWanted() {
    return facts.caller().isPresent()
        && facts.matched().filter(Contract.Operation::audited).isPresent();
  }

  /** Keeps the request with this answer, in the transaction that is open or one of its own. */
  void keep(RestResponse<?> answer) {
    keep(
        answer.getStatus(),
        Optional.ofNullable(answer.getHeaderString("Location")),
        answer.getEntity());
  }

  /**
   * As {@link #keep(RestResponse)}.
   *
   * @param location where what was made is
   */
  void keep(int status, Optional<String> location, @Nullable Object body) {
    Contract.Operation operation = facts.operation();
    AuditEntry entry =
        new AuditEntry(
            Ids.next(),
            clock.instant(),
            facts.key(),
            Optional.empty(),
            facts.address(),
            operation.id(),
            operation.method(),
            operation.path(),
            lastId(facts.path()).or(() -> location.flatMap(Audit::lastId)).or(() -> idOf(body)),
            fields(),
            status,
            facts.requestId());
    transaction.run(() -> log.record(entry));
  }

  private static Optional<UUID> lastId(String text) {
    return ID.matcher(text)
        .results()
        .map(MatchResult::group)
        .reduce((first, second) -> second)
        .map(UUID::fromString);
  }

  private Optional<UUID> idOf(@Nullable Object body) {
    if (body == null || body instanceof java.io.InputStream) {
      return Optional.empty();
    }
    return lastId(json.valueToTree(body).path("id").asText());
  }

  /** Names only: values may be personal data, and an erasure would have to look for them here. */
  private List<String> fields() {
    List<String> names = new ArrayList<>();
    if (facts.body().length > 0) {
      try {
        JsonNode sent = json.readTree(facts.body());
        sent.fieldNames().forEachRemaining(names::add);
      } catch (IOException e) {
        return List.of();
      }
    }
    return names.stream().filter(name -> FIELD.matcher(name).matches()).limit(MOST_FIELDS).toList();
  }
}
