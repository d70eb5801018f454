package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.CampaignId;
import io.warmline.core.lead.SaveLead.Outcome;
import io.warmline.core.lead.SaveLead.Saved;
import io.warmline.core.phone.PhoneNumber;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is on the list already is not added twice, unless that is asked for. */
@QuarkusTest
class EnrollTest extends OnPostgres {

  @Inject SaveLead saveLead;

  private final PhoneNumber number = Fixture.number();
  private final PhoneNumber second = Fixture.number();
  private CampaignId campaign;
  private Lead known;

  @BeforeEach
  void somebodyOnTheList() {
    campaign = given.campaign();
    known =
        read(
            given
                .newLead(campaign)
                .externalId("A")
                .named("James", "Butt")
                .numbers(number)
                .score(10)
                .create());
  }

  private Saved enroll(Fixture.NewLead lead, DuplicatePolicy policy) {
    return saveLead.enroll(campaign, lead.facts(), policy);
  }

  @Test
  void theSamePersonIsMerged() {
    Saved saved =
        enroll(
            given.newLead(campaign).externalId("B").named("Jim", "Butt").numbers(second, number),
            DuplicatePolicy.MERGE);

    assertThat(saved.outcome()).isEqualTo(Outcome.MERGED);
    assertThat(saved.lead().id()).isEqualTo(known.id());
    assertThat(saved.lead().externalId()).contains("A");
    assertThat(saved.lead().numbers()).containsExactly(number, second);
    assertThat(saved.lead().profile().firstName()).isEqualTo("Jim");
  }

  @Test
  void takingOverTakesTheExternalIdAndTheOrder() {
    Saved saved =
        enroll(
            given.newLead(campaign).externalId("B").named("Jim", "Butt").numbers(second, number),
            DuplicatePolicy.TAKE_OVER);

    assertThat(saved.outcome()).isEqualTo(Outcome.TAKEN_OVER);
    assertThat(saved.lead().externalId()).contains("B");
    assertThat(saved.lead().numbers()).containsExactly(second, number);
  }

  @Test
  void whoIsPassedOverStaysAsItIs() {
    Saved saved =
        enroll(given.newLead(campaign).named("J.", "Butt").numbers(number), DuplicatePolicy.SKIP);

    assertThat(saved.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(read(known.id())).isEqualTo(known);
  }

  @Test
  void anotherNameAtTheNumberIsAnotherPerson() {
    Saved saved =
        enroll(
            given.newLead(campaign).named("Charles", "Babbage").numbers(number),
            DuplicatePolicy.MERGE);

    assertThat(saved.outcome()).isEqualTo(Outcome.CREATED);
  }

  @Test
  void aNumberWithoutANameIsTheOneWhoHasIt() {
    LeadFacts nameless = new LeadFacts(Optional.empty(), LeadProfile.UNKNOWN, List.of(number));

    Saved saved = saveLead.enroll(campaign, nameless, DuplicatePolicy.MERGE);

    assertThat(saved.outcome()).isEqualTo(Outcome.MERGED);
    assertThat(saved.lead().profile().firstName()).isEqualTo("James");
  }

  @Test
  void anExtensionIsKeptAndStaysWhereNoneIsGiven() {
    LeadFacts atDesk =
        new LeadFacts(Optional.of("A"), known.profile(), List.of(number), Map.of(number, "12"));

    saveLead.enroll(campaign, atDesk, DuplicatePolicy.MERGE);
    saveLead.change(known.id(), Optional.empty(), Lead::facts);

    assertThat(read(known.id()).phones().get(0).extension()).contains("12");
  }

  @Test
  void theSameExternalIdIsTheSamePerson() {
    Saved saved =
        enroll(given.newLead(campaign).externalId("A").numbers(second), DuplicatePolicy.MERGE);

    assertThat(saved.lead().id()).isEqualTo(known.id());
    assertThat(saved.lead().numbers()).containsExactly(number, second);
  }

  @Test
  void whoeverIsToBeNewIsNewUnlessTheExternalIdIsThere() {
    Saved saved = enroll(given.newLead(campaign).numbers(number), DuplicatePolicy.NEW);

    assertThat(saved.outcome()).isEqualTo(Outcome.CREATED);
    assertThatThrownBy(() -> enroll(given.newLead(campaign).externalId("A"), DuplicatePolicy.NEW))
        .isInstanceOfSatisfying(
            WarmlineException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.LEAD_EXISTS));
  }

  @Test
  void anUpsertByAnotherIdFindsThePersonToo() {
    Saved saved =
        saveLead.upsert(
            campaign,
            given.newLead(campaign).externalId("B").named("James", "Butt").numbers(number).facts(),
            DuplicatePolicy.MERGE);

    assertThat(saved.outcome()).isEqualTo(Outcome.MERGED);
    assertThat(saved.lead().id()).isEqualTo(known.id());
  }
}
