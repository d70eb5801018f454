package io.warmline.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallingRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"calling-rules", "holiday-calendars"})
  void theIndexNamesEveryFile(String folder) throws IOException, URISyntaxException {
    Path there =
        Path.of(
                Objects.requireNonNull(
                        CallingRulesTest.class.getResource("/" + folder + "/index.yaml"))
                    .toURI())
            .getParent();
    long files;
    try (Stream<Path> list = Files.list(there)) {
      files = list.filter(file -> !file.endsWith("index.yaml")).count();
    }

    assertThat(
            Files.readAllLines(there.resolve("index.yaml")).stream()
                .filter(line -> line.startsWith("- "))
                .distinct()
                .filter(line -> Files.exists(there.resolve(line.substring(2) + ".yaml"))))
        .hasSize((int) files);
  }

  @ParameterizedTest(name = "{0}: {1} {2} {3}")
  @CsvSource({
    "us, P, US, B2B B2C",
    "us-fl, P, US-FL, B2B B2C",
    "us-ok, S, US-OK, B2B B2C",
    "us-md, S, US-MD, B2B B2C",
    "us-wa, S, US-WA, B2C",
    "us-tx, S, US-TX, B2B B2C",
    "us-ct, S, US-CT, B2B B2C",
    "us-ct-consumers, S, US-CT, B2C",
    "us-ri, P, US-RI, B2B B2C",
    "us-ut, P, US-UT, B2B B2C",
    "us-ma, P, US-MA, B2B B2C",
    "us-ms, S, US-MS, B2B B2C",
    "us-pa, S, US-PA, B2B B2C",
    "us-al, S, US-AL, B2B B2C",
    "us-la, P, US-LA, B2B B2C",
    "us-ky, S, US-KY, B2B B2C",
    "us-nv, S, US-NV, B2B B2C",
    "us-mi, S, US-MI, B2B B2C",
    "us-mn, S, US-MN, B2B B2C",
    "us-nm, S, US-NM, B2B B2C",
    "us-wy, NV, US-WY, B2B B2C",
    "gb, P, GB, B2B B2C",
    "gb-hours, NV, GB, B2B B2C",
    "de-b2c, P, DE, B2C",
    "de-b2b, P, DE, B2B",
    "ca, P, CA, B2B B2C",
    "ca-dncl, P, CA, B2C",
    "ca-bc, P, CA-BC, B2B B2C",
    "au, P, AU, B2B B2C",
    "in, NV, IN, B2B B2C"
  })
  void everyRuleSaysWhomItProtectsAndHowFarItWasChecked(
      String id, String status, String jurisdiction, String audience) {
    CallingRule rule = CallingRules.presets().versions(new RuleId(id)).get(0);

    assertThat(rule.provenance().status().code()).isEqualTo(status);
    assertThat(rule.jurisdiction()).contains(new Jurisdiction(jurisdiction));
    assertThat(
            rule.identity().reach().audiences().stream()
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining(" ")))
        .isEqualTo(audience);
    assertThat(rule.provenance().sources()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyRule")
  void everyRuleSaysInWordsWhomItCoversAndWhatWasRead(CallingRule rule) {
    RuleCoverage coverage = rule.provenance().coverage();

    assertThat(
            List.of(
                coverage.business(),
                coverage.customers(),
                coverage.inquiries(),
                coverage.registers(),
                coverage.disclosure(),
                coverage.verified()))
        .as(rule.id().value())
        .allSatisfy(words -> assertThat(words).isNotBlank());
  }

  @Test
  void theReadmeCountsTheJurisdictions() throws IOException {
    long jurisdictions =
        everyRule().stream().flatMap(rule -> rule.jurisdiction().stream()).distinct().count();

    assertThat(Files.readString(Path.of("../README.md")))
        .contains("The calling rules of " + jurisdictions + " jurisdictions");
  }

  @Test
  void atLeastFiftyFiveJurisdictionsHaveRules() {
    assertThat(
            everyRule().stream().flatMap(rule -> rule.jurisdiction().stream()).distinct().count())
        .isGreaterThanOrEqualTo(55);
  }

  @Test
  void fromDecember2019OnNobodyIsCalledInPennsylvaniaOnAHoliday() {
    RuleSet law = CallingRules.presets().withIds(List.of(new RuleId("us-pa")));
    LocalDate christmas = LocalDate.of(2025, 12, 25);

    assertThat(law.on(LocalDate.of(2019, 12, 2)).rules()).isEmpty();
    assertThat(law.on(christmas).rules().get(0).on(christmas, Consent.PRESUMED)).isEmpty();
    assertThat(law.on(christmas).rules().get(0).on(christmas.minusDays(1), Consent.PRESUMED))
        .isEqualTo(CallingTimes.WHOLE_DAY);
  }

  @ParameterizedTest
  @CsvSource({"AU, 2026-04-04", "CA-BC, 2026-12-26", "CA-BC, 2026-12-28", "CA-BC, 2026-04-06"})
  void aDayThatTheStatuteDoesNotNameIsNoHoliday(String calendar, LocalDate day) {
    assertThat(HolidayCalendar.named(calendar).on(day)).isEmpty();
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "US-FL, B2C, us us-fl",
    "US-CA, B2C, us",
    "US-WA, B2C, us us-wa",
    "US-WA, B2B, us",
    "US-CT, B2C, us us-ct us-ct-consumers",
    "US-CT, B2B, us us-ct",
    "US-FL US-CT, B2B, us us-ct us-fl",
    "CA-BC, B2C, ca ca-bc ca-dncl",
    "CA-ON, B2B, ca",
    "CA-BC US, B2B, ca ca-bc us",
    "DE, B2C, de-b2c",
    "DE, B2B, de-b2b",
    "FR, B2C, fr",
    "FR, B2B, fr-b2b fr-hours",
    "CH, B2C, ch",
    "GB, B2C, gb gb-hours",
    "SE, B2C, se se-hours",
    "KZ, B2C, ''"
  })
  void aSubdivisionHasItsOwnLawAndThatOfItsCountry(String places, Audience audience, String ids) {
    Set<Jurisdiction> where =
        Arrays.stream(places.split(" ", -1)).map(Jurisdiction::new).collect(Collectors.toSet());

    assertThat(
            CallingRules.presets().of(where, audience).ids().stream()
                .map(RuleId::value)
                .collect(Collectors.joining(" ")))
        .isEqualTo(ids);
  }

  static List<CallingRule> everyRule() {
    return CallingRules.presets().all().rules();
  }

  @ParameterizedTest
  @MethodSource("everyRule")
  void whatIsWrittenIsReadBack(CallingRule rule) {
    assertThat(RuleJson.readPreset(RuleJsonWriter.write(rule))).isEqualTo(rule);
  }

  @Test
  void theFrenchLawOfAugust2026DemandsConsentAndMakesARefusalFinal() {
    RuleSet french = CallingRules.presets().withIds(List.of(new RuleId("fr")));
    Demands before = french.on(LocalDate.of(2026, 8, 10)).demands();
    Demands after = french.on(LocalDate.of(2026, 8, 11)).demands();

    assertThat(before.consent()).isEqualTo(ConsentKind.NONE);
    assertThat(before.cooldowns())
        .containsExactly(new Cooldown(Cooldown.After.REFUSAL, OptionalInt.of(60)));
    assertThat(after.consent()).isEqualTo(ConsentKind.EXPRESS);
    assertThat(after.cooldowns())
        .containsExactly(new Cooldown(Cooldown.After.REFUSAL, OptionalInt.empty()));
    assertThat(after.caps()).containsExactly(new Cap(4, Duration.ofDays(30), CapScope.SELLER));
  }

  @Test
  void demandsAddUpToTheStrictest() {
    Demands demands =
        CallingRules.presets()
            .of(
                Set.of(
                    new Jurisdiction("US-FL"),
                    new Jurisdiction("US-CT"),
                    new Jurisdiction("CA-BC"),
                    new Jurisdiction("GB")),
                Audience.B2C)
            .demands();

    assertThat(demands.consent()).isEqualTo(ConsentKind.WRITTEN);
    assertThat(demands.caps())
        .containsExactly(
            new Cap(3, Duration.ofHours(24), CapScope.OFFER),
            new Cap(1, Duration.ofDays(30), CapScope.OFFER));
    assertThat(demands.cooldowns())
        .containsExactly(new Cooldown(Cooldown.After.DO_NOT_CALL_REQUEST, OptionalInt.empty()));
    assertThat(demands.keeping().registryMaxAgeDays()).hasValue(28);
    assertThat(demands.keeping().recordYears()).hasValue(5);
    assertThat(demands.keeping().abandonment().map(Abandonment::max)).contains(0.0);
  }

  @Test
  void anUnknownIdIsRefusedRatherThanPassedOver() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallingRules.presets().withIds(List.of(new RuleId("us-xx"))));
  }

  @Test
  void aFieldThatNoRuleHasMakesTheFileUnusable() {
    ObjectNode rule = RuleJsonWriter.write(everyRule().get(0)).put("callsAllowed", true);

    assertThatIllegalStateException()
        .isThrownBy(() -> CallingRules.load(List.<JsonNode>of(rule)))
        .withMessageContaining("/callsAllowed");
  }

  @Test
  void twoVersionsInForceOnOneDayMakeTheFilesUnusable() {
    ObjectNode rule = RuleJsonWriter.write(everyRule().get(0));
    ObjectNode next = rule.deepCopy().put("version", 2);

    assertThatIllegalStateException()
        .isThrownBy(() -> CallingRules.load(List.<JsonNode>of(rule, next)));
  }

  @ParameterizedTest
  @CsvSource({"US, 2026-07-03", "US, 2026-07-04", "GB, 2026-12-26", "GB, 2026-12-28"})
  void aHolidayCountsOnItsDayAndWhereItIsObserved(String calendar, LocalDate day) {
    assertThat(HolidayCalendar.named(calendar).on(day)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XX", "US-XX", "us", "TARGET", ""})
  void anUnknownCalendarIsRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> HolidayCalendar.named(name));
  }

  @Test
  void newYearsDayObservedInTheOldYearIsAHolidayOfTheOldYear() {
    assertThat(HolidayCalendar.named("US").on(LocalDate.of(2027, 12, 31)))
        .isEqualTo(Optional.of("New Year's Day (observed)"));
  }
}
