package io.warmline.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The zones shown for a number of a country are that country's, by the zone database itself. */
class ZonesOfNumbersTest {

  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

  /** Ascension, Tristan da Cunha and Kosovo: the zone database has them with another. */
  private static final Map<String, String> WITH = Map.of("AC", "SH", "TA", "SH", "XK", "RS");

  private static final Map<String, Set<String>> ZONE_TAB = zoneTab();

  private static Map<String, Set<String>> zoneTab() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ZonesOfNumbersTest.class.getResourceAsStream("/places/zone.tab")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(
              Collectors.groupingBy(
                  line -> line[0], Collectors.mapping(line -> line[2], Collectors.toSet())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> countries() {
    return new TreeSet<>(PLANS.getSupportedRegions());
  }

  @ParameterizedTest
  @MethodSource("countries")
  void noZoneOfANumberLiesInAnotherCountry(String region) {
    Set<String> strays =
        numbers(region)
            .flatMap(
                number ->
                    Places.zonesOf(number).stream()
                        .map(ZoneId::getId)
                        .filter(zone -> !zonesOf(country(number)).contains(zone)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(strays).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("countries")
  void everyNumberOfACountryRingsSomewhere(String region) {
    assertThat(numbers(region)).isNotEmpty().allMatch(number -> !Places.zonesOf(number).isEmpty());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "+35315550123, Europe/Dublin",
    "+353861234567, Europe/Dublin",
    "+442079460958, Europe/London",
    "+441481960194, Europe/Guernsey",
    "+390669812345, Europe/Vatican",
    "+390612345678, Europe/Rome",
    "+3726121234, Europe/Tallinn",
    "+299321000, America/Nuuk",
    "+77172123456, Asia/Almaty",
    "+41446681800, Europe/Zurich",
    "+14186212345, America/Toronto"
  })
  void aNumberOfAPlaceRingsThere(String e164, String zone) {
    assertThat(Places.zonesOf(new PhoneNumber(e164))).extracting(ZoneId::getId).contains(zone);
  }

  private static String country(PhoneNumber number) {
    return PhoneNumbers.countryOf(number).orElseThrow();
  }

  private static Set<String> zonesOf(String country) {
    return ZONE_TAB.get(WITH.getOrDefault(country, country));
  }

  /** One of each type, and of each beginning of a number that belongs to a place. */
  private static Stream<PhoneNumber> numbers(String region) {
    return Arrays.stream(PhoneNumberType.values())
        .flatMap(type -> Optional.ofNullable(PLANS.getExampleNumberForType(region, type)).stream())
        .flatMap(ZonesOfNumbersTest::likeIt)
        .filter(PLANS::isValidNumber)
        .map(read -> new PhoneNumber(PLANS.format(read, PhoneNumberFormat.E164)))
        .filter(number -> PhoneNumbers.countryOf(number).isPresent())
        .distinct();
  }

  private static Stream<Phonenumber.PhoneNumber> likeIt(Phonenumber.PhoneNumber example) {
    String national = PLANS.getNationalSignificantNumber(example);
    boolean ofAPlace =
        PLANS.isNumberGeographical(PLANS.getNumberType(example), example.getCountryCode());
    if (!ofAPlace || national.length() < 4 || national.startsWith("0")) {
      return Stream.of(example);
    }
    long end = Long.parseLong(national.substring(3));
    long scale = (long) Math.pow(10, national.length() - 3);
    return Stream.concat(
        Stream.of(example),
        IntStream.range(100, 1000)
            .mapToObj(
                beginning ->
                    new Phonenumber.PhoneNumber()
                        .setCountryCode(example.getCountryCode())
                        .setNationalNumber(beginning * scale + end)));
  }
}
