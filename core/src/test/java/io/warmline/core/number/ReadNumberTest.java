package io.warmline.core.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Fixture;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.number.NumberDossier.Fact;
import io.warmline.core.number.NumberDossier.Finding;
import io.warmline.core.number.NumberDossier.Holder;
import io.warmline.core.phone.NumberType;
import io.warmline.core.phone.PhoneNumber;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadNumberTest extends OnPostgres {

  @Inject ReadNumber readNumber;
  @Inject SaveLead saveLead;

  private final PhoneNumber number = Fixture.number();

  private LeadId lead(String first) {
    return given.newLead(given.campaign()).named(first, "Byron").numbers(number).create();
  }

  private List<Fact> facts() {
    return readNumber.get(number).findings().stream().map(Finding::fact).toList();
  }

  @Test
  void aNumberThatNobodyKnowsIsNotFound() {
    assertThatThrownBy(() -> readNumber.get(number)).isInstanceOf(NotFound.class);
  }

  @Test
  void itTellsWhoHasItAndWhatCallsCameTo() {
    AgentId agent = given.agent();
    LeadId one = lead("Ada");
    desk.log(one, agent, Disposition.NO_ANSWER);
    clock.advance(Duration.ofDays(1));
    desk.log(one, agent, Disposition.INFORMATION_REQUESTED);

    NumberDossier dossier = readNumber.get(number);

    assertThat(dossier.leads()).extracting(Holder::lead).containsExactly(one);
    assertThat(dossier.leads().get(0).next()).isTrue();
    assertThat(dossier.callable()).isTrue();
    assertThat(dossier.calls())
        .extracting(dial -> dial.disposition())
        .containsExactly(Disposition.INFORMATION_REQUESTED, Disposition.NO_ANSWER);
    assertThat(dossier.hours().stream().mapToInt(hour -> hour.dials()).sum()).isEqualTo(2);
    assertThat(dossier.hours().stream().mapToInt(hour -> hour.answered()).sum()).isEqualTo(1);
    assertThat(facts()).containsExactly(Fact.REACHED);
    assertThat(dossier.type()).isEqualTo(NumberType.DIRECT);
  }

  /** In New York; the first is a Saturday there, when it is Sunday in London. */
  @Test
  void itTellsInWhichHoursOfWhichDaysItWasAnswered() {
    AgentId agent = given.agent();
    LeadId one = lead("Ada");
    for (String at :
        List.of("2027-05-02T00:30:00Z", "2027-05-04T22:10:00Z", "2027-05-06T22:50:00Z")) {
      clock.advance(Duration.between(clock.instant(), Instant.parse(at)));
      desk.log(
          one,
          agent,
          at.contains("-06T") ? Disposition.INFORMATION_REQUESTED : Disposition.NO_ANSWER);
    }

    assertThat(readNumber.get(number).hours())
        .containsExactly(
            new NumberDossier.Hour(NumberDossier.Days.WORKING_DAYS, 18, 2, 1),
            new NumberDossier.Hour(NumberDossier.Days.WEEKENDS, 20, 1, 0));
  }

  @Test
  void severalPeopleMakeASwitchboard() {
    lead("Ada");
    lead("Annabella");

    assertThat(readNumber.get(number).type()).isEqualTo(NumberType.SWITCHBOARD);
  }

  @Test
  void aFamilyAtHomeIsNoSwitchboard() {
    home("Ada");
    home("Annabella");

    assertThat(readNumber.get(number).type()).isEqualTo(NumberType.HOME);
  }

  private void home(String first) {
    LeadFacts facts = given.newLead(given.campaign()).named(first, "Byron").numbers(number).facts();
    saveLead.create(
        given.campaign(),
        new LeadFacts(
            facts.externalId(),
            facts.profile(),
            facts.numbers(),
            Map.of(),
            Map.of(number, NumberType.HOME)));
  }

  @Test
  void whatHoldsOfItIsSaidWithWhomItCameFrom() {
    AgentId agent = given.agent();
    LeadId met = lead("Ada");
    desk.log(met, agent, Disposition.APPOINTMENT_SET);
    LeadId promised = lead("Bob");
    desk.log(promised, agent, Disposition.CALLBACK_REQUESTED);
    LeadId wrong = lead("Cy");
    desk.log(wrong, agent, Disposition.WRONG_NUMBER);
    LeadId refused = lead("Di");
    desk.log(refused, agent, Disposition.NOT_INTERESTED);

    List<Finding> findings = readNumber.get(number).findings();

    assertThat(findings)
        .extracting(Finding::fact)
        .containsExactlyInAnyOrder(Fact.MET, Fact.PROMISED, Fact.WRONG, Fact.REFUSED, Fact.REACHED);
    assertThat(
            findings.stream().filter(f -> f.fact() == Fact.WRONG).findFirst().orElseThrow().lead())
        .contains(wrong);
  }

  @Test
  void aDeadNumberIsDeadUntilSomebodyAnswers() {
    AgentId agent = given.agent();
    LeadId lead = lead("Ada");
    desk.log(lead, agent, Disposition.DISCONNECTED);

    assertThat(facts()).containsExactly(Fact.DEAD);
    assertThat(readNumber.get(number).callable()).isFalse();
  }

  @Test
  void aRefusalForGoodIsOnTheList() {
    desk.log(lead("Ada"), given.agent(), Disposition.DO_NOT_CALL);

    assertThat(facts()).contains(Fact.DO_NOT_CALL);
  }

  @Test
  void anotherTenantKnowsNothingOfIt() {
    lead("Ada");

    given.run(
        given.newTenant(),
        () -> assertThatThrownBy(() -> readNumber.get(number)).isInstanceOf(NotFound.class));
  }
}
