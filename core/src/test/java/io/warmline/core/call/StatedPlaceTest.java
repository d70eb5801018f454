package io.warmline.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.OnPostgres;
import io.warmline.core.callback.Wish;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadPhones;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.ZoneSource;
import io.warmline.core.queue.Claim;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A prospect with a number of Miami says to be in Denver. */
@QuarkusTest
class StatedPlaceTest extends OnPostgres {

  private static final PhoneNumber MIAMI = new PhoneNumber("+13052345678");
  private static final StatedPlace DENVER = new StatedPlace(null, "Colorado", null);
  private static final ZoneId MOUNTAIN = ZoneId.of("America/Denver");

  @Inject SaveLead saveLead;
  @Inject LeadPhones phones;

  CampaignId campaign;
  AgentId agent;
  LeadId lead;

  @BeforeEach
  void aLeadOfMiami() {
    campaign = given.campaign();
    agent = given.agent();
    lead = given.newLead(campaign).numbers(MIAMI).in("US", "FL").create();
  }

  private LeadPhone phone() {
    return transaction.call(() -> phones.of(lead)).get(0);
  }

  private static CallDetails said(StatedPlace place) {
    return CallDetails.NONE.toBuilder().statedPlace(place).build();
  }

  private static Wish words(String words) {
    return new Wish(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(words), Optional.empty());
  }

  @Test
  void thePlaceThatTheProspectNamedIsTrustedMoreThanAddressAndNumber() {
    transaction.run(() -> saveLead.state(lead, DENVER));

    assertThat(phone().place().source()).isEqualTo(ZoneSource.STATED_PLACE);
    assertThat(read(lead).homeZone(MOUNTAIN)).isEqualTo(MOUNTAIN);
    assertThat(phone().place().zones())
        .as("Florida's law goes by Florida's clock")
        .contains(MOUNTAIN, ZoneId.of("America/New_York"));
    assertThat(phone().place().jurisdictions())
        .as("an area code of Florida means Florida, too")
        .contains(new Jurisdiction("US-FL"), new Jurisdiction("US-CO"));
    assertThat(read(lead).profile().statedPlace()).isEqualTo(DENVER);
  }

  @Test
  void aZoneThatWasSetIsTrustedMore() {
    LeadId set = given.newLead(campaign).zone("America/Chicago").create();

    transaction.run(() -> saveLead.state(set, new StatedPlace("US", "CO", null)));

    assertThat(transaction.call(() -> phones.of(set)).get(0).place().source())
        .isEqualTo(ZoneSource.EXPLICIT);
  }

  @Test
  void aCallbackIsPromisedByTheClockOfThePlaceNamedInTheSameCall() {
    Claim claim = desk.claim(agent);

    LoggedCall logged =
        desk.log(
            claim,
            Disposition.CALLBACK_REQUESTED,
            said(DENVER).toBuilder().callback(words("tomorrow at three")).build());

    assertThat(logged.callback().orElseThrow().window().dueAt())
        .isEqualTo(Instant.parse("2026-11-19T22:00:00Z"));
    assertThat(logged.effects())
        .extracting(LoggedCall.Effect::code)
        .contains(EffectCode.LEAD_PLACED);
    assertThat(events(EventType.LEAD_UPDATED)).hasSize(1);
  }

  @Test
  void anOpenPromiseFollowsTheProspectThere() {
    desk.log(
        lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(words("tomorrow at three")));

    desk.log(lead, agent, Disposition.GATEKEEPER, said(DENVER));

    assertThat(outlook(lead).notBefore()).isEqualTo(Instant.parse("2026-11-19T22:00:00Z"));
  }

  @Test
  void aLateCallSaysNothingAboutWhereTheProspectIsNow() {
    Claim claim = desk.claim(agent);
    clock.set(claim.expiresAt());
    desk.log(desk.claim(given.agent()), Disposition.TECHNICAL_FAILURE);
    clock.advance(Duration.ofMinutes(1));

    desk.log(claim, Disposition.GATEKEEPER, said(DENVER));

    assertThat(phone().place().source()).isEqualTo(ZoneSource.POSTAL_ADDRESS);
  }
}
