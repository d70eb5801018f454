package io.warmline.core.imports;

import io.warmline.core.tenant.HourlyChore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Forgets uploads from which nothing has come for an hour. */
@ApplicationScoped
class ForgetImportUploads implements HourlyChore {

  private final TenantTransaction transaction;
  private final ImportUploads uploads;
  private final Clock clock;

  ForgetImportUploads(TenantTransaction transaction, ImportUploads uploads, Clock clock) {
    this.transaction = transaction;
    this.uploads = uploads;
    this.clock = clock;
  }

  @Override
  public void tickHourly() {
    transaction.run(() -> uploads.discardGivenUp(clock.instant()));
  }
}
