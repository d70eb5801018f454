package io.warmline.core.imports;

import io.warmline.core.retention.Retentions;
import io.warmline.core.tenant.HourlyChore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Forgets uploads from which nothing has come for an hour, and the rows kept of imports that ended
 * so long ago as the tenant keeps them.
 */
@ApplicationScoped
class ForgetImportUploads implements HourlyChore {

  private final TenantTransaction transaction;
  private final ImportUploads uploads;
  private final ImportFindings findings;
  private final Retentions retentions;
  private final Clock clock;

  ForgetImportUploads(
      TenantTransaction transaction,
      ImportUploads uploads,
      ImportFindings findings,
      Retentions retentions,
      Clock clock) {
    this.retentions = retentions;
    this.transaction = transaction;
    this.uploads = uploads;
    this.findings = findings;
    this.clock = clock;
  }

  @Override
  public void tickHourly() {
    Instant now = clock.instant();
    transaction.run(() -> uploads.discardGivenUp(now));
    transaction.run(
        () -> findings.forgetRows(now.minus(retentions.get().rules().ofRejectedRows())));
  }
}
