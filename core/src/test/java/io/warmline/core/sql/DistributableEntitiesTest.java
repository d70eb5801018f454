package io.warmline.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.agent.Agent;
import io.warmline.core.agent.Agents;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.campaign.CampaignStatus;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.campaign.ChangeCampaign;
import io.warmline.core.client.Client;
import io.warmline.core.client.Clients;
import io.warmline.core.client.ManageClient;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.TenantId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.Suppression;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Hibernate's statements go to the one shard that holds the tenant as well: {@link
 * DistributableSqlTest} reads ours only.
 */
@QuarkusTest
class DistributableEntitiesTest extends OnPostgres {

  @Inject Campaigns campaigns;
  @Inject ChangeCampaign changeCampaign;
  @Inject Agents agents;
  @Inject ManageAgent manageAgent;
  @Inject Clients clients;
  @Inject ManageClient manageClient;
  @Inject SuppressNumber suppressNumber;

  @Test
  void campaigns() {
    List<String> statements =
        StatementsOfHibernate.of(
            () -> {
              CampaignId id = given.campaign();
              transaction.run(
                  () -> {
                    campaigns.hold(id);
                    campaigns.get(id);
                  });
              transaction.run(
                  () -> {
                    campaigns.get(id);
                    campaigns.hold(id);
                    changeCampaign.pause(id);
                  });
              changeCampaign.resume(id);
              changeCampaign.delete(id, Optional.empty());
            });

    assertAllAreTied(statements, 7);
  }

  @Test
  void whatChangedSinceItWasReadIsNotLockedAsItWas() {
    CampaignId id = given.campaign();
    TenantId tenant = given.tenant();
    List<CampaignStatus> seen = new ArrayList<>();

    transaction.run(
        () -> {
          seen.add(campaigns.get(id).status());
          if (seen.size() == 1) {
            CompletableFuture.runAsync(() -> given.run(tenant, () -> changeCampaign.pause(id)))
                .join();
          }
          campaigns.hold(id);
        });

    assertThat(seen).containsExactly(CampaignStatus.ACTIVE, CampaignStatus.PAUSED);
  }

  @Test
  void agents() {
    List<String> statements =
        StatementsOfHibernate.of(
            () -> {
              AgentId id = given.agent();
              transaction.run(
                  () -> {
                    agents.get(id);
                    agents.hold(id);
                    agents.requireKnown(id);
                  });
              manageAgent.change(id, Optional.empty(), p -> named(p, "Ada King"));
              manageAgent.delete(id);
            });

    assertAllAreTied(statements, 5);
  }

  private static Agent.Profile named(Agent.Profile p, String name) {
    return new Agent.Profile(name, p.email(), p.languages());
  }

  @Test
  void clients() {
    List<String> statements =
        StatementsOfHibernate.of(
            () -> {
              ClientId id = manageClient.create(client("Acme")).id();
              transaction.run(
                  () -> {
                    clients.get(id);
                    clients.hold(id);
                  });
              manageClient.change(id, Optional.empty(), p -> client("Acme Tools"));
              manageClient.delete(id, Optional.empty());
            });

    assertAllAreTied(statements, 5);
  }

  private static Client.Profile client(String name) {
    return new Client.Profile(
        name, Optional.empty(), Optional.empty(), Optional.of("AU"), 7, Optional.empty());
  }

  @Test
  void suppressions() {
    PhoneNumber number = Fixture.number();
    CampaignId campaign = given.campaign();
    List<String> statements =
        StatementsOfHibernate.of(
            () -> {
              Suppression entry =
                  suppressNumber
                      .add(
                          new Suppression.Request(
                              number,
                              Optional.of(campaign),
                              Optional.empty(),
                              Optional.empty(),
                              Optional.empty()))
                      .entry();
              transaction.run(() -> suppressNumber.listed(number, campaign));
              suppressNumber.remove(
                  entry.id(), new Suppression.Evidence("She wrote", Optional.empty()));
            });

    assertAllAreTied(statements, 4);
  }

  /** As many conditions on the tenant as there are tables, beside those of an insert. */
  private static void assertAllAreTied(List<String> statements, int fewest) {
    assertThat(statements).hasSizeGreaterThanOrEqualTo(fewest);
    assertThat(statements).allSatisfy(DistributableEntitiesTest::assertIsTied);
  }

  private static void assertIsTied(String statement) {
    if (statement.startsWith("insert into")) {
      assertThat(statement).contains("tenant_id");
      return;
    }
    long tables =
        Pattern.compile("\\b(?:from|join|update(?! of\\b)) \\w+")
            .matcher(statement)
            .results()
            .count();
    long tied = Pattern.compile("\\btenant_id ?= ?\\?").matcher(statement).results().count();
    assertThat(tied).as(statement).isGreaterThanOrEqualTo(tables);
  }
}
