package io.warmline.core.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.CountedStatements;
import io.warmline.core.Fixture;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number on which no calls are wanted shows it in every lead it keeps from being called. */
@QuarkusTest
class RefusedNumbersTest extends OnPostgres {

  @Inject RefusedNumbers refusedNumbers;
  @Inject SuppressNumber suppressNumber;
  @Inject SuppressPerson suppressPerson;
  @Inject CountedStatements statements;

  CampaignId campaign;
  PhoneNumber first;
  PhoneNumber second;
  LeadId lead;

  @BeforeEach
  void aLeadWithTwoNumbers() {
    campaign = given.campaign();
    first = Fixture.number();
    second = Fixture.number();
    lead = given.newLead(campaign).numbers(first, second).create();
  }

  /** Whether the lead was read before, or is read with them, they are the same. */
  private Set<PhoneNumber> refused() {
    Set<PhoneNumber> refused =
        transaction.call(() -> refusedNumbers.of(List.of(read(lead))).getOrDefault(lead, Set.of()));
    assertThat(refusedNumbers.get(lead))
        .isEqualTo(new RefusedNumbers.WithRefused(read(lead), refused));
    return refused;
  }

  private static Suppression.Request of(PhoneNumber number, Optional<CampaignId> only) {
    return new Suppression.Request(number, only, Optional.empty(), Optional.empty());
  }

  @Test
  void anEntryOfOneNumberIsShownOfThatNumberUntilItIsLifted() {
    int version = read(lead).version();

    Suppression entry = suppressNumber.add(of(second, Optional.empty())).entry();

    assertThat(refused()).containsExactly(second);
    int withEntry = read(lead).version();
    assertThat(withEntry).isGreaterThan(version);

    suppressNumber.remove(
        entry.id(), new Suppression.Evidence("Asked to be called again.", Optional.empty()));

    assertThat(refused()).isEmpty();
    assertThat(read(lead).version()).isGreaterThan(withEntry);
  }

  @Test
  void aRefusalInPersonIsShownOfAllNumbers() {
    suppressPerson.add(of(first, Optional.empty()));

    assertThat(refused()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void aLeadThatCameAfterTheRefusalShowsItOfItsOnlyNumber() {
    suppressPerson.add(of(first, Optional.empty()));

    lead = given.newLead(given.campaign()).numbers(first).create();

    assertThat(read(lead).status()).isEqualTo(LeadStatus.COLD);
    assertThat(refused()).containsExactly(first);
  }

  @Test
  void aLeadOfThePersonThatCameAfterTheRefusalShowsItOfAllNumbers() {
    PhoneNumber third = Fixture.number();
    suppressPerson.add(of(first, Optional.empty()));

    lead = given.newLead(given.campaign()).numbers(third, second).create();

    assertThat(refused()).containsExactlyInAnyOrder(second, third);
  }

  @Test
  void anEntryForAnotherCampaignIsNotShown() {
    int version = read(lead).version();

    suppressNumber.add(of(first, Optional.of(given.campaign())));

    assertThat(refused()).isEmpty();
    assertThat(read(lead).version()).isEqualTo(version);
  }

  @Test
  void aLeadWithoutAnEntryHasNone() {
    assertThat(refused()).isEmpty();
  }

  /** With its transaction, and the tenant in it. */
  @Test
  void aLeadIsReadWithThemInOneRoundTrip() {
    List<String> asked = statements.of(() -> refusedNumbers.get(lead));

    assertThat(asked).hasSize(1);
    assertThat(asked.get(0))
        .startsWith("begin read only")
        .contains("set local app.tenant")
        .endsWith("commit\n");
  }
}
