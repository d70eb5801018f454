package io.warmline.core.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.Fixture;
import io.warmline.core.InvalidValue;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.callback.Callback.MoveReason;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.client.Client;
import io.warmline.core.client.ManageClient;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.event.EventType;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.LeadFacts;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.phrase.Anchor;
import io.warmline.core.phrase.Hemisphere;
import io.warmline.core.phrase.Language;
import io.warmline.core.phrase.Precision;
import io.warmline.core.phrase.UnresolvedReason;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What prospects say is promised on their own clock, in legal hours, and stays true there. */
@QuarkusTest
class WordsTest extends OnPostgres {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  @Inject PromiseCallback promises;
  @Inject Callbacks callbacks;
  @Inject KeepPromises keepPromises;
  @Inject FollowProspects followProspects;
  @Inject SaveLead saveLead;

  @Inject ManageClient manageClient;

  AgentId agent;
  CampaignId campaign;
  LeadId lead;

  @BeforeEach
  void aLeadInNewYork() {
    clock.set(newYork("2026-11-18T10:15"));
    agent = given.agent();
    campaign = given.campaign(t -> Fixture.with(t, CallingHours.DEFAULT, t.policy()));
    lead = given.newLead(campaign).zone("America/New_York").create();
  }

  @ParameterizedTest(name = "{0}: from {1} to {2}")
  @CsvSource({
    "tomorrow at 3, 2026-11-19T15:00, 2026-11-19T15:15, EXACT_TIME",
    "in 20 minutes, 2026-11-18T10:35, 2026-11-18T10:50, EXACT_TIME",
    "in a month, 2026-12-18T09:00, 2026-12-18T17:00, DAY",
    "next Friday, 2026-11-27T09:00, 2026-11-27T17:00, DAY"
  })
  void wordsSayWhen(String words, String due, String latest, Precision precision) {
    Callback callback = promises.promise(lead, said(words));

    assertThat(callback.resolution()).isEqualTo(CallbackResolution.WORDS);
    assertThat(callback.window()).isEqualTo(new CallWindow(newYork(due), newYork(latest)));
    assertThat(callback.reading().intent().orElseThrow().precision()).isEqualTo(precision);
    assertThat(callback.reading().intent().orElseThrow().zone()).isEqualTo(NEW_YORK);
    assertThat(callback.reading().preferredAt().orElseThrow())
        .isBetween(newYork(due), newYork(latest));
    assertThat(current(callback)).isEqualTo(callback);
  }

  /** Thanksgiving is on 26 November. */
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "in three business days, 2026-11-23, 2026-11-27",
    "in three working days, 2026-11-24, 2026-11-30",
    "the next business day, 2026-11-25, 2026-11-27",
    "the next business day, 2026-12-24, 2026-12-28",
    "tomorrow, 2026-11-25, 2026-11-27"
  })
  void businessDaysSkipTheHolidaysOfTheProspectsPlace(
      String words, LocalDate spoken, LocalDate meant) {
    LeadId prospect = given.newLead(campaign).in("US", "NY").create();
    clock.set(newYork(spoken + "T10:15"));

    Callback callback = promises.promise(prospect, said(words));

    assertThat(callback.window().dueAt().atZone(NEW_YORK).toLocalDate()).isEqualTo(meant);
  }

  @Test
  void wordsThatNameNoTimeAreKeptAndTheDefaultDelayApplies() {
    Callback callback = promises.promise(lead, said("once the budget is approved"));

    assertThat(callback.resolution()).isEqualTo(CallbackResolution.DEFAULT_DELAY);
    assertThat(callback.window().dueAt()).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
    assertThat(callback.words()).isEqualTo("once the budget is approved");
    assertThat(callback.reading().remarks().unresolved()).isEqualTo(UnresolvedReason.CONDITION);
    assertThat(callback.reading().needsConfirmation()).isTrue();
  }

  @ParameterizedTest(name = "of a client whose year begins in month {0}, {1}: {2} begins on {3}")
  @CsvSource({
    "1, NORTHERN, next quarter, 2027-01-01",
    "7, SOUTHERN, beginning of Q3, 2027-01-01",
    "4, NORTHERN, beginning of Q2, 2027-07-01",
    "1, SOUTHERN, in the spring, 2027-09-01",
    "1, NORTHERN, in the spring, 2027-03-01"
  })
  void quartersAndSeasonsAreTheClients(
      int yearStart, Hemisphere hemisphere, String words, LocalDate first) {
    ClientId client =
        manageClient
            .create(
                new Client.Profile(
                    "Chemel",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    yearStart,
                    Optional.of(hemisphere)))
            .id();
    CampaignId theirs = given.campaign(t -> t.onBehalfOf(Optional.of(client)));
    LeadId prospect = given.newLead(theirs).zone("America/New_York").create();

    Callback callback = promises.promise(prospect, said(words));

    assertThat(callback.reading().intent().orElseThrow().window().firstDate()).isEqualTo(first);
    assertThat(callback.window().dueAt().atZone(NEW_YORK).toLocalDate())
        .as("a promise of weeks is spread over them")
        .isAfterOrEqualTo(first);
  }

  @Test
  void anotherReadingIsOfferedWhileTheProspectIsStillOnThePhone() {
    Callback callback = promises.promise(lead, said("next Thursday at 2"));

    assertThat(callback.window().dueAt()).isEqualTo(newYork("2026-11-26T14:00"));
    assertThat(callback.reading().needsConfirmation()).isTrue();
    assertThat(callback.reading().remarks().alternatives())
        .extracting(Reading.Option::dueAt)
        .contains(newYork("2026-11-19T14:00"));
  }

  @Test
  void wordsForATimeAtWhichNoCallsAreAllowedGetTheNextOneAndAWarning() {
    Callback callback = promises.promise(lead, said("tomorrow at 8:30 pm"));

    assertThat(callback.window().dueAt()).isEqualTo(newYork("2026-11-20T09:00"));
    assertThat(codes(callback)).contains("OUTSIDE_CALLING_HOURS");
    assertThat(callback.reading().needsConfirmation()).isTrue();
    assertThat(callback.reading().remarks().alternatives())
        .extracting(Reading.Option::dueAt)
        .containsExactly(newYork("2026-11-19T19:45"));
  }

  @Test
  void whatIsRepeatedToTheProspectIsTheTimeAtWhichTheCallIsMade() {
    Callback callback = promises.promise(lead, said("tomorrow at 9:30 pm"));

    assertThat(callback.window().dueAt()).isEqualTo(newYork("2026-11-20T09:00"));
    assertThat(callback.reading().remarks().explanation()).isEqualTo("Friday 20 November at 9:00");
  }

  @ParameterizedTest(name = "{0}: {1}, asked: {2}")
  @CsvSource({
    "on Saturday, 2026-11-21T10:00, false",
    "Saturday at 11, 2026-11-21T11:00, false",
    "Sunday at 3, 2026-11-23T15:00, true"
  })
  void theCampaignsOwnCallingDaysCountAndWhatIsMovedIsAskedAbout(
      String words, String due, boolean asked) {
    Callback callback = promises.promise(lead, said(words));

    assertThat(callback.window().dueAt()).isEqualTo(newYork(due));
    assertThat(callback.reading().needsConfirmation()).isEqualTo(asked);
  }

  @Test
  void aGivenInstantAtWhichNoCallsAreAllowedStaysAndIsWarnedOf() {
    Instant sunday = newYork("2026-11-22T11:00");

    Callback callback = promises.promise(lead, Desk.at(sunday));

    assertThat(callback.window().dueAt()).isEqualTo(sunday);
    assertThat(callback.resolution()).isEqualTo(CallbackResolution.GIVEN);
    assertThat(codes(callback)).containsExactly("OUTSIDE_CALLING_HOURS");
    assertThat(callback.reading().remarks().alternatives())
        .extracting(Reading.Option::dueAt)
        .containsExactly(newYork("2026-11-21T16:45"), newYork("2026-11-23T09:00"));
  }

  @Test
  void aCallPromisesWhatWasSaidInIt() {
    var logged =
        desk.log(lead, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(said("tomorrow at 3")));

    Callback callback = logged.callback().orElseThrow();
    assertThat(callback.resolution()).isEqualTo(CallbackResolution.WORDS);
    assertThat(callback.window().dueAt()).isEqualTo(newYork("2026-11-19T15:00"));
  }

  @Test
  void otherWordsMoveAPromiseAndWordsWithoutATimeDoNot() {
    Callback callback = promises.promise(lead, said("tomorrow at 3"));

    Callback vague = change(callback, said("some other time"));
    Callback moved = change(callback, said("Friday at 4"));

    assertThat(vague.window()).isEqualTo(callback.window());
    assertThat(vague.reading().remarks().unresolved()).isEqualTo(UnresolvedReason.VAGUE);
    assertThat(vague.history()).isEmpty();
    assertThat(moved.window().dueAt()).isEqualTo(newYork("2026-11-20T16:00"));
    assertThat(moved.history()).hasSize(1);
  }

  @Test
  void aPromiseFollowsTheClockOfAProspectWhoLivesElsewhere() {
    Callback callback = promises.promise(lead, said("tomorrow at 3"));

    know(profile -> with(profile, LOS_ANGELES, profile.contractEnd()));

    Callback moved = current(callback);
    assertThat(moved.window().dueAt())
        .isEqualTo(LocalDateTime.parse("2026-11-19T15:00").atZone(LOS_ANGELES).toInstant());
    assertThat(moved.reading().intent().orElseThrow().zone()).isEqualTo(LOS_ANGELES);
    assertThat(moved.history())
        .extracting(Callback.Move::why)
        .containsExactly(MoveReason.ZONE_CHANGED);
    assertThat(outlook(lead).notBefore()).isEqualTo(moved.window().dueAt());
    assertThat(events(EventType.CALLBACK_RESCHEDULED))
        .singleElement()
        .satisfies(e -> assertThat(e.data().toString()).contains("ZONE_CHANGED"));
  }

  @Test
  void aPromiseForAnInstantStaysWhereverTheProspectLives() {
    Instant due = newYork("2026-11-19T15:00");
    Callback callback = promises.promise(lead, Desk.at(due));

    know(profile -> with(profile, LOS_ANGELES, profile.contractEnd()));

    assertThat(current(callback).window().dueAt()).isEqualTo(due);
    assertThat(current(callback).history()).isEmpty();
  }

  @Test
  void aPromiseWhoseInstantsNoLongerFitTheRulesOfItsZoneIsReckonedAnew() {
    Callback callback = promises.promise(lead, said("tomorrow at 3"));
    transaction.run(
        () ->
            sql.update(
"""
update callback set due_at = due_at + interval '1 hour', latest_at = latest_at + interval '1 hour'
where tenant_id = :tenant
""",
                u -> {}));

    followProspects.followClocks();
    followProspects.followClocks();

    assertThat(current(callback).window()).isEqualTo(callback.window());
    assertThat(current(callback).history()).hasSize(1);
  }

  @Test
  void aPromiseTiedToTheEndOfAContractFollowsIt() {
    know(profile -> with(profile, NEW_YORK, LocalDate.of(2027, 3, 31)));
    Callback callback = promises.promise(lead, tied(-60));

    know(profile -> with(profile, NEW_YORK, LocalDate.of(2028, 6, 30)));

    assertThat(callback.resolution()).isEqualTo(CallbackResolution.ANCHOR);
    assertThat(callback.window())
        .isEqualTo(new CallWindow(newYork("2027-02-01T09:00"), newYork("2027-02-01T17:00")));
    assertThat(current(callback).window().dueAt()).isEqualTo(newYork("2028-05-01T09:00"));
    assertThat(current(callback).history())
        .extracting(Callback.Move::why)
        .containsExactly(MoveReason.CONTRACT_END_CHANGED);
  }

  @Test
  void wordsAboutTheContractAreTiedToItAndOtherChangesLeaveThemAlone() {
    know(profile -> with(profile, NEW_YORK, LocalDate.of(2027, 3, 31)));
    Callback callback = promises.promise(lead, said("when our contract is up"));

    know(profile -> with(profile, NEW_YORK, profile.contractEnd()));

    Tie tie = current(callback).reading().intent().orElseThrow().tie().orElseThrow();
    assertThat(tie)
        .isEqualTo(new Tie(Anchor.CONTRACT_END, -60, Optional.of(LocalDate.of(2027, 3, 31))));
    assertThat(current(callback).history()).isEmpty();
  }

  @Test
  void nothingIsTiedToAContractWhoseEndIsNotKnown() {
    assertThatThrownBy(() -> promises.promise(lead, tied(-60)))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> assertThat(e.violations().get(0).code()).isEqualTo("CONTRACT_END_UNKNOWN"));
  }

  @Test
  void aDateYearsAheadIsPromisedInBusinessHoursOfThatDay() {
    Callback callback = promises.promise(lead, on(LocalDate.of(2030, 5, 15)));

    assertThat(callback.window())
        .isEqualTo(new CallWindow(newYork("2030-05-15T09:00"), newYork("2030-05-15T17:00")));
  }

  @Test
  void aDateThatIsPastAtTheProspectsPlaceIsRefused() {
    assertThatThrownBy(() -> promises.promise(lead, on(LocalDate.of(2026, 11, 17))))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> assertThat(e.violations().get(0).code()).isEqualTo("CALLBACK_IN_THE_PAST"));
  }

  @Test
  void aPromiseThatIsLateAgainIsOverdueAgain() {
    Callback callback = promises.promise(lead, Desk.at(newYork("2026-11-18T11:00")));
    clock.set(newYork("2026-11-18T12:00"));
    keepPromises.tick();
    keepPromises.tick();
    Instant late = clock.instant();

    Callback moved = change(callback, Desk.at(newYork("2026-11-18T14:00")));
    clock.set(newYork("2026-11-18T15:00"));
    keepPromises.tick();
    keepPromises.tick();

    assertThat(moved.overdueAt()).isNull();
    assertThat(moved.history()).extracting(Callback.Move::overdueAt).containsExactly(late);
    assertThat(events(EventType.CALLBACK_OVERDUE)).hasSize(2);
    assertThat(current(callback).overdueAt()).isEqualTo(clock.instant());
  }

  /** Whichever comes first, the callback is overdue by its present window or not at all. */
  @Test
  void reschedulingAndFallingOverdueAtOnceLeaveNoHalfTruth() {
    TenantId tenant = given.tenant();
    for (int round = 0; round < 20; round++) {
      LeadId each = given.newLead(campaign).zone("America/New_York").create();
      Instant due = clock.instant().plusSeconds(60);
      Callback callback = promises.promise(each, Desk.at(due));
      clock.set(due.plus(QUARTER));
      Instant later = clock.instant().plus(Duration.ofHours(1));

      Race.of(
          List.<Callable<Boolean>>of(
              () ->
                  given.as(
                          tenant,
                          () -> promises.change(callback.id(), Optional.empty(), Desk.at(later)))
                      != null,
              () ->
                  given.as(
                      tenant,
                      () -> {
                        keepPromises.tick();
                        return true;
                      })));

      assertThat(current(callback).window().dueAt()).isEqualTo(later);
      assertThat(current(callback).overdueAt()).isNull();
    }
  }

  @Test
  void aPromisePutOffAsOftenAsTheCampaignTakesIsShownAsSuch() {
    CampaignPolicy usual = CampaignPolicy.DEFAULT;
    CampaignPolicy patient =
        new CampaignPolicy(
            50,
            10,
            0,
            usual.leaseSeconds(),
            usual.callbackGraceMinutes(),
            usual.callbackDefaultDelayMinutes(),
            2);
    CampaignId other = given.campaign(t -> Fixture.with(t, Fixture.ALWAYS, patient));
    LeadId each = given.newLead(other).zone("America/New_York").create();
    Callback callback = promises.promise(each, said("in half an hour"));

    putOff(each);
    boolean once = current(callback).deferredAgainAndAgain();
    putOff(each);

    assertThat(once).isFalse();
    assertThat(current(callback).deferrals()).isEqualTo(2);
    assertThat(current(callback).deferredAgainAndAgain()).isTrue();
  }

  private void putOff(LeadId each) {
    clock.advance(Duration.ofHours(1));
    desk.log(each, agent, Disposition.CALLBACK_REQUESTED, Desk.callback(said("in half an hour")));
  }

  private void know(UnaryOperator<LeadProfile> news) {
    saveLead.change(
        lead,
        Optional.empty(),
        before ->
            new LeadFacts(before.externalId(), news.apply(before.profile()), before.numbers()));
  }

  private static LeadProfile with(LeadProfile p, ZoneId zone, @Nullable LocalDate contractEnd) {
    return p.toBuilder().timeZone(zone).contractEnd(contractEnd).build();
  }

  @Test
  void wordsAreReadInTheLanguageOfTheLead() {
    LeadId spanish = given.newLead(campaign).zone("America/New_York").language("es").create();

    Callback callback = promises.promise(spanish, said("el lunes a las dos y media de la tarde"));

    assertThat(callback.window().dueAt()).isEqualTo(newYork("2026-11-23T14:30"));
    assertThat(callback.reading().needsConfirmation()).isFalse();
  }

  @Test
  void englishOfALeadThatNeedsSpanishIsAskedAbout() {
    LeadId spanish = given.newLead(campaign).zone("America/New_York").language("es").create();

    Callback callback = promises.promise(spanish, said("call me Monday at 2:30"));

    assertThat(callback.window().dueAt()).isEqualTo(newYork("2026-11-23T14:30"));
    assertThat(callback.reading().needsConfirmation()).isTrue();
    assertThat(codes(callback)).contains("OTHER_LANGUAGE");
  }

  @Test
  void wordsInALanguageThatIsNotReadAreDueAfterTheDefaultDelay() {
    LeadId french = given.newLead(campaign).zone("America/New_York").language("fr").create();

    Callback callback = promises.promise(french, said("Monday at 2:30"));

    assertThat(callback.resolution()).isEqualTo(CallbackResolution.DEFAULT_DELAY);
    assertThat(callback.reading().remarks().unresolved())
        .isEqualTo(UnresolvedReason.LANGUAGE_NOT_READ);
    assertThat(callback.reading().needsConfirmation()).isTrue();
  }

  @Test
  void theLanguageOfTheWordsIsSaidWithThem() {
    LeadId french = given.newLead(campaign).zone("America/New_York").language("fr").create();

    Callback callback =
        promises.promise(french, said("Monday at 2:30").in(Optional.of(Language.ENGLISH)));

    assertThat(callback.window().dueAt()).isEqualTo(newYork("2026-11-23T14:30"));
    assertThat(callback.reading().needsConfirmation()).isFalse();
  }

  @Test
  void wordsThatAreThereAreReadAnewInAnotherLanguage() {
    LeadId french = given.newLead(campaign).zone("America/New_York").language("fr").create();
    Callback unread = promises.promise(french, said("Monday at 2:30"));

    Callback read = change(unread, said("Monday at 2:30").in(Optional.of(Language.ENGLISH)));

    assertThat(read.window().dueAt()).isEqualTo(newYork("2026-11-23T14:30"));
    assertThat(read.reading().remarks().unresolved()).isNull();
  }

  @Test
  void aLanguageIsRefusedWhereAnotherTimeSaysWhen() {
    Wish wish = on(LocalDate.of(2026, 12, 7)).in(Optional.of(Language.SPANISH));

    assertThatThrownBy(() -> promises.promise(lead, wish))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.violations().get(0).pointer()).isEqualTo("/language");
              assertThat(e.violations().get(0).code()).isEqualTo("NOT_TAKEN");
            });
  }

  private Callback change(Callback callback, Wish wish) {
    return promises.change(callback.id(), Optional.empty(), wish);
  }

  private Callback current(Callback of) {
    return transaction.call(() -> callbacks.get(of.id()));
  }

  private static List<String> codes(Callback callback) {
    return callback.reading().remarks().warnings().stream().map(Reading.Warning::code).toList();
  }

  private static Wish said(String words) {
    return new Wish(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(words), Optional.empty());
  }

  private static Wish on(LocalDate day) {
    return new Wish(
        Optional.empty(),
        Optional.empty(),
        Optional.of(day),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Wish tied(int offsetDays) {
    return new Wish(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(offsetDays),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Instant newYork(String local) {
    return LocalDateTime.parse(local).atZone(NEW_YORK).toInstant();
  }
}
