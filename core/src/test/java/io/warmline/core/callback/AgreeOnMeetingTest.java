package io.warmline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people who meet mean the same minute, or are asked. */
@QuarkusTest
class AgreeOnMeetingTest extends OnPostgres {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @Inject AgreeOnMeeting agree;

  CampaignId campaign;
  LeadId lead;

  /** A Wednesday. */
  @BeforeEach
  void aLeadInChicago() {
    clock.set(chicago("2026-11-18T09:15"));
    campaign = given.campaign();
    lead = given.newLead(campaign).zone("America/Chicago").create();
  }

  private static Instant chicago(String local) {
    return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Wednesday next week at 2 pm, 2026-11-25T14:00",
    "Friday next week at 1 pm, 2026-11-27T13:00",
    "tomorrow at 10 am, 2026-11-19T10:00",
    "on December 3rd at 9:30 am, 2026-12-03T09:30",
    "in two hours, 2026-11-18T11:15"
  })
  void whatLeavesNoChoiceIsAMinuteOfTheProspectsClock(String words, String local) {
    assertThat(agree.startOf(lead, words, Optional.empty(), "/words")).isEqualTo(chicago(local));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "some time next week",
        "next week",
        "tomorrow",
        "tomorrow afternoon",
        "Tuesday or Wednesday at 2 pm",
        "at my office",
        "tomorrow at 10 am or so, if the boss is back from Plovdiv"
      })
  void whatLeavesAChoiceIsAskedAbout(String words) {
    assertThatThrownBy(() -> agree.startOf(lead, words, Optional.empty(), "/words"))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e ->
                assertThat(e.violations())
                    .singleElement()
                    .satisfies(
                        fault -> {
                          assertThat(fault.pointer()).isEqualTo("/words");
                          assertThat(fault.code()).isEqualTo("MEETING_TIME_UNCLEAR");
                        }));
  }

  @Test
  void whatWasSaidInACallCountsFromThen() {
    Instant spokenAt = chicago("2026-11-17T16:00");

    assertThat(agree.startOf(lead, "tomorrow at 10 am", Optional.of(spokenAt), "/words"))
        .isEqualTo(chicago("2026-11-18T10:00"));
  }

  @Test
  void aLeadThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () -> agree.startOf(LeadId.next(), "tomorrow at 10 am", Optional.empty(), "/words"))
        .isInstanceOf(NotFound.class);
  }
}
