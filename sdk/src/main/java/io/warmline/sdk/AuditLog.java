package io.warmline.sdk;

import io.warmline.sdk.model.AuditEntry;
import io.warmline.sdk.model.AuditPage;
import java.io.InputStream;

/** Who did what, with which key and from where. */
public final class AuditLog {
  private final Transport transport;

  AuditLog(Transport transport) {
    this.transport = transport;
  }

  /** Lists what was done, newest first. */
  public Page<AuditEntry> listAuditEntries(AuditFilter filter, RequestOption... options) {
    AuditPage page =
        transport.value(
            Request.get("/v1/audit-entries").query(filter.query()).with(options), AuditPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listAuditEntries(filter.cursor(cursor), options));
  }

  /** Reads the same as a CSV file. The caller closes it. */
  public InputStream exportAuditLog(AuditFilter filter, RequestOption... options) {
    Request request = Request.get("/v1/audit-entries.csv").query(filter.query()).accept("text/csv");
    return transport.send(request.with(options)).file("text/csv");
  }
}
