package io.warmline.core.registry;

import io.warmline.core.id.ImportId;
import io.warmline.core.tenant.HourlyChore;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Forgets uploads from which nothing has come for an hour. */
@ApplicationScoped
class ForgetRegistryUploads implements HourlyChore {

  private final TenantTransaction transaction;
  private final RegistryUploads uploads;
  private final Clock clock;

  ForgetRegistryUploads(TenantTransaction transaction, RegistryUploads uploads, Clock clock) {
    this.transaction = transaction;
    this.uploads = uploads;
    this.clock = clock;
  }

  @Override
  public void tickHourly() {
    for (ImportId upload : transaction.call(() -> uploads.givenUp(clock.instant()))) {
      uploads.discard(upload);
    }
  }
}
