package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.AuditLogApi;
import io.warmline.api.contract.model.AuditEntryDto;
import io.warmline.api.contract.model.AuditPageDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotency;
import io.warmline.api.http.LongWork;
import io.warmline.core.Cursor;
import io.warmline.core.Page;
import io.warmline.core.audit.AuditEntry;
import io.warmline.core.audit.AuditLog;
import io.warmline.core.id.KeyId;
import io.warmline.core.retention.SetRetention;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class AuditLogResource implements AuditLogApi {

  private static final int PAGE_OF_A_FILE = 1000;
  private static final String HEADER =
      "at,keyId,address,operation,method,path,resourceId,fields,status,requestId\r\n";

  private final Idempotency idempotency;
  private final AuditLog log;
  private final Cursors cursors;
  private final SetRetention retention;

  AuditLogResource(Idempotency idempotency, AuditLog log, Cursors cursors, SetRetention retention) {
    this.retention = retention;
    this.idempotency = idempotency;
    this.log = log;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<AuditPageDto> listAuditEntries(
      @Nullable UUID keyId,
      @Nullable String operation,
      @Nullable UUID resourceId,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to,
      Integer limit,
      @Nullable String cursor) {
    AuditLog.Filter filter = filter(keyId, operation, resourceId, from, to);
    Page<AuditEntry> page = idempotency.once(() -> log.list(filter, cursors.paging(limit, cursor)));
    return RestResponse.ok(
        new AuditPageDto()
            .items(page.items().stream().map(AuditLogResource::entry).toList())
            .nextCursor(cursors.text(page.next()))
            .keptSince(Values.utc(retention.now().auditSince())));
  }

  @Override
  @LongWork
  public RestResponse<InputStream> exportAuditLog(
      @Nullable UUID keyId,
      @Nullable String operation,
      @Nullable UUID resourceId,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to) {
    AuditLog.Filter filter = filter(keyId, operation, resourceId, from, to);
    return RestResponse.ok(FileAside.of("warmline-audit-", out -> write(filter, out)));
  }

  private static AuditLog.Filter filter(
      @Nullable UUID keyId,
      @Nullable String operation,
      @Nullable UUID resourceId,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to) {
    return new AuditLog.Filter(
        Optional.ofNullable(keyId).map(KeyId::new),
        Optional.ofNullable(operation),
        Optional.ofNullable(resourceId),
        Values.instant(from, "from"),
        Values.instant(to, "to"));
  }

  private void write(AuditLog.Filter filter, OutputStream out) throws IOException {
    out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    Optional<Cursor> next = Optional.empty();
    do {
      Cursor.Paging paging = new Cursor.Paging(PAGE_OF_A_FILE, next.orElse(null));
      Page<AuditEntry> page = idempotency.once(() -> log.list(filter, paging));
      for (AuditEntry entry : page.items()) {
        out.write(line(entry).getBytes(StandardCharsets.UTF_8));
      }
      next = page.next();
    } while (next.isPresent());
  }

  /** Ids, addresses and names of the contract: nothing needs quotes, or can be a formula. */
  private static String line(AuditEntry entry) {
    return String.join(
            ",",
            entry.at().toString(),
            entry.key().toString(),
            entry.address().orElse(""),
            entry.operation(),
            entry.method(),
            entry.path(),
            entry.resource().map(UUID::toString).orElse(""),
            String.join(" ", entry.fields()),
            String.valueOf(entry.status()),
            entry.requestId())
        + "\r\n";
  }

  private static AuditEntryDto entry(AuditEntry entry) {
    return new AuditEntryDto()
        .id(entry.id())
        .at(utc(entry.at()))
        .keyId(entry.key().value())
        .keyName(entry.who().map(AuditEntry.Who::name).orElse(null))
        .person(entry.who().flatMap(AuditEntry.Who::person).map(ApiKeyMapper::person).orElse(null))
        .address(entry.address().orElse(null))
        .operation(entry.operation())
        .method(entry.method())
        .path(entry.path())
        .resourceId(entry.resource().orElse(null))
        .fields(entry.fields())
        .status(entry.status())
        .requestId(entry.requestId());
  }
}
