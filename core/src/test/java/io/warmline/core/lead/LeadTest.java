package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.WarmlineException;
import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The verbs of a lead. */
class LeadTest {

  private static final Instant NOW = Instant.parse("2027-03-03T15:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
  private static final PhoneNumber FIRST = new PhoneNumber("+41442000001");
  private static final PhoneNumber SECOND = new PhoneNumber("+41442000002");
  private static final LeadFacts FACTS =
      new LeadFacts(Optional.of("7"), LeadProfile.UNKNOWN, List.of(FIRST, SECOND));

  private final Lead lead = Lead.create(new CampaignId(new UUID(0, 7)), FACTS, ZONE, null, NOW);

  @Test
  void whatChangesNothingGivesTheSameLead() {
    assertThat(lead.described(FACTS, ZONE)).isEqualTo(lead);
    assertThat(lead.becomes(LeadStatus.COLD, LATER)).isEqualTo(lead);
    assertThat(lead.nextAttemptAt(null)).isEqualTo(lead);
    assertThat(lead.givenBack(FIRST)).isEqualTo(lead);
    assertThat(lead.dropped(new PhoneNumber("+41442000003"), "DISCONNECTED")).isEqualTo(lead);
  }

  @Test
  void aNumberThatItKeepsStaysUncallableWhereverItStands() {
    LeadFacts other =
        new LeadFacts(
            Optional.empty(),
            LeadProfile.UNKNOWN,
            List.of(new PhoneNumber("+41442000003"), SECOND, FIRST));

    Lead changed = lead.dropped(FIRST, "DISCONNECTED").described(other, ZONE);

    assertThat(changed.phones().get(2).uncallable()).contains("DISCONNECTED");
    assertThat(changed.phones().subList(0, 2))
        .allSatisfy(phone -> assertThat(phone.uncallable()).isEmpty());
  }

  @Test
  void theFirstReasonWhyANumberDoesNotWorkStays() {
    Lead dropped = lead.dropped(FIRST, "DISCONNECTED").dropped(FIRST, "WRONG_NUMBER");

    assertThat(dropped.phones().get(0).uncallable()).contains("DISCONNECTED");
  }

  @Test
  void aLateReportOfAnEarlierCallMovesNoTimeBack() {
    Lead dialled = lead.dialled(LATER, 1, 0, true).dialled(NOW, 1, 1, true);

    assertThat(dialled.dialling())
        .isEqualTo(new Dialling(2, 1, Optional.of(LATER), Optional.empty(), Optional.of(NOW)));
  }

  @Test
  void countersNeverFallBelowNone() {
    assertThat(lead.countedBack(1, 1).dialling()).isEqualTo(Dialling.NONE);
  }

  @Test
  void aLeadThatBeginsAnewWasStillReachedOnce() {
    Lead anew = lead.dialled(NOW, 1, 1, true).nextAttemptAt(LATER).beginsAnew();

    assertThat(anew.dialling())
        .isEqualTo(new Dialling(0, 0, Optional.of(NOW), Optional.empty(), Optional.of(NOW)));
  }

  @Test
  void anErasedLeadIsForgottenOnceAndWorkedOnNoMore() {
    Lead erased = lead.learn(Qualification.NONE).nextAttemptAt(LATER).erased(LATER);

    assertThat(erased.phones()).isEmpty();
    assertThat(erased.externalId()).isEmpty();
    assertThat(erased.qualification()).isEmpty();
    assertThat(erased.nextAttemptAt()).isEmpty();
    assertThat(erased.status()).isEqualTo(LeadStatus.DISQUALIFIED);
    assertThat(erased.erased(LATER.plusSeconds(1))).isEqualTo(erased);
    assertThatThrownBy(() -> erased.described(FACTS, ZONE)).isInstanceOf(WarmlineException.class);
    assertThatThrownBy(() -> erased.movedTo(lead.campaign(), ZONE))
        .isInstanceOf(WarmlineException.class);
  }

  @Test
  void itHidesThePerson() {
    assertThat(lead.toString()).doesNotContain("7000001").contains(lead.id().toString());
  }
}
