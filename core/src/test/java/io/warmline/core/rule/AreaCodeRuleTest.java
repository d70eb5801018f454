package io.warmline.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Blocked;
import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.callrecord.Breach;
import io.warmline.core.callrecord.Call;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.evidence.ExplainCall;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.imports.ColumnMapping;
import io.warmline.core.imports.LeadFile;
import io.warmline.core.imports.ReceiveImport;
import io.warmline.core.imports.RunImports;
import io.warmline.core.lead.Callability;
import io.warmline.core.lead.JudgeCallability;
import io.warmline.core.lead.JudgePlace;
import io.warmline.core.lead.RegroupLeads;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.Clues;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.ClaimStatus;
import io.warmline.core.queue.Claims;
import io.warmline.core.queue.LookAtQueue;
import io.warmline.core.queue.Promoter;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A house rule for area codes binds the numbers that have them, wherever the leads came from. */
@QuarkusTest
class AreaCodeRuleTest extends OnPostgres {

  private static final PhoneNumber MIAMI = new PhoneNumber("+13052345678");
  private static final PhoneNumber MIAMI_TOO = new PhoneNumber("+17862345678");
  private static final PhoneNumber ORLANDO = new PhoneNumber("+14072345678");
  private static final PhoneNumber TORONTO = new PhoneNumber("+14162345678");

  /** A Wednesday, 13:00 in Miami. */
  private static final Instant AFTERNOON = Instant.parse("2026-11-18T18:00:00Z");

  private static final String STORM =
      """
      {"jurisdiction": "US", "areaCodes": ["305", "786"],
       "sources": [{"citation": "Executive Order 26-201", "checkedOn": "2026-11-18"}],
       "signOff": {"by": "Ada", "on": "2026-11-18"},
       "suspensions": [{"from": "2026-11-18", "to": "2026-11-20", "reason": "Hurricane"}]}
      """;

  @Inject ChangeHouseRule changeHouseRule;
  @Inject Claims claims;
  @Inject JudgeCallability judgeCallability;
  @Inject JudgePlace judgePlace;
  @Inject ExplainCall explainCall;
  @Inject ReceiveImport receiveImport;
  @Inject RunImports runImports;
  @Inject LookAtQueue lookAtQueue;
  @Inject RegroupLeads regroupLeads;
  @Inject Promoter promoter;

  CampaignId campaign;
  AgentId agent;

  @BeforeEach
  void inTheAfternoon() {
    clock.set(AFTERNOON);
    campaign = given.campaign();
    agent = given.agent();
  }

  private LeadId lead(PhoneNumber... numbers) {
    return given.newLead(campaign).numbers(numbers).withoutZone().create();
  }

  private List<LeadId> claimed() {
    return desk.claim(agent, 10).stream().map(Claim::lead).toList();
  }

  private void rule(String id, String json) {
    try {
      changeHouseRule.save(new RuleId(id), (ObjectNode) new ObjectMapper().readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ClaimStatus statusOf(Claim claim) {
    return transaction.call(() -> claims.get(claim.id()).status());
  }

  private void atInstant(String instant) {
    clock.set(Instant.parse(instant));
    promoter.tick();
  }

  @Test
  void itStopsTheNumbersOfTheAreaThatAreInTheQueueAndNoOthers() {
    LeadId miami = lead(MIAMI);
    LeadId miamiToo = lead(MIAMI_TOO);
    LeadId orlando = lead(ORLANDO);

    rule("miami-storm", STORM);

    assertThat(desk.claim(agent, Set.of(campaign)))
        .as("until they are told apart it holds for all with whom they wait")
        .isEmpty();
    regroupLeads.regroup();
    assertThat(claimed()).containsExactly(orlando);
    assertThat(lookAtQueue.look(campaign, 1).blocked()).containsEntry(BlockCode.SUSPENSION, 2L);
    Callability verdict = judgeCallability.judge(miami, Optional.empty());
    assertThat(verdict.callableAt()).contains(Instant.parse("2026-11-21T13:00:00Z"));
    assertThat(verdict.blockers().get(0).detail())
        .isEqualTo(
            "Rule miami-storm (Executive Order 26-201), for area codes 305, 786, allows no calls on"
                + " 2026-11-18: Hurricane.");
    atInstant("2026-11-21T18:00:00Z");
    assertThat(claimed()).as("the storm is over").contains(miami, miamiToo);
  }

  @Test
  void whoHasAnotherNumberIsCalledOnThat() {
    LeadId both = lead(MIAMI, ORLANDO);
    LeadId miami = lead(MIAMI_TOO);

    rule("miami-storm", STORM);
    regroupLeads.regroup();

    assertThat(judgeCallability.judge(both, Optional.empty()).phone()).contains(ORLANDO);
    Claim claim = desk.claim(agent, 10).get(0);
    assertThat(claim.lead()).isEqualTo(both);
    assertThat(claim.phone()).contains(ORLANDO);
    assertThat(judgeCallability.judge(miami, Optional.empty()).blockers()).isNotEmpty();
    desk.log(claim, Disposition.NO_ANSWER);
    clock.advance(Duration.ofDays(1));
    assertThat(judgeCallability.judge(both, Optional.empty()).phone())
        .as("and on no other while the storm lasts")
        .contains(ORLANDO);
  }

  @Test
  void whoComesWhileTheStormLastsIsCalledOnTheOtherNumberToo() throws IOException {
    rule("miami-storm", STORM);

    LeadId made = lead(MIAMI, ORLANDO);
    listed("Name,Phone,Phone 2\nBob Ray,%s,+14072345679\n".formatted(MIAMI_TOO.e164()));

    assertThat(desk.claim(agent, 10))
        .extracting(claim -> claim.phone().orElseThrow())
        .containsExactlyInAnyOrder(ORLANDO, new PhoneNumber("+14072345679"));
    assertThat(read(made).numbers()).startsWith(MIAMI);
  }

  @Test
  void whoHasNoNumberOutsideTheAreasWaitsForTheOneThatIsFreeFirst() {
    LeadId lead = lead(MIAMI, ORLANDO);
    rule("miami-storm", STORM);
    regroupLeads.regroup();

    rule("orlando-storm", STORM.replace("\"305\", \"786\"", "\"407\"").replace("11-20", "11-25"));
    regroupLeads.regroup();

    assertThat(claimed()).isEmpty();
    assertThat(judgeCallability.judge(lead, Optional.empty()).phone()).contains(MIAMI);
    atInstant("2026-11-21T18:00:00Z");

    assertThat(claimed()).containsExactly(lead);
  }

  private void listed(String csv) throws IOException {
    ReceiveImport.Received received =
        receiveImport.receive(
            campaign,
            LeadFile.Format.CSV,
            ColumnMapping.automatic(),
            false,
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    receiveImport.enqueue(received.id());
    runImports.runNext();
  }

  /** It breaks while nobody saves anything. */
  @Test
  void aStormThatBeginsLaterIsGoneRoundFromThatDayOn() {
    rule("miami-storm", STORM.replace("2026-11-18\", \"to", "2026-11-20\", \"to"));
    LeadId lead = lead(MIAMI, ORLANDO);
    assertThat(judgeCallability.judge(lead, Optional.empty()).phone()).contains(MIAMI);

    atInstant("2026-11-20T06:00:00Z");
    atInstant("2026-11-20T18:00:00Z");

    assertThat(desk.claim(agent, 10))
        .extracting(claim -> claim.phone().orElseThrow())
        .containsExactly(ORLANDO);
  }

  @Test
  void aCallbackIsMadeOnAnotherNumberUnlessItsOwnIsFreeAgainByThen() {
    LeadId soon = lead(MIAMI, ORLANDO);
    LeadId later = lead(MIAMI_TOO, new PhoneNumber("+14072345679"));
    desk.log(
        soon,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(1))));
    desk.log(
        later,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(5))));

    rule("miami-storm", STORM);
    regroupLeads.regroup();

    assertThat(judgeCallability.judge(soon, Optional.empty()).phone()).contains(ORLANDO);
    assertThat(judgeCallability.judge(later, Optional.empty()).phone()).contains(MIAMI_TOO);
  }

  /** Of a country whose law is not known, or that asks for a consent that is not there. */
  @ParameterizedTest
  @CsvSource({"+3545510000", "+33145678901"})
  void aNumberThatNobodyMayDialKeepsNoOtherWaiting(String number) {
    lead(new PhoneNumber(number), ORLANDO);

    assertThat(desk.claim(agent, 10))
        .extracting(claim -> claim.phone().orElseThrow())
        .containsExactly(ORLANDO);
  }

  /** A call that somebody makes all the same is on record as one against the rule. */
  @Test
  void itEndsTheClaimsOfTheAreaAndNoOthers() {
    lead(MIAMI);
    lead(ORLANDO);
    Map<PhoneNumber, Claim> claims =
        desk.claim(agent, 5).stream()
            .collect(Collectors.toMap(claim -> claim.phone().orElseThrow(), claim -> claim));

    rule("miami-storm", STORM);

    assertThat(statusOf(claims.get(MIAMI))).isEqualTo(ClaimStatus.REVOKED);
    assertThat(statusOf(claims.get(ORLANDO))).isEqualTo(ClaimStatus.ACTIVE);
    clock.advance(Duration.ofMinutes(2));
    assertThat(
            desk.log(claims.get(MIAMI), Disposition.NO_ANSWER, clock.instant()).call().breaches())
        .extracting(Breach::rule)
        .containsExactly("miami-storm");
    assertThat(desk.log(claims.get(ORLANDO), Disposition.NO_ANSWER).call().breaches()).isEmpty();
  }

  /** It is reported late, and it was lawful when it was made. */
  @Test
  void aCallThatWasUnderWayWhenTheStormBrokeIsNoBreach() {
    lead(MIAMI);
    Claim claim = desk.claim(agent);
    Instant dialled = clock.instant();
    clock.advance(Duration.ofMinutes(1));

    rule("miami-storm", STORM);
    clock.advance(Duration.ofMinutes(3));

    Call call = desk.log(claim, Disposition.NO_ANSWER, dialled).call();
    assertThat(call.late()).isTrue();
    assertThat(call.breaches()).isEmpty();
  }

  @Test
  void itHoldsForLeadsThatComeLater() {
    rule("miami-storm", STORM);

    LeadId orlando = lead(ORLANDO);
    lead(MIAMI);

    assertThat(claimed()).containsExactly(orlando);
  }

  @Test
  void theNumberDecidesAndNotTheAddress() {
    rule("miami-storm", STORM);
    LeadId moved = given.newLead(campaign).numbers(MIAMI).withoutZone().in("US", "GA").create();
    LeadId stranger =
        given.newLead(campaign).numbers(ORLANDO).withoutZone().in("US", "FL").create();

    assertThat(claimed()).containsExactly(stranger);
    assertThat(judgeCallability.judge(moved, Optional.empty()).blockers())
        .extracting(Callability.Blocker::code)
        .contains(BlockCode.SUSPENSION);
  }

  @Test
  void ofSeveralNumbersEachIsInItsArea() {
    rule("miami-storm", STORM);
    LeadId two = lead(ORLANDO, MIAMI);

    Claim claim = desk.claim(agent);
    desk.log(claim, Disposition.NO_ANSWER);
    clock.advance(Duration.ofHours(2));
    promoter.tick();

    assertThat(claim.phone()).contains(ORLANDO);
    assertThat(desk.claim(agent, Set.of(campaign))).as("the turn of the number in Miami").isEmpty();
    assertThat(outlook(two).blockedBy()).isNotEqualTo(Optional.of(BlockCode.EXHAUSTED));
  }

  @Test
  void anotherCountryWithTheSameCallingCodeIsCalledOnceLeadsAreToldApart() {
    LeadId toronto = lead(TORONTO);
    rule("miami-storm", STORM);

    regroupLeads.regroup();

    assertThat(claimed()).containsExactly(toronto);
  }

  @Test
  void aSecondRuleForAnotherAreaReachesWhoHadNoneBefore() {
    LeadId miami = lead(MIAMI);
    rule("miami-storm", STORM);
    LeadId orlando = lead(ORLANDO);
    regroupLeads.regroup();

    rule("orlando-storm", STORM.replace("\"305\", \"786\"", "\"407\""));

    assertThat(claimed()).isEmpty();
    regroupLeads.regroup();
    assertThat(claimed()).isEmpty();
    changeHouseRule.delete(new RuleId("miami-storm"));
    assertThat(claimed()).containsExactly(miami);
    assertThat(judgeCallability.judge(orlando, Optional.empty()).blockers()).isNotEmpty();
  }

  @Test
  void aRuleThatIsMadeAgainReachesLeadsThatCameMeanwhile() {
    lead(ORLANDO);
    rule("miami-storm", STORM);
    regroupLeads.regroup();
    changeHouseRule.delete(new RuleId("miami-storm"));
    LeadId miami = lead(MIAMI);

    rule("miami-storm", STORM);
    regroupLeads.regroup();

    assertThat(claimed()).doesNotContain(miami).hasSize(1);
  }

  @Test
  void withoutALeadTheNumberIsJudgedLikewise() {
    rule("miami-storm", STORM);

    assertThat(judged(MIAMI).verdict().blockedBy())
        .extracting(by -> by.id().value())
        .contains("miami-storm");
    assertThat(judged(ORLANDO).verdict().blockedBy()).isEmpty();
  }

  private JudgePlace.Answer judged(PhoneNumber number) {
    return judgePlace.judge(
        new JudgePlace.Question(
            Clues.of(number),
            Optional.empty(),
            ConsentKind.NONE,
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void aCallSaysByWhichAreaCodesItWasJudged() {
    rule(
        "miami-mornings",
        """
        {"jurisdiction": "US", "areaCodes": ["305"], "windows": {"wednesday": [{"from": "12:00", "to": "18:00"}]}}
        """);
    lead(MIAMI);
    Claim claim = desk.claim(agent);
    CallId call = desk.log(claim, Disposition.NO_ANSWER).call().id();

    assertThat(claim.rules()).contains(new RuleId("miami-mornings"));
    assertThat(explainCall.of(call).law().toString()).contains("\"areaCodes\":[\"305\"]");
  }

  @Test
  void itIsNoKnowledgeOfItsCountry() {
    LeadId iceland = lead(new PhoneNumber("+3545510000"));

    rule(
        "reykjavik",
        STORM
            .replace("\"US\"", "\"IS\"")
            .replace("\"305\", \"786\"", "\"55\"")
            .replace("2026-11-20", "2026-11-18"));
    atInstant("2026-11-19T13:00:00Z");

    assertThat(claimed()).isEmpty();
    assertThat(judgeCallability.judge(iceland, Optional.empty()).blockers())
        .extracting(Callability.Blocker::code)
        .containsExactly(BlockCode.NO_RULE_KNOWN);
  }

  @ParameterizedTest(name = "{0}: {1} at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"areaCodes": ["305"]}                                  | NO_COUNTRY   | /jurisdiction
          {"jurisdiction": "US-FL", "areaCodes": ["305"]}         | NO_COUNTRY   | /jurisdiction
          {"jurisdiction": "ZZ", "areaCodes": ["800"]}            | NO_COUNTRY   | /jurisdiction
          {"jurisdiction": "US", "areaCodes": ["305", "+1 786"]}  | INVALID      | /areaCodes/1
          {"jurisdiction": "US", "areaCodes": ["305", "416"]}     | NO_AREA_CODE | /areaCodes/1
          {"jurisdiction": "DE", "areaCodes": ["030"]}            | NO_AREA_CODE | /areaCodes/0
          {"jurisdiction": "US", "areaCodes": [305]}              | NOT_A_TEXT   | /areaCodes/0
          {"jurisdiction": "US", "areaCodes": "305"}              | NOT_A_LIST   | /areaCodes
          """)
  void whatCannotBeAnAreaCodeIsRefusedByItsPlace(String json, String code, String pointer) {
    assertThatThrownBy(() -> rule("storm", json))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e ->
                assertThat(e.violations())
                    .singleElement()
                    .satisfies(
                        v -> {
                          assertThat(v.code()).isEqualTo(code);
                          assertThat(v.pointer()).isEqualTo(pointer);
                        }));
  }

  /** It comes in by the rules as they were, while one is saved and leads are told apart. */
  @Test
  void aLeadThatWasOnItsWayInIsNotForgotten() {
    lead(ORLANDO);
    TenantId tenant = given.tenant();
    CountDownLatch seated = new CountDownLatch(1);
    CountDownLatch regrouped = new CountDownLatch(1);
    List<Callable<Boolean>> both =
        List.of(
            () -> given.as(tenant, () -> seatSlowly(seated, regrouped)),
            () -> given.as(tenant, () -> ruleAndRegroup(seated, regrouped)));

    Race.of(both);

    assertThat(claimed()).hasSize(1).doesNotContain(leadOf(MIAMI));
  }

  /**
   * An import keeps its buckets from batch to batch. The rule is saved, and leads are told apart,
   * while the import has begun a batch and not written it: where it does not hold its buckets, the
   * rows of that batch are forgotten in them, and the test fails.
   */
  @Test
  void aListThatIsComingInWhenTheRuleIsSavedIsToldApartToItsLastRow() throws IOException {
    StringBuilder csv = new StringBuilder("id,phone1\n");
    for (int i = 0; i < 6000; i++) {
      csv.append("r%d,+1%s234%04d\n".formatted(i, i % 2 == 0 ? "305" : "407", i));
    }
    ReceiveImport.Received received =
        receiveImport.receive(
            campaign,
            LeadFile.Format.CSV,
            ColumnMapping.automatic(),
            false,
            new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)));
    receiveImport.enqueue(received.id());
    TenantId tenant = given.tenant();
    List<Callable<Boolean>> both =
        List.of(
            () -> given.as(tenant, runImports::runNext),
            () -> given.as(tenant, () -> ruleWithinABatch(tenant, received.id())));

    Race.of(both);
    regroupLeads.regroup();

    assertThat(misplaced()).isZero();
    assertThat(leadsOf("+1305%")).isEqualTo(3000);
  }

  private boolean ruleWithinABatch(TenantId tenant, ImportId list) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (leadsOf("+1%") == 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch regrouped = new CountDownLatch(1);
    CompletableFuture<Void> holder =
        transaction.call(
            () -> {
              sql.query(
                  "select id from campaign where tenant_id = :tenant and id = :id for no key update",
                  q -> q.bind("id", campaign.value()).mapTo(UUID.class).one());
              Blocked.until(1, sql.jdbi());
              CompletableFuture<Void> holding =
                  CompletableFuture.runAsync(
                      () -> given.run(tenant, () -> hold(list, held, regrouped)));
              await(held, 30);
              rule("miami-storm", STORM);
              return holding;
            });
    CompletableFuture<Void> telling =
        CompletableFuture.runAsync(() -> given.run(tenant, regroupLeads::regroup));
    Blocked.untilOrDone(2, sql.jdbi(), telling);
    regrouped.countDown();
    holder.join();
    telling.join();
    return true;
  }

  /** Keeps the import within the batch that it has begun. */
  private void hold(ImportId list, CountDownLatch held, CountDownLatch until) {
    transaction.run(
        () -> {
          long read =
              sql.query(
                  "select rows_read from import_job where tenant_id = :tenant and id = :id for update",
                  q -> q.bind("id", list.value()).mapTo(Long.class).one());
          assertThat(read).isLessThan(6000);
          held.countDown();
          await(until, 60);
        });
  }

  private long leadsOf(String numbers) {
    return transaction.call(
        () ->
            sql.query(
                "select count(*) from lead_phone where tenant_id = :tenant and e164 like :numbers",
                q -> q.bind("numbers", numbers).mapTo(Long.class).one()));
  }

  private long misplaced() {
    return transaction.call(
        () ->
            sql.query(
                """
                select count(*) from lead_phone p
                join window_bucket b on b.tenant_id = :tenant and b.id = p.bucket_id
                where p.tenant_id = :tenant and (p.e164 like '+1305%') <> ('US 305' = any(b.area_codes))
                """,
                q -> q.mapTo(Long.class).one()));
  }

  private boolean seatSlowly(CountDownLatch seated, CountDownLatch regrouped) {
    transaction.run(
        () -> {
          lead(MIAMI);
          seated.countDown();
          await(regrouped, 2);
        });
    return true;
  }

  private boolean ruleAndRegroup(CountDownLatch seated, CountDownLatch regrouped) {
    await(seated, 30);
    rule("miami-storm", STORM);
    regroupLeads.regroup();
    regrouped.countDown();
    return true;
  }

  private static void await(CountDownLatch latch, int seconds) {
    try {
      latch.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private LeadId leadOf(PhoneNumber number) {
    return transaction.call(
        () ->
            sql.query(
                "select lead_id from lead_phone where tenant_id = :tenant and e164 = :phone",
                q -> q.bind("phone", number.e164()).mapTo(LeadId.class).one()));
  }
}
