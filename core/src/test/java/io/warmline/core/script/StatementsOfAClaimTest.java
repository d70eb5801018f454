package io.warmline.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.CountedStatements;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.AgentId;
import io.warmline.core.queue.Claim;
import io.warmline.core.script.PrepareCall.Preparation;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a claim asks of the database, with all that the agent is told. The promotion that a claim
 * does four times a second for all has been done before.
 */
@QuarkusTest
class StatementsOfAClaimTest extends OnPostgres {

  /** Round trips from the claim to the story. Setting the tenant is one more. */
  private static final int MOST = 3;

  @Inject CountedStatements statements;
  @Inject PrepareCall prepareCall;

  private AgentId agent;

  @BeforeEach
  void aQueueThatWasAskedBefore() {
    agent = given.agent();
    given.leads(given.campaign(), 110);
    desk.claim(agent);
  }

  @Test
  void aClaimWithLeadWordsAndStoryTakesFewRoundTrips() {
    List<String> asked = statements.of(() -> claim(1));

    assertThat(asked).as(String.join("\n---\n", asked)).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void aHundredOfThemTakeNoMoreThanOne() {
    List<Preparation> prepared = new ArrayList<>();

    List<String> asked = statements.of(() -> prepared.addAll(claim(100)));

    assertThat(prepared).hasSize(100);
    assertThat(asked).as(String.join("\n---\n", asked)).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void eachOfThemIsToldOfItsOwnLead() {
    List<Preparation> prepared = claim(20);

    assertThat(prepared)
        .allSatisfy(
            ready -> {
              assertThat(ready.lead().id()).isEqualTo(ready.claim().lead());
              assertThat(prepareCall.of(ready.claim())).isEqualTo(ready);
            });
  }

  private List<Preparation> claim(int limit) {
    return transaction.call(
        () -> {
          List<Claim> claims = desk.claim(agent, limit);
          return prepareCall.of(claims);
        });
  }
}
