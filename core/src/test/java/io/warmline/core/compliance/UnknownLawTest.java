package io.warmline.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.Clues;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.place.Places;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not known is not allowed, and the answer says how to come by it. */
class UnknownLawTest {

  private static final CallingRules PRESETS = CallingRules.presets();
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  /** A Tuesday at 10:00, 13:00 or 15:00 somewhere, and the middle of the night elsewhere. */
  private static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("2026-11-17T10:00:00Z"),
          Instant.parse("2026-11-17T02:00:00Z"),
          Instant.parse("2026-11-17T18:00:00Z"));

  static Stream<PhoneNumber> aNumberOfEveryRegionAndCode() {
    Stream<Phonenumber.PhoneNumber> regions =
        PHONES.getSupportedRegions().stream().map(PHONES::getExampleNumber);
    Stream<Phonenumber.PhoneNumber> codes =
        PHONES.getSupportedGlobalNetworkCallingCodes().stream()
            .map(PHONES::getExampleNumberForNonGeoEntity);
    return Stream.concat(regions, codes)
        .filter(Objects::nonNull)
        .map(number -> new PhoneNumber(PHONES.format(number, PhoneNumberFormat.E164)));
  }

  @ParameterizedTest
  @MethodSource("aNumberOfEveryRegionAndCode")
  void everyRegionIsCoveredOrRefusedByName(PhoneNumber number) {
    PlaceFinding place = Places.find(Clues.of(number), ZoneOffset.UTC);
    for (Audience audience : Audience.values()) {
      RuleSet rules = PRESETS.towards(place.jurisdictions(), audience, HouseLaw.NONE);
      for (Instant moment : MOMENTS) {
        CallingVerdict verdict =
            new Law(rules, place.zones(), new Consent(ConsentKind.WRITTEN, false))
                .verdictAt(moment);
        if (verdict instanceof CallingVerdict.Allowed allowed) {
          assertThat(allowed.applied()).isNotEmpty();
        }
        boolean covered =
            !place.jurisdictions().isEmpty()
                && place.jurisdictions().stream().anyMatch(j -> PRESETS.cover(j.country()));
        assertThat(verdict.blockedBy().stream().anyMatch(b -> b.kind() == Blocker.Kind.NO_RULE))
            .as("%s in %s", number.e164(), place.jurisdictions())
            .isEqualTo(!covered);
        verdict.blockedBy().stream()
            .filter(b -> b.kind() == Blocker.Kind.NO_RULE)
            .forEach(b -> assertThat(b.why()).contains("acceptJurisdiction"));
      }
    }
  }

  /** They share Great Britain's code, and its law does not hold there. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "+441534600600, JE",
    "+447797712345, JE",
    "+441481700700, GG",
    "+447781123456, GG",
    "+441624600600, IM",
    "+447624312345, IM"
  })
  void theIslandsThatMakeTheirOwnLawAreRefusedByName(String number, Jurisdiction island) {
    PlaceFinding place = Places.find(Clues.of(new PhoneNumber(number)), ZoneOffset.UTC);

    assertThat(place.jurisdictions()).containsExactly(island);
    assertThat(PRESETS.towards(place.jurisdictions(), Audience.B2B, HouseLaw.NONE).rules())
        .anyMatch(MissingLaw::isMissing);
  }

  @Provide
  Arbitrary<Set<Jurisdiction>> places() {
    return Arbitraries.of(
            "US", "US-FL", "US-OR", "US-ID", "PR", "FR", "RE", "KZ", "NG", "IS", "LI", "MC", "ES",
            "CA-ON", "CA-BC", "AU", "AU-NSW", "ZZ", "GG", "XK", "AQ", "DE", "CH")
        .map(Jurisdiction::new)
        .set()
        .ofMaxSize(3);
  }

  @Property(tries = 300)
  void nobodyIsCalledWithAnEmptyListOfRules(
      @ForAll("places") Set<Jurisdiction> places, @ForAll Audience audience) {
    RuleSet rules = PRESETS.towards(places, audience, HouseLaw.NONE);

    assertThat(rules.rules()).isNotEmpty();
    Law law = new Law(rules, Set.of(ZoneOffset.UTC), new Consent(ConsentKind.WRITTEN, true));
    for (Instant moment : MOMENTS) {
      if (law.verdictAt(moment) instanceof CallingVerdict.Allowed allowed) {
        assertThat(allowed.applied()).isNotEmpty();
        assertThat(places).isNotEmpty().allMatch(place -> PRESETS.cover(place.country()));
      }
    }
  }

  @Test
  void everyCountryWithRulesIsCoveredForBothAudiencesOnEveryDay() {
    Set<Jurisdiction> countries =
        PRESETS.all().rules().stream()
            .map(rule -> rule.jurisdiction().orElseThrow().country())
            .collect(Collectors.toSet());
    for (Jurisdiction country : countries) {
      for (Audience audience : EnumSet.allOf(Audience.class)) {
        assertThat(PRESETS.towards(Set.of(country), audience, HouseLaw.NONE).rules())
            .as("%s %s", country, audience)
            .noneMatch(MissingLaw::isMissing);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"KZ", "NG", "IS", "ZZ", "TR"})
  void aCountryThatTheHouseHasAcceptedIsCalledAtTheHoursOfTheHouse(Jurisdiction country) {
    HouseLaw house = new HouseLaw(List.of(), Map.of(country, CallingHours.DEFAULT), Set.of());
    RuleSet rules = PRESETS.towards(Set.of(country), Audience.B2C, house);
    Law law = new Law(rules, Set.of(ZoneOffset.UTC), Consent.NONE);

    assertThat(law.verdictAt(MOMENTS.get(0))).isInstanceOf(CallingVerdict.Allowed.class);
    assertThat(law.verdictAt(MOMENTS.get(1))).isInstanceOf(CallingVerdict.Postponed.class);
    assertThat(rules.ids())
        .containsExactly(
            new RuleId("accepted-" + country.code().toLowerCase(java.util.Locale.ROOT)));
  }

  @Test
  void toAcceptOneCountryLetsNobodyBeCalledInAnother() {
    HouseLaw house =
        new HouseLaw(List.of(), Map.of(new Jurisdiction("KZ"), CallingHours.DEFAULT), Set.of());
    Law law =
        new Law(
            PRESETS.towards(
                Set.of(new Jurisdiction("KZ"), new Jurisdiction("NG")), Audience.B2C, house),
            Set.of(ZoneOffset.UTC),
            Consent.NONE);

    assertThat(law.verdictAt(MOMENTS.get(0)).blockedBy())
        .extracting(Blocker::kind)
        .containsExactly(Blocker.Kind.NO_RULE);
  }

  @Test
  void aCampaignsHoursAreNoKnowledgeOfTheLaw() {
    Law law =
        new Law(
            PRESETS
                .towards(Set.of(new Jurisdiction("NG")), Audience.B2C, HouseLaw.NONE)
                .and(CallingRule.ofCampaign(CallingHours.DEFAULT)),
            Set.of(ZoneOffset.UTC),
            Consent.NONE);

    assertThat(law.verdictAt(MOMENTS.get(0))).isInstanceOf(CallingVerdict.Forbidden.class);
  }

  @ParameterizedTest(name = "sources {0}, signed {1}: callable {2}")
  @CsvSource({"true, true, true", "true, false, false", "false, true, false"})
  void aHouseRuleIsKnowledgeOnceItHasASourceAndASignOff(
      boolean sources, boolean signed, boolean callable) {
    CallingRule rule = nigeria(sources, signed, LocalDate.MIN);
    Law law =
        new Law(
            PRESETS.towards(
                Set.of(new Jurisdiction("NG")),
                Audience.B2C,
                new HouseLaw(List.of(rule), Map.of(), Set.of())),
            Set.of(ZoneOffset.UTC),
            Consent.NONE);

    assertThat(law.verdictAt(MOMENTS.get(0)) instanceof CallingVerdict.Allowed).isEqualTo(callable);
  }

  @Test
  void whereARuleBeginsLaterNothingIsKnownUntilThen() {
    CallingRule rule = nigeria(true, true, LocalDate.of(2026, 11, 18));
    Law law =
        new Law(
            PRESETS.towards(
                Set.of(new Jurisdiction("NG")),
                Audience.B2C,
                new HouseLaw(List.of(rule), Map.of(), Set.of())),
            Set.of(ZoneOffset.UTC),
            Consent.NONE);

    assertThat(law.verdictAt(MOMENTS.get(0)).callableAt(MOMENTS.get(0)))
        .isEqualTo(Optional.of(Instant.parse("2026-11-18T09:00:00Z")));
  }

  private static CallingRule nigeria(boolean sources, boolean signed, LocalDate from) {
    return new CallingRule(
        new CallingRule.Identity(
            new RuleId("house-ng"),
            1,
            new RuleReach(
                Optional.of(new Jurisdiction("NG")),
                EnumSet.allOf(Audience.class),
                ZoneMode.PROSPECT),
            new Validity(from, LocalDate.MAX)),
        new CallingTimes(Optional.of(CallingHours.DEFAULT), Optional.empty(), List.of(), false),
        Demands.NONE,
        new Provenance(
            RuleStatus.HOUSE,
            sources ? List.of(new Source("NCC direction", LocalDate.of(2026, 11, 1))) : List.of(),
            "",
            RuleCoverage.UNSAID,
            signed
                ? Optional.of(new SignOff("Ada", LocalDate.of(2026, 11, 2)))
                : Optional.empty()));
  }

  @Test
  void aRecommendedRuleCanBeLiftedAndALawCannot() {
    HouseLaw house =
        new HouseLaw(List.of(), Map.of(), Set.of(new RuleId("gb"), new RuleId("gb-hours")));

    assertThat(PRESETS.towards(Set.of(new Jurisdiction("GB")), Audience.B2C, house).ids())
        .containsExactly(new RuleId("gb"));
  }
}
