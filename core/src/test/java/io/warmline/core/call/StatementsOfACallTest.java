package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.CountedStatements;
import io.warmline.core.OnPostgres;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.queue.Claim;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the busiest write there is asks of the database. */
@QuarkusTest
class StatementsOfACallTest extends OnPostgres {

  /** Round trips from the first question to the last event. Setting the tenant is one more. */
  private static final int MOST = 7;

  @Inject CountedStatements statements;
  @Inject LogCalls logCalls;

  @Test
  void aCallThatReachedNobodyTakesFewRoundTripsAndWritesItsLeadOnce() {
    AgentId agent = given.agent();
    given.lead(given.campaign());
    Claim claim = desk.claim(agent);

    List<String> asked = statements.of(() -> desk.log(claim, Disposition.NO_ANSWER));

    assertThat(asked).as(String.join("\n---\n", asked)).hasSizeLessThanOrEqualTo(MOST);
    assertThat(asked).filteredOn(sql -> sql.contains("update lead")).hasSize(1);
    assertThat(asked).filteredOn(sql -> sql.startsWith("update call\n")).isEmpty();
  }

  @Test
  void aHundredOfThemTakeNoMoreThanOne() {
    AgentId agent = given.agent();
    given.leads(given.campaign(), 100);
    List<ReportedCall> reports =
        desk.claim(agent, 100).stream().map(LogCallsTest::noAnswer).toList();

    List<String> asked = statements.of(() -> logCalls.log(reports));

    assertThat(reports).hasSize(100);
    assertThat(asked).as(String.join("\n---\n", asked)).hasSizeLessThanOrEqualTo(MOST);
  }
}
