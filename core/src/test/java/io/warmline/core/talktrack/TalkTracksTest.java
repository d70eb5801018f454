package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TalkTracksTest {

  private static final String TARGET =
      "Good morning, Mr. Peters. This is Dave Miller from ABC Company. The reason I'm calling you"
          + " today specifically is that, when we first spoke a few weeks ago, you suggested that I"
          + " reach out to you in a month to set up an appointment. Does this Thursday at 2 pm work"
          + " for you?";

  @Test
  void theOpenerOfACallbackSaysWhoAskedForItWhenAndWhy() {
    TalkTrack track = TalkTracks.render(CallKind.CALLBACK, Situations.callback());

    assertThat(track.text()).isEqualTo(TARGET);
    assertThat(track.parts().stream().flatMap(part -> part.codes().stream()))
        .containsExactly(
            PartCode.GREETING,
            PartCode.AGENT,
            PartCode.COMPANY,
            PartCode.REASON_TODAY,
            PartCode.FIRST_TALK,
            PartCode.SUGGESTION,
            PartCode.OBJECTIVE,
            PartCode.CONCRETE_TIME);
  }

  @Test
  void aSuggestionOfALaterTalkIsNotSaidToBeOfTheFirst() {
    Instant lastWeek = Situations.NOW.minus(Duration.ofDays(8));

    TalkTrack track =
        TalkTracks.render(
            CallKind.CALLBACK, Situations.callback().suggestion("next week", lastWeek));

    assertThat(track.text())
        .contains(
            "when we first spoke a few weeks ago and again last week, you suggested that I reach"
                + " out to you the following week");
  }

  @Test
  void theFirstCallComesToThePoint() {
    assertThat(TalkTracks.render(CallKind.FIRST_CALL, Situations.callback()).text())
        .isEqualTo(
            "Good morning, Mr. Peters. This is Dave Miller from ABC Company. The reason I'm calling"
                + " you today specifically is to set up an appointment. Does this Thursday at 2 pm"
                + " work for you?");
  }

  @Test
  void aSignalIsMentionedIfThereIsOne() {
    CallFacts visited = Situations.callback().with(Fact.PAGE_VISITED, "your page");

    assertThat(TalkTracks.render(CallKind.FIRST_CALL, visited).text())
        .contains(
            "I noticed you were taking a look at your page; do you have any questions I can"
                + " answer?");
  }

  @Test
  void aBusyProspectGetsOneCounterOffer() {
    assertThat(TalkTracks.render(CallKind.BUSY_REPLY, Situations.callback()).text())
        .isEqualTo("Can't we just get together this Thursday?");
  }

  @Test
  void aConfirmationStatesTheBookingAsAFact() {
    assertThat(TalkTracks.render(CallKind.QUALITY_CONFIRMATION, Situations.everything()).text())
        .contains(
            "You are booked with Ana on Thursday 3 December at 2 pm at your office; I'll note who"
                + " else should be in the room.");
  }

  @Test
  void aCheckInNamesTheProspectsOwnTrigger() {
    assertThat(TalkTracks.render(CallKind.WARM_CHECK_IN, Situations.everything()).text())
        .contains("you asked me to call when your contract with Acme was coming up in March.");
  }

  @Test
  void theTimeIsTheProspects() {
    CallFacts facts =
        CallFacts.at(Situations.NOW, ZoneId.of("Europe/London"))
            .offer(LocalDateTime.of(2026, 12, 17, 14, 30).atZone(Situations.ZONE).toInstant());

    assertThat(facts.words(Fact.GREETING)).contains("Good afternoon");
    assertThat(facts.words(Fact.CONCRETE_TIME)).contains("this Thursday at 7:30 pm");
  }

  @Test
  void aTimeThatIsPastIsNotOffered() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Situations.callback().offer(Situations.NOW));
  }

  @Test
  void whereTheLawAsksForItTheTrackSaysHowSoonToDisclose() {
    CallFacts facts = Situations.callback().discloseWithin(Disclosure.secondsIn("US-CT"));

    assertThat(TalkTracks.render(CallKind.CALLBACK, facts).discloseWithinSeconds()).hasValue(10);
    assertThat(Disclosure.secondsIn("US-WA")).hasValue(30);
    assertThat(Disclosure.secondsIn("US-RI")).hasValue(30);
    assertThat(Disclosure.secondsIn("US-NY")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasWordsForAllThatItNeeds(CallKind kind) {
    TalkTrack track = TalkTracks.render(kind, Situations.everything());

    assertThat(track.text()).doesNotContain("{{").doesNotContain("  ").doesNotContain(" .");
  }

  @ParameterizedTest
  @EnumSource
  void eachMissingFactIsNamed(CallKind kind) {
    for (Fact fact : kind.required()) {
      CallFacts without = Situations.everything().with(fact, " ");

      assertThatExceptionOfType(MissingFact.class)
          .isThrownBy(() -> TalkTracks.render(kind, without))
          .withMessageContaining(fact.key())
          .satisfies(missing -> assertThat(missing.fact()).isEqualTo(fact));
    }
  }

  @Test
  void aTemplateOfTheCampaignReplacesTheDefault() {
    String own =
        "{{greeting}} {{prospect}}, {{agentName}} here from {{companyName}}.\n"
            + "The reason I'm calling you today is {{objective}}: {{concreteTime}}?";

    TalkTrack track = TalkTracks.render(CallKind.FIRST_CALL, Situations.callback(), own);

    assertThat(track.text())
        .isEqualTo(
            "Good morning Mr. Peters, Dave Miller here from ABC Company. The reason I'm calling you"
                + " today is to set up an appointment: this Thursday at 2 pm?");
    assertThat(track.parts().get(0).codes())
        .isEqualTo(List.of(PartCode.GREETING, PartCode.AGENT, PartCode.COMPANY));
  }

  @Test
  void factsOfOneCallNeverShowInAnother() {
    CallFacts other =
        Situations.callback().prospect(new ProspectName("Ms", "Ada", "Stone")).caller("Bo", "XY");

    assertThat(TalkTracks.render(CallKind.CALLBACK, Situations.callback()).text())
        .contains("Mr. Peters");
    assertThat(TalkTracks.render(CallKind.CALLBACK, other).text())
        .startsWith("Good morning, Ms. Stone. This is Bo from XY.");
  }

  @Test
  void aNameIsSpokenWithItsTitleOrNotAtAll() {
    assertThat(new ProspectName("mr", "Jim", "Peters").spoken()).contains("Mr. Peters");
    assertThat(new ProspectName("", "Jim", "Peters").spoken()).contains("Jim");
    assertThat(new ProspectName("Mr.", "Jim", "").spoken()).contains("Jim");
    assertThat(new ProspectName("Mr.", "", "").spoken()).isEmpty();
    assertThat(new ProspectName("Señora", "", "Paz").spoken()).contains("Señora Paz");
  }
}
