package io.warmline.api.resource;

import io.warmline.api.http.LongWork;
import io.warmline.core.archive.TenantArchive;
import io.warmline.core.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/** A tenant as a file. To make one reads much, so the tenant that is entered waits for its turn. */
@ApplicationScoped
public class TenantFiles {

  private final TenantArchive archive;

  TenantFiles(TenantArchive archive) {
    this.archive = archive;
  }

  /** The archive of the tenant, which is gone when it has been read. */
  @LongWork
  public InputStream of(TenantId tenant) {
    return FileAside.of("warmline-tenant-", ".zip", out -> archive.export(tenant, out));
  }
}
