package io.warmline.core;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** What a piece of work asks of the database. */
@ApplicationScoped
public class CountedStatements {

  @Inject Jdbi jdbi;

  /** One text a round trip, without begin, the setting of the tenant, and commit. */
  public List<String> of(Runnable work) {
    List<String> statements = new ArrayList<>();
    SqlLogger before = jdbi.getConfig(SqlStatements.class).getSqlLogger();
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            statements.add(context.getRawSql());
          }
        });
    try {
      work.run();
    } finally {
      jdbi.setSqlLogger(before);
    }
    return statements;
  }
}
