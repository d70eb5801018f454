package io.warmline.core.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.Event;
import io.warmline.core.event.Events;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.MoveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Reach;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is one client's is not seen with another's eyes, by whichever way; likewise agents. */
@QuarkusTest
class ClientWallsTest extends OnPostgres {

  /** The firm's, and no client's: what decides for all whether a number may be called, and keys. */
  private static final Set<String> OF_THE_FIRM =
      Set.of(
          "accepted_jurisdiction",
          "agent",
          "api_key",
          "audit_entry",
          "calling_rule",
          "event_counter",
          "event_month",
          "idempotency_key",
          "kept_law",
          "lifted_rule",
          "registry",
          "suppression");

  private static final List<String> WITH_A_CAMPAIGN =
      List.of("window_bucket", "callback", "claim", "queue_entry", "call", "lead");

  @Inject CurrentTenant current;
  @Inject ManageClient manageClient;
  @Inject PromiseCallback promises;
  @Inject MoveLead moveLead;
  @Inject Events events;

  TenantId tenant;
  ClientId ours;
  ClientId theirs;
  CampaignId campaign;
  CampaignId otherCampaign;
  AgentId agent;

  @BeforeEach
  void twoClientsWithTheSameOfEverything() {
    tenant = given.tenant();
    agent = given.agent();
    ours = client("Ours");
    theirs = client("Theirs");
    campaign = busyCampaignOf(Optional.of(ours));
    otherCampaign = busyCampaignOf(Optional.of(theirs));
    busyCampaignOf(Optional.empty());
  }

  @AfterEach
  void theFirmIsBack() {
    current.enter(tenant);
  }

  private ClientId client(String name) {
    return manageClient
        .create(
            new Client.Profile(
                name, Optional.empty(), Optional.empty(), Optional.empty(), 1, Optional.empty()))
        .id();
  }

  private CampaignId busyCampaignOf(Optional<ClientId> client) {
    CampaignId busy = given.campaign(terms -> terms.onBehalfOf(client));
    given.lead(busy);
    desk.claim(agent, Set.of(busy));
    desk.log(given.lead(busy), agent, Disposition.APPOINTMENT_SET);
    promises.promise(given.lead(busy), Desk.at(clock.instant().plus(Duration.ofDays(1))));
    return busy;
  }

  private <T> T as(Reach reach, Supplier<T> work) {
    current.enter(tenant, reach);
    current.seeOnlyWhatIsReached();
    try {
      return transaction.call(work);
    } finally {
      current.enter(tenant);
    }
  }

  private <T> T asClient(Supplier<T> work) {
    return as(new Reach.OfClient(ours), work);
  }

  private long count(String statement) {
    return sql.query(statement, q -> q.mapTo(Long.class).one());
  }

  @Test
  void everyTableIsAClientsOrOnRecordAsTheFirms() {
    List<String> open =
        sql.jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            select c.table_name from information_schema.columns c
                            where c.table_schema = current_schema() and c.column_name = 'tenant_id'
                              and not exists (select 1 from pg_policies p where p.tablename = c.table_name and p.permissive = 'RESTRICTIVE'
                                              and 'warmline_client' = any(p.roles))
                            """)
                        .mapTo(String.class)
                        .list());

    assertThat(open).containsExactlyInAnyOrderElementsOf(OF_THE_FIRM);
  }

  @Test
  void noPolicyOfTheseConcernsTheApplicationItself() {
    List<String> roles =
        sql.jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            select distinct unnest(roles)::text from pg_policies
                            where policyname in ('own_client', 'own_agent')
                            """)
                        .mapTo(String.class)
                        .list());

    assertThat(roles).containsExactlyInAnyOrder("warmline_client", "warmline_agent");
  }

  @Test
  void aClientSeesWhatIsItsOwn() {
    for (String table : WITH_A_CAMPAIGN) {
      long own =
          transaction.call(
              () ->
                  sql.query(
                      "select count(*) from "
                          + table
                          + " where tenant_id = :tenant and campaign_id = :id",
                      q -> q.bind("id", campaign.value()).mapTo(Long.class).one()));

      long seen =
          asClient(() -> count("select count(*) from " + table + " where tenant_id = :tenant"));

      assertThat(own).as(table).isPositive();
      assertThat(seen).as(table).isEqualTo(own);
    }
    assertThat(asClient(() -> count("select count(*) from campaign where tenant_id = :tenant")))
        .isEqualTo(1);
    assertThat(asClient(() -> count("select count(*) from client where tenant_id = :tenant")))
        .isEqualTo(1);
    assertThat(asClient(() -> count("select count(*) from appointment where tenant_id = :tenant")))
        .isEqualTo(1);
    assertThat(asClient(() -> count("select count(*) from lead_phone where tenant_id = :tenant")))
        .isEqualTo(3);
  }

  @Test
  void theFirmSeesAllOfThem() {
    assertThat(
            transaction.call(
                () -> count("select count(*) from campaign where tenant_id = :tenant")))
        .isEqualTo(3);
    assertThat(
            transaction.call(
                () -> count("select count(*) from appointment where tenant_id = :tenant")))
        .isEqualTo(3);
  }

  @Test
  void whoeverOnlySeesWritesNothingOfOthers() {
    int changed =
        asClient(
            () ->
                sql.update(
                    "update lead set notes = 'x' where tenant_id = :tenant and campaign_id = :id",
                    u -> u.bind("id", otherCampaign.value())));

    assertThat(changed).isZero();
    assertThatThrownBy(
            () ->
                asClient(
                    () ->
                        sql.update(
                            "update campaign set client_id = :other where tenant_id = :tenant",
                            u -> u.bind("other", theirs.value()))))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .hasMessageContaining("row-level security");
  }

  @Test
  void aMeetingStaysTheClientsWhereverItsLeadGoes() {
    LeadId met = new LeadId(transaction.call(this::whoMeetsUs));
    moveLead.move(met, otherCampaign);

    assertThat(asClient(() -> count("select count(*) from appointment where tenant_id = :tenant")))
        .isEqualTo(1);
    assertThat(asClient(() -> count("select count(*) from lead where tenant_id = :tenant")))
        .isEqualTo(3);
    desk.log(met, agent, Disposition.NO_ANSWER);
    long calls =
        asClient(
            () ->
                sql.query(
                    "select count(*) from call where tenant_id = :tenant and lead_id = :id",
                    q -> q.bind("id", met.value()).mapTo(Long.class).one()));
    assertThat(calls).isEqualTo(1);
  }

  private UUID whoMeetsUs() {
    return sql.query(
        "select lead_id from appointment where tenant_id = :tenant and client_id = :client",
        q -> q.bind("client", ours.value()).mapTo(UUID.class).one());
  }

  @Test
  void aClientHearsWhatHappensInItsCampaignsUnderTheNumbersOfTheFirm() {
    List<Event> all = transaction.call(() -> events.after(0, null, 10_000));

    List<Event> heard = asClient(() -> events.after(0, null, 10_000));

    Set<Object> ids = Set.of(campaign.toString(), ours.toString());
    assertThat(heard).isNotEmpty().isSubsetOf(all);
    assertThat(heard)
        .filteredOn(event -> event.data().containsKey("campaignId"))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(ids).contains(event.data().get("campaignId")));
    assertThat(all)
        .filteredOn(event -> campaign.toString().equals(event.data().get("campaignId")))
        .allSatisfy(event -> assertThat(heard).contains(event));
    assertThat(heard).extracting(Event::type).doesNotContain("agent.created");
    assertThat(heard)
        .filteredOn(event -> event.type().startsWith("client."))
        .extracting(Event::subject)
        .containsOnly(ours.value());
  }

  /** Or events of others would have no number until somebody else asks, and then a later one. */
  @Test
  void whoeverListensNumbersAllEventsOfTheFirm() {
    List<Event> heard = asClient(() -> events.after(0, null, 10_000));

    assertThat(
            transaction.call(
                () ->
                    count(
                        "select count(*) from event where tenant_id = :tenant and sequence is"
                            + " null")))
        .isZero();
    assertThat(heard).extracting(Event::sequence).isSorted();
  }

  @Test
  void anAgentSeesOwnClaimsAndCallsAndNoPromiseOfAColleague() {
    AgentId colleague = given.agent();
    LeadId promised = given.lead(campaign);
    promises.promise(promised, Desk.personal(clock.instant().plus(Duration.ofDays(2)), colleague));
    desk.log(given.lead(campaign), colleague, Disposition.NO_ANSWER);
    Reach reach = new Reach.OfAgent(colleague);

    assertThat(as(reach, () -> count("select count(*) from call where tenant_id = :tenant")))
        .isEqualTo(1);
    assertThat(as(reach, () -> count("select count(*) from claim where tenant_id = :tenant")))
        .isZero();
    assertThat(as(reach, () -> count("select count(*) from callback where tenant_id = :tenant")))
        .isEqualTo(4);
    assertThat(
            as(
                new Reach.OfAgent(agent),
                () -> count("select count(*) from callback where tenant_id = :tenant")))
        .isEqualTo(3);
    assertThat(as(reach, () -> count("select count(*) from lead where tenant_id = :tenant")))
        .isEqualTo(11);
  }

  /** Acting, it goes by all facts of the firm: a number on which another client's agent talks. */
  @Test
  void aClientClaimsFromItsCampaignsAndNoNumberThatIsInUseElsewhere() {
    PhoneNumber shared = Fixture.number();
    given.newLead(otherCampaign).numbers(shared).named("Ann", "One").score(900).create();
    given.newLead(campaign).numbers(shared).named("Bob", "Two").create();
    LeadId free = given.lead(campaign);
    AgentId theirAgent = given.agent();
    List<Claim> confirmed = desk.claim(theirAgent, Set.of(otherCampaign));
    List<Claim> cold = desk.claim(theirAgent, Set.of(otherCampaign));
    assertThat(confirmed).hasSize(1);
    assertThat(cold).singleElement().satisfies(claim -> assertThat(claim.phone()).contains(shared));

    current.enter(tenant, new Reach.OfClient(ours));
    List<Claim> claims = desk.claim(agent, 10);
    current.enter(tenant);

    assertThat(claims)
        .isNotEmpty()
        .allSatisfy(claim -> assertThat(claim.campaign()).isEqualTo(campaign))
        .noneSatisfy(claim -> assertThat(claim.phone()).contains(shared));
    assertThat(claims).extracting(Claim::lead).contains(free);
  }

  @Test
  void aClientWithoutCampaignsClaimsNothing() {
    ClientId third = client("Third");

    current.enter(tenant, new Reach.OfClient(third));
    List<Claim> claims = desk.claim(agent, 10);
    current.enter(tenant);

    assertThat(claims).isEmpty();
  }

  @Test
  void onesOwnEyesAreLentForAWhileOnly() {
    long[] seen =
        asClient(
            () -> {
              long before = count("select count(*) from campaign where tenant_id = :tenant");
              long meanwhile =
                  transaction.seeing(
                      new Reach.Firm(),
                      () -> count("select count(*) from campaign where tenant_id = :tenant"));
              long after = count("select count(*) from campaign where tenant_id = :tenant");
              return new long[] {before, meanwhile, after};
            });

    assertThat(seen).containsExactly(1, 3, 1);
  }

  @Test
  void theNextTransactionOfTheConnectionSeesEverythingAgain() {
    assertThat(asClient(() -> count("select count(*) from campaign where tenant_id = :tenant")))
        .isEqualTo(1);
    for (int i = 0; i < 20; i++) {
      assertThat(
              transaction.call(
                  () -> count("select count(*) from campaign where tenant_id = :tenant")))
          .isEqualTo(3);
    }
  }
}
