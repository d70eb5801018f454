package io.warmline.core.imports;

import io.warmline.core.NotFound;
import io.warmline.core.id.ImportId;
import io.warmline.core.queue.Lists;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Answers which lists there are. */
@ApplicationScoped
class ImportedLists implements Lists {

  private final TenantSql sql;

  ImportedLists(TenantSql sql) {
    this.sql = sql;
  }

  @Override
  public void require(Collection<ImportId> imports) {
    if (imports.isEmpty()) {
      return;
    }
    Set<UUID> known =
        sql.query(
            "select id from import_job where tenant_id = :tenant and id = any(:ids)",
            q ->
                q.bindArray("ids", UUID.class, imports.stream().map(ImportId::value).toArray())
                    .mapTo(UUID.class)
                    .set());
    for (ImportId id : imports) {
      if (!known.contains(id.value())) {
        throw new NotFound("import", id);
      }
    }
  }
}
