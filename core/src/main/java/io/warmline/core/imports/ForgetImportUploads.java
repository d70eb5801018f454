package io.warmline.core.imports;

import io.warmline.core.tenant.HourlyChore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Forgets uploads from which nothing has come for an hour, and the rows kept of imports that ended
 * thirty days ago.
 */
@ApplicationScoped
class ForgetImportUploads implements HourlyChore {

  private static final Duration ROWS = Duration.ofDays(30);

  private final TenantTransaction transaction;
  private final ImportUploads uploads;
  private final ImportFindings findings;
  private final Clock clock;

  ForgetImportUploads(
      TenantTransaction transaction, ImportUploads uploads, ImportFindings findings, Clock clock) {
    this.transaction = transaction;
    this.uploads = uploads;
    this.findings = findings;
    this.clock = clock;
  }

  @Override
  public void tickHourly() {
    Instant now = clock.instant();
    transaction.run(() -> uploads.discardGivenUp(now));
    transaction.run(() -> findings.forgetRows(now.minus(ROWS)));
  }
}
