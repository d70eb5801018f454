package io.warmline.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.compliance.CallingVerdict.Allowed;
import io.warmline.core.compliance.CallingVerdict.Forbidden;
import io.warmline.core.compliance.CallingVerdict.Postponed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant MONDAY_NOON = at("2026-11-23T12:00-05:00");

  @Test
  void aCallToFloridaAtFivePastEightWaitsForTomorrowAtEightAndTheRuleIsNamed() {
    Law law = law("US-FL", NEW_YORK);

    CallingVerdict verdict = law.verdictAt(at("2026-11-23T20:05-05:00"));

    assertThat(verdict.callableAt(MONDAY_NOON)).contains(at("2026-11-24T08:00-05:00"));
    assertThat(verdict.blockedBy())
        .singleElement()
        .satisfies(
            by -> {
              assertThat(by.id()).isEqualTo(new RuleId("us-fl"));
              assertThat(by.citation()).isEqualTo("Fla. Stat. §501.616(6)");
              assertThat(by.kind()).isEqualTo(Blocker.Kind.HOURS);
              assertThat(by.why())
                  .isEqualTo(
                      "Rule us-fl (Fla. Stat. §501.616(6)) allows calls on Mondays at 08:00-20:00,"
                          + " and it is 20:05 in America/New_York.");
            });
  }

  @Test
  void whereSeveralRulesObjectThatOfTheSmallerPlaceIsNamedFirst() {
    CallingVerdict verdict = law("US-FL", NEW_YORK).verdictAt(at("2026-11-23T21:30-05:00"));

    assertThat(verdict.blockedBy()).extracting(b -> b.id().value()).containsExactly("us-fl", "us");
  }

  @Test
  void theRuleThatLastsLongestIsNamedFirst() {
    Law law =
        new Law(
            CallingRules.presets()
                .of(Set.of(new Jurisdiction("US-FL")), Audience.B2C)
                .and(CallingRule.ofCampaign(CallingHours.DEFAULT)),
            Set.of(NEW_YORK),
            Consent.NONE);

    CallingVerdict saturday = law.verdictAt(at("2026-11-21T20:30-05:00"));

    assertThat(saturday.blockedBy())
        .extracting(b -> b.id().value())
        .containsExactly("campaign-hours", "us-fl");
    assertThat(saturday.callableAt(MONDAY_NOON)).contains(at("2026-11-23T09:00-05:00"));
  }

  @Test
  void anAllowedCallNamesTheRulesThatWereAsked() {
    assertThat(law("US-FL", NEW_YORK).verdictAt(MONDAY_NOON))
        .isEqualTo(new Allowed(List.of(new RuleId("us"), new RuleId("us-fl"))));
  }

  @Test
  void aRuleNotYetInForceIsNotAsked() {
    assertThat(law("US-PA", NEW_YORK).verdictAt(at("2026-10-17T20:30-04:00")))
        .isEqualTo(new Allowed(List.of(new RuleId("us"), new RuleId("us-pa"))));
    assertThat(law("US-PA", NEW_YORK).verdictAt(at("2019-12-02T12:00-05:00")))
        .isEqualTo(new Allowed(List.of(new RuleId("us"))));
    assertThat(law("US-PA", NEW_YORK).verdictAt(at("2026-10-18T12:00-04:00")).blockedBy())
        .extracting(Blocker::kind)
        .containsExactly(Blocker.Kind.HOURS);
  }

  /** Panhandle of Florida: 8:00 to 20:00 in both zones is 9:00 to 20:00 Eastern. */
  @Test
  void everyCandidateZoneMustAllowTheCall() {
    assertThat(law("US-FL", NEW_YORK, CHICAGO).openingAt(MONDAY_NOON))
        .contains(new Opening(at("2026-11-23T09:00-05:00"), at("2026-11-23T20:00-05:00")));
  }

  @Test
  void everyCandidateJurisdictionMustAllowTheCall() {
    RuleSet rules =
        CallingRules.presets()
            .of(Set.of(new Jurisdiction("US-RI"), new Jurisdiction("US-KY")), Audience.B2B);

    assertThat(new Law(rules, Set.of(NEW_YORK), Consent.NONE).openingAt(MONDAY_NOON))
        .contains(new Opening(at("2026-11-23T10:00-05:00"), at("2026-11-23T18:00-05:00")));
  }

  @ParameterizedTest(name = "{0} at {2}, consent to that time: {3}: {4}")
  @CsvSource({
    "US, America/New_York, 2026-11-23T22:00-05:00, false, false",
    "US, America/New_York, 2026-11-23T22:00-05:00, true, true",
    "US-FL, America/New_York, 2026-11-23T22:00-05:00, true, false",
    "US-UT, America/Denver, 2026-11-22T12:00-07:00, true, true",
    "US-UT, America/Denver, 2026-07-24T12:00-06:00, true, true",
    "US-UT, America/Denver, 2026-07-24T12:00-06:00, false, false",
    "AU, Australia/Sydney, 2026-12-28T21:00+11:00, true, true",
    "GB, Europe/London, 2026-11-23T21:00Z, true, false"
  })
  void consentToTheTimeLiftsTheHoursOnlyWhereTheRuleSaysSo(
      String place, ZoneId zone, OffsetDateTime when, boolean toThatTime, boolean allowed) {
    RuleSet rules = CallingRules.presets().of(Set.of(new Jurisdiction(place)), Audience.B2C);
    Law law = new Law(rules, Set.of(zone), new Consent(ConsentKind.EXPRESS, toThatTime));

    assertThat(law.verdictAt(when.toInstant()) instanceof Allowed).isEqualTo(allowed);
  }

  @ParameterizedTest(name = "{0} {1} with consent {2}: {3}")
  @CsvSource({
    "DE, B2C, NONE, false",
    "DE, B2C, IMPLIED, false",
    "DE, B2C, EXPRESS, true",
    "DE, B2B, NONE, false",
    "DE, B2B, IMPLIED, true",
    "US-CT, B2C, EXPRESS, false",
    "US-CT, B2C, WRITTEN, true",
    "US-CT, B2B, NONE, true"
  })
  void withoutTheConsentThatARuleDemandsNoCallIsAllowed(
      String place, Audience audience, ConsentKind consent, boolean allowed) {
    RuleSet rules = CallingRules.presets().of(Set.of(new Jurisdiction(place)), audience);
    Law law = new Law(rules, Set.of(NEW_YORK), new Consent(consent, false));

    CallingVerdict verdict = law.verdictAt(MONDAY_NOON);

    assertThat(verdict instanceof Allowed).isEqualTo(allowed);
    assertThat(
            verdict instanceof Forbidden forbidden && forbidden.by().kind() == Blocker.Kind.CONSENT)
        .isEqualTo(!allowed);
  }

  @Test
  void fromAugust2026OnAFrenchConsumerIsCalledWithConsentOnly() {
    Law law = law("FR", PARIS);

    assertThat(law.verdictAt(at("2026-08-10T19:59+02:00"))).isInstanceOf(Allowed.class);
    assertThat(law.verdictAt(at("2026-08-10T20:00+02:00"))).isInstanceOf(Forbidden.class);
    assertThat(law.verdictAt(at("2026-08-11T10:00+02:00"))).isInstanceOf(Forbidden.class);
    assertThat(law.demandsAt(at("2026-08-10T23:59+02:00")).consent()).isEqualTo(ConsentKind.NONE);
    assertThat(law.demandsAt(at("2026-08-11T00:00+02:00")).consent())
        .isEqualTo(ConsentKind.EXPRESS);
  }

  @Test
  void aSuspensionOfAYearIsPassedAndNoConsentLiftsIt() {
    CallingRule emergency =
        house(
            """
            {"id": "storm", "consentLiftsHours": true,
             "suspensions": [{"from": "2026-11-23", "to": "2027-11-23", "reason": "declared emergency"}]}
            """);
    Law law =
        new Law(
            new RuleSet(List.of(emergency)),
            Set.of(NEW_YORK),
            new Consent(ConsentKind.WRITTEN, true));

    CallingVerdict verdict = law.verdictAt(MONDAY_NOON);

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Postponed.class,
            postponed -> {
              assertThat(postponed.until()).isEqualTo(at("2027-11-24T00:00-05:00"));
              assertThat(postponed.by().why()).contains("declared emergency");
            });
    assertThat(law.openingAt(at("2026-11-22T23:59-05:00")).map(Opening::closesAt))
        .contains(at("2026-11-23T00:00-05:00"));
  }

  @Test
  void aSuspensionUntilFurtherNoticeForbids() {
    CallingRule emergency =
        house(
            """
            {"id": "storm", "suspensions": [{"from": "2026-11-23", "reason": "declared emergency"}]}
            """);
    Law law = new Law(new RuleSet(List.of(emergency)), Set.of(NEW_YORK), Consent.PRESUMED);

    assertThat(law.verdictAt(MONDAY_NOON)).isInstanceOf(Forbidden.class);
    assertThat(law.verdictAt(MONDAY_NOON).callableAt(MONDAY_NOON)).isEmpty();
  }

  @Test
  void aWindowOfAHouseMayRunPastMidnight() {
    CallingRule night =
        house(
            """
            {"id": "night", "windows": {"monday": [{"from": "20:00", "to": "02:00"}]}}
            """);
    Law law = new Law(new RuleSet(List.of(night)), Set.of(NEW_YORK), Consent.NONE);

    assertThat(law.openingAt(MONDAY_NOON))
        .contains(new Opening(at("2026-11-23T20:00-05:00"), at("2026-11-24T02:00-05:00")));
  }

  @Test
  void aHolidayClosesWhatReachesIntoIt() {
    CallingRule night =
        house(
            """
            {"id": "night", "holidays": {"calendar": "US", "ban": true},
             "windows": {"thursday": [{"from": "20:00", "to": "02:00"}], "friday": [{"from": "20:00", "to": "02:00"}]}}
            """);
    Law law = new Law(new RuleSet(List.of(night)), Set.of(NEW_YORK), Consent.NONE);

    assertThat(law.openingAt(at("2026-12-24T12:00-05:00")))
        .contains(new Opening(at("2026-12-24T20:00-05:00"), at("2026-12-25T00:00-05:00")));
    assertThat(law.openingAt(at("2026-12-25T00:00-05:00")))
        .contains(new Opening(at("2026-12-26T00:00-05:00"), at("2026-12-26T02:00-05:00")));
  }

  @Test
  void withoutAnyRuleEveryCallIsAllowed() {
    Law law = new Law(RuleSet.NONE, Set.of(NEW_YORK), Consent.NONE);

    assertThat(law.verdictAt(MONDAY_NOON)).isEqualTo(new Allowed(List.of()));
    assertThat(law.openingAt(MONDAY_NOON)).isPresent();
  }

  @Test
  void withoutAZoneTheQuestionMeansNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Law(RuleSet.NONE, Set.of(), Consent.NONE));
  }

  private static Law law(String place, ZoneId... zones) {
    return new Law(
        CallingRules.presets().of(Set.of(new Jurisdiction(place)), Audience.B2C),
        Set.of(zones),
        Consent.NONE);
  }

  private static Instant at(String when) {
    return OffsetDateTime.parse(when).toInstant();
  }

  private static CallingRule house(String json) {
    try {
      return RuleJson.readHouseRule(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
