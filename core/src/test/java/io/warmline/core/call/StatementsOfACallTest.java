package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.AgentId;
import io.warmline.core.queue.Claim;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/** What the busiest write there is asks of the database. */
@QuarkusTest
class StatementsOfACallTest extends OnPostgres {

  /** From setting the tenant to the last event, without begin and commit. */
  private static final int MOST = 12;

  @Inject Jdbi jdbi;

  @Test
  void aCallThatReachedNobodyTakesFewStatementsAndWritesItsLeadOnce() {
    AgentId agent = given.agent();
    given.lead(given.campaign());
    Claim claim = desk.claim(agent);

    List<String> statements = logged(() -> desk.log(claim, Disposition.NO_ANSWER));

    assertThat(statements).as(String.join("\n---\n", statements)).hasSizeLessThanOrEqualTo(MOST);
    assertThat(statements).filteredOn(sql -> sql.contains("update lead")).hasSize(1);
    assertThat(statements).filteredOn(sql -> sql.startsWith("update call\n")).isEmpty();
  }

  private List<String> logged(Runnable work) {
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
