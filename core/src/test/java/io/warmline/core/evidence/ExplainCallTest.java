package io.warmline.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.Sha256;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.Relationship;
import io.warmline.core.lead.RemoveLead;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Claim;
import io.warmline.core.registry.KeepRegistries;
import io.warmline.core.registry.ReceiveRegistry;
import io.warmline.core.registry.RegistryImport;
import io.warmline.core.registry.Territory;
import io.warmline.core.rule.AcceptJurisdiction;
import io.warmline.core.rule.ChangeHouseRule;
import io.warmline.core.rule.LiftRule;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks years later is told why a call was legal, by what was known when it was made. */
@QuarkusTest
class ExplainCallTest extends OnPostgres {

  private static final PhoneNumber BOSTON = new PhoneNumber("+16172345678");
  private static final PhoneNumber REYKJAVIK = new PhoneNumber("+3545510000");

  @Inject ExplainCall explainCall;
  @Inject SaveLead saveLead;
  @Inject RemoveLead removeLead;
  @Inject ChangeHouseRule changeHouseRule;
  @Inject AcceptJurisdiction acceptJurisdiction;
  @Inject LiftRule liftRule;
  @Inject ReceiveRegistry receiveRegistry;
  @Inject KeepRegistries keepRegistries;

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
    agent = given.agent();
  }

  private CallId called() {
    Claim claim = desk.claim(agent);
    clock.advance(Duration.ofSeconds(30));
    return desk.log(claim, Disposition.NO_ANSWER).call().id();
  }

  private void list(String name, PhoneNumber... numbers) {
    StringBuilder text = new StringBuilder();
    for (PhoneNumber number : numbers) {
      text.append(number.e164()).append('\n');
    }
    receiveRegistry.enqueue(
        receiveRegistry.receive(
            new RegistryImport.Request(
                name, Territory.of("US"), LocalDate.parse("2026-11-16"), Optional.empty()),
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8))));
    keepRegistries.tick();
  }

  @Test
  void aCallIsExplainedByTheLawAndTheListsAsTheyWere() {
    LeadId lead =
        given
            .newLead(campaign)
            .numbers(BOSTON)
            .withoutZone()
            .relationship(new Relationship(null, null, LocalDate.of(2026, 6, 1), null))
            .create();
    list("US_NATIONAL", BOSTON);
    CallId call = called();
    CallExplanation before = explainCall.of(call);
    list("US_NATIONAL", new PhoneNumber("+16172345679"));
    saveLead.change(
        lead,
        Optional.empty(),
        was ->
            new LeadFacts(
                was.externalId(),
                was.profile().toBuilder().relationship(null).build(),
                was.numbers()));
    changeHouseRule.save(new RuleId("house-lunch"), object("{\"jurisdiction\":\"US\"}"));

    CallExplanation told = explainCall.of(call);

    assertThat(told).isEqualTo(before);
    assertThat(told.isLawful()).isTrue();
    assertThat(told.claim()).isPresent();
    assertThat(told.place().jurisdictions()).containsExactly("US-MA");
    assertThat(told.place().clocks())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.zone()).isEqualTo("America/New_York");
              assertThat(c.showed()).hasToString("2026-11-18T13:00:30-05:00");
            });
    assertThat(told.relationship().path("lastPurchaseOn").asText()).isEqualTo("2026-06-01");
    assertThat(told.registries())
        .singleElement()
        .satisfies(
            list -> {
              assertThat(list.path("asOf").asText()).isEqualTo("2026-11-16");
              assertThat(list.path("listed").asBoolean()).isTrue();
              assertThat(list.path("exempt").asBoolean()).isTrue();
            });
    assertThat(told.law().orElseThrow().rules())
        .extracting(CallExplanation.Rule::id)
        .containsExactly("campaign-hours", "us", "us-ma");
    assertThat(told.law().orElseThrow().rules())
        .filteredOn(rule -> rule.id().equals("us-ma"))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.status()).isEqualTo("P");
              assertThat(rule.citation()).isEqualTo("201 CMR 12.02(2)");
              assertThat(rule.digest()).hasSize(64);
            });
  }

  @Test
  void theTextThatIsKeptIsTheOneOfTheDigest() {
    given.newLead(campaign).numbers(BOSTON).withoutZone().create();
    CallExplanation told = explainCall.of(called());

    String digest = told.law().orElseThrow().digest();
    String body =
        transaction.call(
            () ->
                sql.query(
                    "select body from kept_law where tenant_id = :tenant and digest = :digest",
                    q -> q.bind("digest", digest).mapTo(String.class).one()));

    assertThat(Sha256.of(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(digest);
  }

  @Test
  void whoAcceptedACountryIsToldForGood() {
    acceptJurisdiction.accept(
        new Jurisdiction("IS"),
        new AcceptJurisdiction.Statement(
            "Dave Miller", "Counsel knows of no hours", Optional.empty(), Optional.empty()));
    given.newLead(campaign).numbers(REYKJAVIK).withoutZone().create();
    CallId call = called();
    clock.advance(Duration.ofDays(400));
    acceptJurisdiction.withdraw(new Jurisdiction("IS"), Optional.empty());

    CallExplanation told = explainCall.of(call);

    assertThat(told.choices())
        .singleElement()
        .satisfies(
            choice -> {
              assertThat(choice.kind()).isEqualTo("ACCEPTED");
              assertThat(choice.name()).isEqualTo("IS");
              assertThat(choice.by()).isEqualTo("Dave Miller");
            });
    assertThat(told.law().orElseThrow().rules())
        .extracting(CallExplanation.Rule::id)
        .contains("accepted-is");
  }

  @Test
  void aLiftedRuleIsToldWithItsReason() {
    liftRule.lift(new RuleId("gb-hours"), "Dave Miller", "By appointment only", Optional.empty());
    given.newLead(campaign).numbers(new PhoneNumber("+442079460958")).withoutZone().create();

    CallExplanation told = explainCall.of(called());

    assertThat(told.choices())
        .singleElement()
        .satisfies(
            choice -> {
              assertThat(choice.kind()).isEqualTo("LIFTED");
              assertThat(choice.reason()).isEqualTo("By appointment only");
            });
  }

  @Test
  void aCallWithoutAClaimIsExplainedWithWhatItBroke() {
    LeadId lead = given.newLead(campaign).numbers(BOSTON).withoutZone().create();
    Instant night = Instant.parse("2026-11-18T07:00:00Z");
    CallId call = desk.log(lead, agent, Disposition.NO_ANSWER, night).call().id();

    CallExplanation told = explainCall.of(call);

    assertThat(told.claim()).isEmpty();
    assertThat(told.isLawful()).isFalse();
    assertThat(told.breaches().get(0).path("code").asText()).isEqualTo("CALLING_HOURS");
    assertThat(told.law()).isPresent();
  }

  @Test
  void ofAnErasedLeadWhatTheLawKeepsIsKeptWithoutThePerson() {
    LeadConsent consent =
        new LeadConsent(
            ConsentKind.EXPRESS,
            Instant.parse("2026-11-02T09:00:00Z"),
            "Signed by Grace Hopper",
            "Roofs",
            "fair",
            null,
            null);
    LeadId lead = given.newLead(campaign).numbers(BOSTON).withoutZone().consent(consent).create();
    CallId call = called();

    assertThat(explainCall.of(call).consent().path("evidence").asText()).contains("Grace");
    removeLead.erase(lead, "Asked for it");
    CallExplanation told = explainCall.of(call);

    assertThat(told.made().phone()).isEmpty();
    assertThat(told.made().erasedAt()).isPresent();
    assertThat(told.consent().path("kind").asText()).isEqualTo("EXPRESS");
    assertThat(told.consent().has("evidence")).isFalse();
    assertThat(told.law()).isPresent();
    assertThat(explainCall.to(BOSTON, 10).calls()).isEmpty();
  }

  @Test
  void allCallsToANumberAreToldNewestFirst() {
    LeadId lead = given.newLead(campaign).numbers(BOSTON).withoutZone().create();
    CallId first = called();
    clock.advance(Duration.ofHours(2));
    CallId second = desk.log(lead, agent, Disposition.NO_ANSWER).call().id();

    assertThat(explainCall.to(BOSTON, 10).calls())
        .extracting(told -> told.made().call())
        .containsExactly(second, first);
    assertThat(explainCall.to(BOSTON, 10).complete()).isTrue();
    assertThat(explainCall.to(BOSTON, 1).complete()).isFalse();
    assertThat(explainCall.to(BOSTON, 1).calls()).hasSize(1);
  }

  @Test
  void aCallThatIsNotThereIsNotExplained() {
    assertThatThrownBy(() -> explainCall.of(CallId.next())).isInstanceOf(NotFound.class);
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
