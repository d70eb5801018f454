package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.campaign.Approach;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import io.warmline.core.queue.ReleaseReason;
import io.warmline.core.registry.KeepRegistries;
import io.warmline.core.registry.ReceiveRegistry;
import io.warmline.core.registry.RegistryImport;
import io.warmline.core.registry.Territory;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A consent or a relationship by which a lead may be called ends to the second, by itself. */
@QuarkusTest
class ConsentTest extends OnPostgres {

  private static final PhoneNumber PARIS = new PhoneNumber("+33145678901");
  private static final PhoneNumber BOSTON = new PhoneNumber("+16172345678");
  private static final Instant GIVEN = Instant.parse("2026-11-02T09:00:00Z");

  /** In the morning in Paris, on a Wednesday. */
  private static final Instant END = Instant.parse("2026-11-18T10:30:00Z");

  @Inject SaveLead saveLead;
  @Inject EndExemptions endExemptions;
  @Inject JudgeCallability judge;
  @Inject ChangeClaim changeClaim;
  @Inject ReceiveRegistry receiveRegistry;
  @Inject KeepRegistries keepRegistries;
  @Inject PromiseCallback promises;
  @Inject Claims claims;

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void aCampaign() {
    campaign = given.campaign();
    agent = given.agent();
    clock.set(END.minusSeconds(60));
  }

  private static LeadConsent until(Instant end) {
    return new LeadConsent(ConsentKind.EXPRESS, GIVEN, "Form 7", "Solar roofs", "web", end, null);
  }

  private LeadId french(LeadConsent consent) {
    return given.newLead(campaign).numbers(PARIS).withoutZone().consent(consent).create();
  }

  private boolean isClaimable() {
    return !desk.claim(agent, Set.of(campaign)).isEmpty();
  }

  private BlockCode firstBlocker(LeadId lead, Instant at) {
    return judge.judge(lead, Optional.of(at)).blockers().get(0).code();
  }

  private LeadId agrees(LeadId lead, LeadConsent consent) {
    return saveLead
        .change(
            lead,
            Optional.empty(),
            was ->
                new LeadFacts(
                    was.externalId(),
                    was.profile().toBuilder().consent(consent).build(),
                    was.numbers()))
        .id();
  }

  @ParameterizedTest(name = "{0} seconds before the end: {1}")
  @CsvSource({"1, true", "0, false", "-1, false"})
  void aConsentEndsToTheSecondWhetherHousekeepingHasBeenOrNot(long before, boolean callable) {
    french(until(END));
    clock.set(END.minusSeconds(before));

    assertThat(isClaimable()).isEqualTo(callable);
  }

  private static LeadConsent withdrawn(Instant at) {
    return new LeadConsent(ConsentKind.EXPRESS, GIVEN, "Form 7", null, null, null, at);
  }

  @Test
  void whoTakesTheConsentBackIsInNoAgentsHandsAnyMore() {
    LeadId lead = given.newLead(campaign).create();
    Claim claim = desk.claim(agent);

    agrees(lead, withdrawn(clock.instant()));

    assertThat(transaction.call(() -> claims.get(claim.id())).status())
        .isEqualTo(ClaimStatus.REVOKED);
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.CONSENT_WITHDRAWN);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"SKIP", "MERGE", "TAKE_OVER"})
  void thatAConsentWasTakenBackIsHeededOfWhoeverIsThereAlready(DuplicatePolicy policy) {
    PhoneNumber number = Fixture.number();
    LeadId lead = given.newLead(campaign).numbers(number).consent(until(END)).create();

    saveLead.enroll(
        campaign,
        given.newLead(campaign).numbers(number).consent(withdrawn(GIVEN.plusSeconds(60))).facts(),
        policy);

    assertThat(outlook(lead).blockedBy()).contains(BlockCode.CONSENT_WITHDRAWN);
  }

  @ParameterizedTest(name = "given {0} seconds after it was taken back: {1}")
  @CsvSource({"-60, true", "0, true", "60, false"})
  void aConsentThatWasTakenBackIsGivenAgainOnlyLater(long seconds, boolean stands) {
    PhoneNumber number = Fixture.number();
    Instant back = GIVEN.plusSeconds(3600);
    LeadId lead = given.newLead(campaign).numbers(number).consent(withdrawn(back)).create();
    LeadConsent said = new LeadConsent(ConsentKind.EXPRESS, back.plusSeconds(seconds), "Form 8");

    saveLead.enroll(
        campaign,
        given.newLead(campaign).numbers(number).consent(said).facts(),
        DuplicatePolicy.MERGE);

    assertThat(read(lead).profile().consent().isWithdrawn()).isEqualTo(stands);
  }

  @Test
  void nothingIsPromisedToWhoeverTookTheConsentBack() {
    LeadId lead = given.newLead(campaign).consent(withdrawn(GIVEN)).create();
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));

    assertThatThrownBy(() -> promises.promise(lead, Desk.at(tomorrow)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.LEAD_NOT_CALLABLE));
    assertThatThrownBy(
            () -> desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(tomorrow)))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.LEAD_NOT_CALLABLE));
  }

  @Test
  void aClaimMayDialUntilTheConsentEnds() {
    french(until(END));

    Claim claim = desk.claim(agent);

    assertThat(claim.callUntil()).isEqualTo(END);
  }

  @Test
  void whoseConsentHasRunOutIsToldSoAndFoundInTheQueue() {
    LeadId lead = french(until(END));
    clock.set(END);
    endExemptions.tick();

    Callability verdict = judge.judge(lead, Optional.empty());

    assertThat(verdict.blockers().get(0).code()).isEqualTo(BlockCode.CONSENT_EXPIRED);
    assertThat(verdict.blockers().get(0).detail()).contains(END.toString(), "put it on record");
    assertThat(verdict.callableAt()).isEmpty();
    assertThat(isClaimable()).isFalse();
    assertThat(outlook(lead).closed()).as("the bucket is closed, not the lead").isFalse();
  }

  @Test
  void beforeItsEndTheVerdictOfLaterKnowsOfIt() {
    LeadId lead = french(until(END));

    assertThat(judge.judge(lead, Optional.empty()).callableAt()).contains(clock.instant());
    assertThat(firstBlocker(lead, END)).isEqualTo(BlockCode.CONSENT_EXPIRED);
  }

  @Test
  void aConsentThatRanOutDuringAClaimIsNoneAfterIt() {
    french(until(END));
    Claim claim = desk.claim(agent);
    clock.set(END.plusSeconds(1));
    changeClaim.release(claim.id(), agent, ReleaseReason.SKIPPED, null);

    assertThat(isClaimable()).isFalse();
    endExemptions.tick();
    clock.advance(Duration.ofHours(1));
    assertThat(isClaimable()).isFalse();
  }

  @Test
  void whereNoLawAsksForConsentTheEndOfOneChangesNothing() {
    given.newLead(campaign).numbers(BOSTON).consent(until(END.plus(Duration.ofHours(5)))).create();
    clock.set(END.plus(Duration.ofHours(5)));
    endExemptions.tick();

    assertThat(isClaimable()).isTrue();
  }

  @Test
  void whoTakesAConsentBackIsCalledWhenAnotherIsGiven() {
    LeadId lead = given.newLead(campaign).numbers(BOSTON).consent(until(null)).create();
    clock.set(END.plus(Duration.ofHours(5)));
    agrees(
        lead,
        new LeadConsent(ConsentKind.EXPRESS, GIVEN, "Form 7", null, null, null, clock.instant()));

    assertThat(outlook(lead).blockedBy()).contains(BlockCode.CONSENT_WITHDRAWN);
    assertThat(isClaimable()).isFalse();
    assertThat(judge.judge(lead, Optional.empty()).blockers().get(0).detail())
        .contains("withdrawn the consent");

    agrees(lead, new LeadConsent(ConsentKind.EXPRESS, clock.instant(), "Form 8"));
    assertThat(isClaimable()).isTrue();
  }

  @Test
  void whatIsStillToComeIsRefused() {
    Instant later = clock.instant().plus(Duration.ofDays(1));

    assertThatThrownBy(
            () ->
                french(
                    new LeadConsent(ConsentKind.EXPRESS, GIVEN, "Form 7", null, null, null, later)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () ->
                given
                    .newLead(campaign)
                    .relationship(new Relationship(null, null, null, later))
                    .create())
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(
            () ->
                given
                    .newLead(campaign)
                    .relationship(new Relationship(null, null, LocalDate.of(2026, 11, 20), null))
                    .create())
        .isInstanceOf(InvalidValue.class);
  }

  /** 16 CFR 310.2(q): 18 months after a purchase, 3 after an inquiry, in the United States. */
  @ParameterizedTest(name = "{0} on the list of {1}, bought {2}, asked {3}: {4}")
  @CsvSource({
    "+16172345678, US, 2025-05-20, , true",
    "+16172345678, US, 2025-05-18, , false",
    "+16172345678, US, , 2026-08-20T12:00:00Z, true",
    "+16172345678, US, , 2026-08-18T12:00:00Z, false",
    "+16172345678, US, , , false",
    "+16172345678, US-MA, 2026-11-01, , false",
    "+14162345678, CA, 2025-05-20, , true",
    "+14162345678, CA, , 2026-05-20T12:00:00Z, true",
    "+14162345678, CA, , 2026-05-18T12:00:00Z, false",
    "+442079460958, GB, 2026-11-01, 2026-11-01T12:00:00Z, false"
  })
  void aRelationshipExemptsFromARegistryForAsLongAsItsLawSays(
      String number, String where, LocalDate bought, Instant asked, boolean callable) {
    clock.set(Instant.parse("2026-11-18T15:00:00Z"));
    PhoneNumber phone = new PhoneNumber(number);
    given
        .newLead(campaign)
        .numbers(phone)
        .withoutZone()
        .relationship(new Relationship(null, null, bought, asked))
        .create();
    list(where, phone);

    assertThat(isClaimable()).isEqualTo(callable);
  }

  @Test
  void anExemptionEndsByItself() {
    clock.set(Instant.parse("2026-11-18T15:00:00Z"));
    Instant asked = Instant.parse("2026-08-20T12:00:00Z");
    LeadId lead =
        given
            .newLead(campaign)
            .numbers(BOSTON)
            .relationship(new Relationship(null, null, null, asked))
            .create();
    list("US", BOSTON);
    LeadId second = given.newLead(campaign).numbers(Fixture.number()).create();

    assertThat(outlook(lead).closed()).isFalse();
    clock.set(Instant.parse("2026-11-19T15:00:00Z"));
    assertThat(desk.claim(agent, 2)).extracting(Claim::lead).containsExactly(second);
    endExemptions.tick();
    assertThat(outlook(lead).blockedBy()).contains(BlockCode.ON_REGISTRY);
    assertThat(judge.judge(lead, Optional.empty()).blockers().get(0).detail())
        .contains("relationship");
  }

  /** Code de la consommation, L223-1: calls in performance of a running contract. */
  @ParameterizedTest(name = "{0}, customer until {1}: {2}")
  @CsvSource({
    "CHECK_IN, , true",
    "CHECK_IN, 2026-11-19, true",
    "CHECK_IN, 2026-11-17, false",
    "APPOINTMENT, , false"
  })
  void inFranceARunningContractStandsForConsentToCallsAboutIt(
      Deliverable deliverable, LocalDate until, boolean callable) {
    campaign = given.campaign(terms -> Fixture.with(terms, Approach.of(deliverable)));
    given
        .newLead(campaign)
        .numbers(PARIS)
        .withoutZone()
        .relationship(new Relationship(LocalDate.of(2024, 1, 1), until, null, null))
        .create();

    assertThat(isClaimable()).isEqualTo(callable);
  }

  private void list(String where, PhoneNumber number) {
    receiveRegistry.enqueue(
        receiveRegistry.receive(
            new RegistryImport.Request(
                "LIST", Territory.of(where), LocalDate.parse("2026-11-16"), Optional.empty()),
            new ByteArrayInputStream(number.e164().getBytes(StandardCharsets.UTF_8))));
    keepRegistries.tick();
  }
}
