package io.warmline.core.savedfilter;

import io.warmline.core.SqlConditions;
import io.warmline.core.id.ImportId;
import io.warmline.core.search.ExactWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** What conditions ask of a lead {@code l} in SQL. */
@ApplicationScoped
public class ConditionsSql {

  private final ExactWords words;

  ConditionsSql(ExactWords words) {
    this.words = words;
  }

  /**
   * Adds them, in the transaction that is open.
   *
   * @param as what the parameters' names begin with
   */
  public void add(SqlConditions where, String as, LeadConditions conditions) {
    conditions
        .campaign()
        .ifPresent(is -> and(where, "l.campaign_id = :%s", as + "Campaign", is.value()));
    if (!conditions.statuses().isEmpty()) {
      and(where, "l.status = any(:%s)", as + "Statuses", names(conditions.statuses()));
    }
    if (!conditions.tags().names().isEmpty()) {
      String[] tags = conditions.tags().names().toArray(String[]::new);
      and(where, "l.tags <> '{}' and l.tags && :%s", as + "Tags", tags);
    }
    addLists(where, as, conditions);
    conditions
        .updatedAfter()
        .ifPresent(at -> and(where, "l.updated_at > :%s", as + "UpdatedAfter", at));
    conditions.words().ifPresent(sought -> words.add(where, as, sought));
  }

  private static void addLists(SqlConditions where, String as, LeadConditions conditions) {
    if (!conditions.imports().isEmpty()) {
      UUID[] ids = conditions.imports().stream().map(ImportId::value).toArray(UUID[]::new);
      and(where, "l.import_id = any(:%s)", as + "Imports", ids);
    }
    if (!conditions.sources().isEmpty()) {
      and(
          where,
          "l.import_id in (select j.id from import_job j where j.tenant_id = :tenant and"
              + " coalesce(j.source, 'OTHER') = any(:%s))",
          as + "Sources",
          names(conditions.sources()));
    }
  }

  private static void and(SqlConditions where, String condition, String name, Object value) {
    where.and(condition.formatted(name), name, value);
  }

  private static String[] names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).toArray(String[]::new);
  }
}
