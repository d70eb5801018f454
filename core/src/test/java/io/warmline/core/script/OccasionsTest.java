package io.warmline.core.script;

import static io.warmline.core.script.OccasionTable.FIRST_TALK;
import static io.warmline.core.script.OccasionTable.LAST_TALK;
import static io.warmline.core.script.OccasionTable.NOW;
import static io.warmline.core.script.OccasionTable.all;
import static io.warmline.core.script.OccasionTable.house;
import static io.warmline.core.script.OccasionTable.known;
import static io.warmline.core.script.OccasionTable.of;
import static io.warmline.core.script.OccasionTable.over;
import static io.warmline.core.script.OccasionTable.past;
import static io.warmline.core.script.OccasionTable.person;
import static io.warmline.core.script.OccasionTable.said;
import static io.warmline.core.script.OccasionTable.talks;
import static io.warmline.core.script.OccasionTable.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.Qualifying;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.script.Background.Booked;
import io.warmline.core.script.Background.End;
import io.warmline.core.script.Background.Ended;
import io.warmline.core.script.Background.House;
import io.warmline.core.script.Background.Mail;
import io.warmline.core.script.Background.Others;
import io.warmline.core.script.Background.Past;
import io.warmline.core.script.Background.Person;
import io.warmline.core.script.Background.Promise;
import io.warmline.core.script.Background.Talks;
import io.warmline.core.script.Background.Touches;
import io.warmline.core.script.Background.Ways;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.CallOpening;
import io.warmline.core.talktrack.LintCode;
import io.warmline.core.talktrack.Linter;
import io.warmline.core.talktrack.ProspectName;
import io.warmline.core.talktrack.Scope;
import io.warmline.core.task.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of occasions: every way in which a lead can come back has its words. */
class OccasionsTest {

  /** Words that only somebody says whom the prospect knows. */
  private static final Pattern ACQUAINTED =
      Pattern.compile(
          "[Ww]e (?:first |last )?spoke|missed each other|your meeting|You are booked|you met"
              + " with|we met|what you told us about|when we first");

  private static Words words(Background known) {
    Draft draft = Draft.of(known, Optional.empty(), Map.of(), NOW);
    assertThat(draft.missing()).isEmpty();
    return draft.render();
  }

  private static String text(Background known) {
    return words(known).track().text();
  }

  @ParameterizedTest
  @CsvSource({
    "APPOINTMENT, US",
    "WARM_LEAD, US",
    "CHECK_IN, US",
    "APPOINTMENT, GB",
    "WARM_LEAD, IN",
    "APPOINTMENT, AU"
  })
  void everyOccasionHasItsWords(Deliverable deliverable, String country) {
    Set<String> looked = new HashSet<>();
    all(deliverable, country)
        .forEach(
            known -> {
              Words words = words(known);
              String text = words.track().text();
              assertThat(ACQUAINTED.matcher(text).find())
                  .as(
                      "nobody who was talked to is a stranger, nobody else an acquaintance: "
                          + text)
                  .isEqualTo(known.past().talks().isPresent());
              if (deliverable != Deliverable.APPOINTMENT) {
                assertThat(words.offer()).isEmpty();
              }
              if (looked.add(words.track().kind() + text)) {
                assertThat(Linter.lint(words.track().kind(), Scope.LINE, text)).as(text).isEmpty();
                assertThat(Linter.lint(words.track().kind(), Scope.OPENER, text))
                    .as(text)
                    .extracting("code")
                    .doesNotContain(LintCode.MISSING_WHO, LintCode.MISSING_REASON_TODAY);
                assertThat(words.replaced()).as(text).isZero();
              }
            });
    assertThat(looked).hasSizeGreaterThan(25);
  }

  @Test
  void everyOpeningOfTheTableComesAbout() {
    Set<CallOpening> found =
        all(Deliverable.APPOINTMENT, "US")
            .map(known -> CallOpenings.of(known, NOW))
            .collect(Collectors.toSet());

    assertThat(Arrays.stream(CallOpening.values()).filter(opening -> !found.contains(opening)))
        .containsExactly(
            CallOpening.QUALITY_CONFIRMATION,
            CallOpening.BUSY_REPLY,
            CallOpening.VOICEMAIL,
            CallOpening.VOICEMAIL_AGAIN);
  }

  private static final String BEGINNING =
      "Good morning, Mr. Peters. This is Dave Miller from ABC Company. The reason I'm calling you"
          + " today specifically is ";
  private static final String ASK = " Does this Thursday at 10 am work for you?";

  @Test
  void aWarmLeadIsAnAcquaintance() {
    assertThat(text(of(past(LeadStatus.WARM, talks(Disposition.WARM_INTERESTED, false)))))
        .isEqualTo(
            BEGINNING
                + "that we spoke last week, and the next step is to set up an appointment."
                + ASK);
  }

  @Test
  void aReferralSaysWhoSentUs() {
    Past past = past(LeadStatus.COLD, null);
    Others referred =
        new Others(null, null, null, Optional.of(new ProspectName("Ms", "Ada", "Stone")));

    assertThat(text(of(with(past, referred))))
        .startsWith(
            BEGINNING
                + "that Ada Stone gave me your name, and the next step is to set up an"
                + " appointment.");
  }

  @Test
  void aVoicemailAndAMailThatWasNotClickedAreTheCallOfTheSource() {
    Others voicemail = new Others(null, null, LAST_TALK, Optional.empty());
    Touches mail = new Touches(null, Optional.empty(), Optional.of(new Mail(LAST_TALK, true)));
    Touches others = new Touches(null, Optional.empty(), Optional.of(new Mail(LAST_TALK, false)));
    Past past = with(past(LeadStatus.ATTEMPTING, null), voicemail);

    assertThat(text(of(with(past, mail))))
        .startsWith(BEGINNING + "to set up an appointment; I sent you the details last week.");
    assertThat(text(of(with(past, others)))).contains("; we sent you the details last week.");
    assertThat(text(of(past)))
        .startsWith(BEGINNING + "to set up an appointment; you have my message from last week.");
  }

  @Test
  void aGatekeeperIsNotTheProspect() {
    Past past =
        with(past(LeadStatus.CONTACTED, null), new Others(LAST_TALK, null, null, Optional.empty()));

    assertThat(text(of(past)))
        .startsWith(BEGINNING + "to set up an appointment; I asked your office for you last week.");
    assertThat(text(of(with(past, new Promise(true, Optional.empty(), 0)))))
        .startsWith(
            BEGINNING
                + "that, when I asked for you last week, your office suggested that I call you back"
                + " to set up an appointment.");
  }

  @Test
  void aPromiseThatNobodyWasTalkedToAboutClaimsNoTalk() {
    Past past = with(past(LeadStatus.COLD, null), new Promise(true, Optional.empty(), 0));

    assertThat(text(of(past)))
        .startsWith(BEGINNING + "that you are down for a call today to set up an appointment.");
    assertThat(text(of(with(past, new Promise(true, Optional.of(said("call me in a month")), 0)))))
        .startsWith(
            BEGINNING
                + "that you suggested that I reach out to you in a month to set up an"
                + " appointment.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_SHOW | that you and Ana missed each other yesterday, and I have a new time for you.",
        "CANCELLED_BY_PROSPECT | that we spoke last week, and I have a new time for you and Ana.",
        "CANCELLED_BY_US | that we had to move your meeting with Ana, and I have a new time for"
            + " you.",
        "HELD | that you met with Ana yesterday, and the next step is to set up an appointment."
      })
  void aMeetingThatIsOverIsSpokenOf(End how, String reason) {
    Past past =
        with(
            past(LeadStatus.CONTACTED, talks(Disposition.APPOINTMENT_SET, false)),
            new Ended(Optional.of(over(how, "Ana")), Optional.empty()));

    assertThat(text(of(past))).isEqualTo(BEGINNING + reason + ASK);
  }

  @Test
  void aCallbackAboutAMissedMeetingIsForThat() {
    Past past =
        new Past(
            LeadStatus.CALLBACK_PENDING,
            Optional.of(talks(Disposition.APPOINTMENT_SET, false)),
            Others.NONE,
            new Promise(true, Optional.empty(), 0),
            Touches.NONE,
            new Ended(Optional.of(over(End.NO_SHOW, "Ana")), Optional.empty()),
            2);

    assertThat(text(of(past))).contains("you and Ana missed each other yesterday");
  }

  @Test
  void aWarmLeadCampaignAsksItsOwnQuestionsAndOffersNoTime() {
    Ways ways =
        new Ways(
            Deliverable.WARM_LEAD,
            Objective.QUALIFY,
            CallingHours.DEFAULT,
            "US",
            new Qualifying(
                List.of(
                    new Qualifying.Question("vans", "How many vans do you run?"),
                    new Qualifying.Question("depot", "Where do they stay overnight?")),
                "Ana Ruiz calls you within two days with a plan for your site."));
    House house = new House("Dave Miller", "ABC Company", ways, Map.of(), Optional.empty());

    Words words = words(known(house, past(LeadStatus.COLD, null), Optional.empty()));

    assertThat(words.track().text())
        .isEqualTo(
            BEGINNING
                + "to go over what you need. How many vans do you run? Where do they stay"
                + " overnight? Ana Ruiz calls you within two days with a plan for your site.");
    assertThat(words.offer()).isEmpty();
    assertThat(words.questions()).extracting("id").containsExactly("vans", "depot");
  }

  @Test
  void aComplaintComesBeforeTheNextOrder() {
    House house = house(Deliverable.CHECK_IN, "US");
    Past past = past(LeadStatus.CUSTOMER, talks(Disposition.ALREADY_CUSTOMER, true));

    assertThat(text(known(house, past, Optional.of(TaskKind.CUSTOMER_CHECK_IN))))
        .endsWith(
            "is to make sure that what you told us about last week has been put right. What else"
                + " should we put right for you?");
  }

  @Test
  void aCheckInAsksHowItHasBeenAndThenForTheReorder() {
    House house = house(Deliverable.CHECK_IN, "US");
    Past past = past(LeadStatus.CUSTOMER, null);

    assertThat(text(known(house, past, Optional.empty())))
        .isEqualTo(
            BEGINNING
                + "to hear how everything is working for you. How has it been for you so far? What"
                + " do you need on your next order?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONTRACT_END | Acme | 2027-03-31 | that your contract with Acme is coming up in March.",
        "CONTRACT_END |      | 2027-03-31 | that your present contract is coming up in March.",
        "CONTRACT_END |      |            | to set up an appointment.",
        "WIN_BACK     |      |            | that you were our customer before, and it is time to"
            + " talk about working together again.",
        "REHEAT       |      |            | to set up an appointment.",
        "FIT_CHECK    |      |            | to go over what you need."
      })
  void aMissingFactChoosesTheNextWording(
      TaskKind task, String vendor, LocalDate end, String reason) {
    Map<String, String> fields = vendor == null ? Map.of() : Map.of("currentVendor", vendor);
    Background known =
        new Background(
            person(fields, end),
            house(Deliverable.APPOINTMENT, "US"),
            past(LeadStatus.COLD, null),
            Optional.empty(),
            Optional.of(task));

    assertThat(text(known)).startsWith(BEGINNING + reason);
  }

  @Test
  void aConfirmationWithoutAPlaceAsksForIt() {
    Booked booked =
        new Booked(Instant.parse("2026-12-17T19:00:00Z"), "Ana", null, false, "A backup.");
    Background known =
        new Background(
            person(Map.of(), null),
            house(Deliverable.APPOINTMENT, "US"),
            past(LeadStatus.APPOINTMENT_SET, talks(Disposition.APPOINTMENT_SET, false)),
            Optional.of(booked),
            Optional.of(TaskKind.QUALITY_CONFIRMATION));

    assertThat(text(known))
        .isEqualTo(
            BEGINNING
                + "to prepare your meeting. You are booked with Ana on Thursday 17 December at 2"
                + " pm; I'll note where you meet and who else should be in the room. You told us"
                + " that you need a backup. What matters most to you in this meeting?");
  }

  @Test
  void withoutANameTheGreetingIsSaidAlone() {
    Background known =
        new Background(
            new Person(
                new ProspectName("", "", ""),
                ZoneId.of("America/New_York"),
                Hemisphere.NORTHERN,
                Set.of(),
                null,
                Map.of()),
            house(Deliverable.APPOINTMENT, "US"),
            past(LeadStatus.COLD, null),
            Optional.empty(),
            Optional.empty());

    assertThat(text(known)).startsWith("Good morning. This is Dave Miller from ABC Company.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GB | Good morning, Mr Peters. This is Dave Miller from ABC Company. The reason I'm ringing"
            + " you today specifically is that, when we first spoke a few weeks ago, you suggested"
            + " that I ring you in a fortnight to set up an appointment.",
        "IE | Good morning, Mr Peters. This is Dave Miller from ABC Company. The reason I'm ringing"
            + " you today specifically is that, when we first spoke a few weeks ago, you suggested"
            + " that I ring you in a fortnight to set up an appointment.",
        "IN | Good morning, Mr Peters. This is Dave Miller from ABC Company. The reason I'm calling"
            + " you today specifically is that, when we first spoke a few weeks ago, you suggested"
            + " that I call you in a fortnight to fix an appointment.",
        "AU | Good morning, Mr Peters. This is Dave Miller from ABC Company. The reason I'm ringing"
            + " you today specifically is that, when we first spoke a few weeks ago, you suggested"
            + " that I ring you in a fortnight to set up an appointment."
      })
  void theWordsAreThoseOfThePlace(String country, String text) {
    Talks one = new Talks(FIRST_TALK, null, FIRST_TALK, Disposition.CALLBACK_REQUESTED, false);
    Promise promise = new Promise(true, Optional.of(said("Give me a bell in a fortnight.")), 0);
    Background known =
        known(
            house(Deliverable.APPOINTMENT, country),
            with(past(LeadStatus.CALLBACK_PENDING, one), promise),
            Optional.empty());

    assertThat(text(known)).startsWith(text);
  }

  @Test
  void nonsenseGivesWayToPlainWordsAndIsCounted() {
    Background known =
        new Background(
            person(Map.of("need", "we need need"), null),
            house(Deliverable.APPOINTMENT, "US"),
            past(LeadStatus.WARM, talks(Disposition.WARM_INTERESTED, false)),
            Optional.empty(),
            Optional.empty());

    Words words = words(known);

    assertThat(words.track().text()).doesNotContain("need need");
    assertThat(words.replaced()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aKindThatSomebodyChoseHasWords(CallKind kind) {
    Background known = of(past(LeadStatus.COLD, null));

    Words words = Draft.of(known, Optional.of(kind), Map.of(), NOW).render();

    assertThat(words.track().kind()).isEqualTo(kind);
    assertThat(words.track().text()).isNotBlank();
  }
}
