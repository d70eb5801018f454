package io.warmline.core.search;

import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Words as those of leads are kept: small, and without accents. */
@ApplicationScoped
class FoldedWords {

  private final TenantSql sql;

  FoldedWords(TenantSql sql) {
    this.sql = sql;
  }

  /** Those of a text, each once. */
  List<String> of(String text) {
    return sql.query(
        """
        select distinct w from regexp_split_to_table(folded(:text), '[\\s,;]+') w where w <> ''
        """,
        q -> q.bind("text", text).mapTo(String.class).list());
  }
}
