package io.warmline.core.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.Claim;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal is a person's, on whichever line it was said. */
@QuarkusTest
class SuppressPersonTest extends OnPostgres {

  @Inject SuppressPerson suppressPerson;
  @Inject SuppressNumber suppressNumber;
  @Inject Suppressions suppressions;

  CampaignId one;
  CampaignId other;
  AgentId agent;
  PhoneNumber first;
  PhoneNumber second;
  PhoneNumber third;

  @BeforeEach
  void twoCampaigns() {
    one = given.campaign();
    other = given.campaign();
    agent = given.agent();
    first = Fixture.number();
    second = Fixture.number();
    third = Fixture.number();
  }

  private void refusedOnTheFirstNumber() {
    Claim claim = desk.claim(agent, Set.of(one)).get(0);
    assertThat(claim.phone()).contains(first);
    desk.log(claim, Disposition.DO_NOT_CALL);
  }

  private List<LeadId> claimedFrom(CampaignId campaign) {
    return desk.claim(agent, Set.of(campaign)).stream().map(Claim::lead).toList();
  }

  @Test
  void aRefusalOnOneNumberHoldsForAllNumbersOfThePersonInEveryCampaign() {
    LeadId lead = given.newLead(one).numbers(first, second).create();
    LeadId same = given.newLead(other).numbers(second, first).create();

    refusedOnTheFirstNumber();

    assertThat(claimedFrom(other)).isEmpty();
    assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(read(same).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
    assertThat(transaction.call(() -> suppressions.against(second, Optional.empty()))).hasSize(1);
  }

  @Test
  void aLeadThatSharesANumberIsNotCalledOnTheNumbersItHasAlone() {
    given.newLead(one).numbers(first, second).create();
    LeadId sharing = given.newLead(other).numbers(third, second).create();

    refusedOnTheFirstNumber();

    assertThat(claimedFrom(other)).isEmpty();
    assertThat(outlook(sharing).blockedBy()).contains(BlockCode.DO_NOT_CALL);
  }

  @Test
  void whoWaitedForAPromiseToThePersonWaitsNoLonger() {
    given.newLead(one).named("Ada", "Byron").numbers(first, second).create();
    LeadId same = given.newLead(other).named("Ada", "Byron").numbers(second, third).create();
    LeadId tom = given.newLead(other).named("Tom", "Hood").numbers(third).create();
    desk.log(
        same,
        agent,
        Disposition.CALLBACK_REQUESTED,
        Desk.callback(clock.instant().plus(Duration.ofDays(3))));
    assertThat(outlook(tom).blockedBy()).contains(BlockCode.NUMBER_PROMISED);

    suppressPerson.add(
        new Suppression.Request(first, Optional.empty(), Optional.of("letter"), Optional.empty()));

    assertThat(outlook(tom).blockedBy()).isNotEqualTo(Optional.of(BlockCode.NUMBER_PROMISED));
  }

  @Test
  void aLeadThatComesLaterIsThePersonToo() {
    given.newLead(one).numbers(first, second).create();
    refusedOnTheFirstNumber();

    given.newLead(other).numbers(third, first).create();

    assertThat(claimedFrom(other)).isEmpty();
  }

  @Test
  void somebodyOfAnotherNameAtTheSameLineKeepsTheirOtherNumbers() {
    given.newLead(one).named("Anna", "Miller").numbers(first, second).create();
    LeadId colleague = given.newLead(other).named("Tom", "Brown").numbers(second, third).create();

    refusedOnTheFirstNumber();

    Claim claim = desk.claim(agent, Set.of(other)).get(0);
    assertThat(claim.lead()).isEqualTo(colleague);
    assertThat(claim.phone()).contains(third);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "Rob, Ray",
    "BOB, ray",
    "R., Ray",
    "Robert J., Ray",
    "Röbert, Ray",
    "Robert-John, Ray",
    "Ray, Robert",
    ", Ray",
    "Rob,"
  })
  void whoIsShortForThePersonIsThePerson(@Nullable String firstName, @Nullable String lastName) {
    given.newLead(one).named("Robert", "Ray").numbers(first).create();
    refusedOnTheFirstNumber();

    given.newLead(other).named(firstName, lastName).numbers(third, first).create();

    assertThat(claimedFrom(other)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"Eve, Ray", "Rita, Ray", "Robert, Roy", "Robertson, Ray", "Rob, Fox"})
  void whoHasAnotherNameIsAnother(String firstName, String lastName) {
    given.newLead(one).named("Robert", "Ray").numbers(first).create();
    refusedOnTheFirstNumber();

    LeadId colleague =
        given.newLead(other).named(firstName, lastName).numbers(third, first).create();

    assertThat(claimedFrom(other)).containsExactly(colleague);
  }

  @Test
  void aLiveClaimOnAnotherNumberOfThePersonEnds() {
    given.newLead(one).numbers(first, second).create();
    LeadId same = given.newLead(other).numbers(third, second).create();
    AgentId colleague = given.agent();
    Claim held = desk.claim(colleague, Set.of(other)).get(0);
    assertThat(held.lead()).isEqualTo(same);

    refusedOnTheFirstNumber();

    assertThat(outlook(same).blockedBy()).contains(BlockCode.DO_NOT_CALL);
    assertThat(desk.claim(colleague, Set.of(other))).isEmpty();
  }

  @Test
  void anEntryThroughTheApiHoldsForThePersonBehindTheNumber() {
    LeadId lead = given.newLead(one).numbers(first, second).create();

    SuppressNumber.Added added =
        suppressPerson.add(
            new Suppression.Request(
                second, Optional.empty(), Optional.of("letter"), Optional.empty()));

    assertThat(added.created()).isTrue();
    assertThat(added.entry().reach()).isEqualTo(SuppressionReach.PERSON);
    assertThat(added.entry().phone()).isEqualTo(second);
    assertThat(claimedFrom(one)).isEmpty();
    assertThat(read(lead).status()).isEqualTo(LeadStatus.DO_NOT_CALL);
  }

  @Test
  void anEntryForTheNumberAloneLeavesTheOthers() {
    given.newLead(one).numbers(first, second).create();

    suppressNumber.add(
        new Suppression.Request(first, Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(desk.claim(agent, Set.of(one)).get(0).phone()).contains(second);
  }

  @Test
  void whatWasRefusedTogetherIsLiftedTogether() {
    LeadId lead = given.newLead(one).numbers(first, second).create();
    refusedOnTheFirstNumber();
    Suppression entry =
        transaction.call(() -> suppressions.against(second, Optional.empty())).get(0);

    suppressNumber.remove(entry.id(), new Suppression.Evidence("letter", Optional.empty()));

    assertThat(transaction.call(() -> suppressions.against(first, Optional.empty()))).isEmpty();
    assertThat(transaction.call(() -> suppressions.against(second, Optional.empty()))).isEmpty();
    assertThat(read(lead).status()).isNotEqualTo(LeadStatus.DO_NOT_CALL);
  }

  /** Whoever claims first either has the lead taken away or finds it gone. */
  @Test
  void noClaimOutlivesARefusalThatComesAtTheSameTime() {
    for (int round = 0; round < 15; round++) {
      PhoneNumber shared = Fixture.number();
      PhoneNumber alone = Fixture.number();
      given.newLead(one).numbers(shared).create();
      LeadId same = given.newLead(other).numbers(alone, shared).create();
      AgentId colleague = given.agent();

      TenantId tenant = given.tenant();
      Race.<Object>of(
          List.of(
              () -> given.as(tenant, () -> desk.claim(colleague, Set.of(other))),
              () ->
                  given.as(
                      tenant,
                      () ->
                          suppressPerson.add(
                              new Suppression.Request(
                                  shared, Optional.empty(), Optional.empty(), Optional.empty())))));

      assertThat(outlook(same).blockedBy()).contains(BlockCode.DO_NOT_CALL);
    }
  }
}
