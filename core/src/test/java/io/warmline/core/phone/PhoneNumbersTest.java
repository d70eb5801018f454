package io.warmline.core.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          504-621-8927            | US | +15046218927
          504-845-1427            | US | +15048451427
          810-292-9388            | US | +18102929388
          907-385-4412            | US | +19073854412
          808-892-7943            | US | +18088927943
          (504) 621 8927          | US | +15046218927
          504.621.8927            | US | +15046218927
          1-504-621-8927          | US | +15046218927
          Tel: 504-621-8927       | US | +15046218927
          tel:+1-504-621-8927     | GB | +15046218927
          +1 800 FLOWERS          | US | +18003569377
          +44 20 7946 0958        | US | +442079460958
          +44 (0)20 7946 0958     | US | +442079460958
          020 7946 0958           | GB | +442079460958
          020 7946 0958           | gb | +442079460958
          06 123456               | IT | +3906123456
          00 49 30 123456         | DE | +4930123456
          00 49 30 123456         | GB | +4930123456
          00 49 30 123456         | US | +4930123456
          011 49 30 123456        | US | +4930123456
          0011 49 30 123456       | AU | +4930123456
          001 65 6323 4567        | HK | +6563234567
          +800 1234 5678          | US | +80012345678
          """)
  void theUsualSpellingsOfANumberBecomeOne(String raw, String country, String e164) {
    assertThat(PhoneNumbers.parse(raw, country)).isEqualTo(new PhoneNumber(e164));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "504-621-8927 x12",
        "504-621-8927x12",
        "504-621-8927 ext. 5",
        "504-621-8927 extension 5",
        "504-621-8927 #12",
        "504-621-8927,,12",
        "tel:504-621-8927;ext=12"
      })
  void anExtensionIsDropped(String raw) {
    assertThat(PhoneNumbers.parse(raw, "US")).isEqualTo(new PhoneNumber("+15046218927"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "５０４－６２１－８９２７",
        "٥٠٤٦٢١٨٩٢٧",
        "504\u2013621\u20148927",
        "504\u2011621\u22128927",
        "504\u00a0621\u202f8927",
        "504\u2009621\u30008927",
        "504\ufe63621\u20108927",
        "504\t621\t8927",
        "\u202a504-621-8927\u202c",
        "\ufeff504\u200b621\u200b8927",
        " \t504-621-8927\r\n"
      })
  void digitsDashesAndSpacesOfOtherScriptsAreUnderstood(String raw) {
    assertThat(PhoneNumbers.parse(raw, "US")).isEqualTo(new PhoneNumber("+15046218927"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+12125550123",
        "+13055550142",
        "+18085550199",
        "+14165550123",
        "+18005550123",
        "+12425550123",
        "+15555550123"
      })
  void numbersOfFictionAreAccepted(String e164) {
    assertThat(PhoneNumbers.parse(e164, "US")).isEqualTo(new PhoneNumber(e164));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                            | US  | is empty
          '   '                         | US  | is empty
          abc                           | US  | too few digits
          +                             | US  | too few digits
          0                             | US  | too few digits
          12345                         | US  | does not use
          911                           | US  | does not use
          621-8927                      | US  | area code
          +1 000 000 0000               | US  | not in use
          +1 000 555 0123               | US  | not in use
          +1 155 555 0123               | US  | not in use
          +1 504 621 89271              | US  | too many digits
          50462189275046218927          | US  | too many digits
          504-621-8927 / 504-845-1427   | US  | more than one number
          504-621-8927 James            | US  | too many digits
          +49 95471684197 3850          | US  | too many digits
          504-621-8927                  | GB  | not in use
          +999 12345678                 | US  | unknown country calling code
          +0012125550123                | US  | unknown country calling code
          504-621-8927                  | XX  | names no country
          504-621-8927                  | USA | names no country
          504-621-8927                  | ''  | names no country
          """)
  void whatIsNoNumberIsRefusedWithTheFault(String raw, String country, String fault) {
    WarmlineException refusal = refusalOf(raw, country);

    assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_PHONE_NUMBER);
    assertThat(refusal).hasMessageStartingWith("the phone number ").hasMessageContaining(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"504\u0000-621-8927", "504-621-8927\u0000", "504\n621\n8927", "504-621\u001b8927"})
  void controlCharactersAreRefusedWhereverTheyStand(String raw) {
    assertThat(refusalOf(raw, "US")).hasMessageContaining("control character");
  }

  @Test
  void anEndlessTextIsRefused() {
    assertThat(refusalOf("5".repeat(1_000_000), "US")).hasMessageContaining("too many digits");
  }

  @Test
  void aRefusalDoesNotRepeatTheNumber() {
    assertThat(refusalOf("504-621-892", "US").getMessage()).doesNotContain("504", "621", "892");
  }

  @Test
  void anInternationalNumberNeedsNoKnownCountry() {
    assertThat(PhoneNumbers.parse("+44 20 7946 0958", "XX"))
        .isEqualTo(new PhoneNumber("+442079460958"));
  }

  @ParameterizedTest
  @CsvSource({
    "+15046218927, America/Chicago",
    "+18088927943, Pacific/Honolulu",
    "+442079460958, Europe/London",
    "+4930123456, Europe/Berlin"
  })
  void aGeographicNumberRingsInTheZoneOfItsPrefix(String e164, String zone) {
    assertThat(PhoneNumbers.zonesOf(new PhoneNumber(e164))).containsExactly(ZoneId.of(zone));
  }

  @Test
  void aTollFreeNumberMayRingInManyZonesWhichAreSorted() {
    assertThat(List.copyOf(PhoneNumbers.zonesOf(new PhoneNumber("+18003569377"))))
        .contains(ZoneId.of("America/New_York"), ZoneId.of("Pacific/Honolulu"))
        .isSortedAccordingTo(Comparator.comparing(ZoneId::getId));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+80012345678", "+10000000000", "+15555550123", "+99912345678", "+12"})
  void aNumberWithoutAKnownPrefixHasNoZone(String e164) {
    assertThat(PhoneNumbers.zonesOf(new PhoneNumber(e164))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+15046218927, US",
    "+14165550123, CA",
    "+18765550123, JM",
    "+442079460958, GB",
    "+3906123456, IT"
  })
  void aNumberBelongsToACountry(String e164, String country) {
    assertThat(PhoneNumbers.countryOf(new PhoneNumber(e164))).contains(country);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+80012345678", "+10000000000", "+15555550123", "+99912345678", "+12"})
  void aNumberOfNoPlanOrOfAllTheWorldBelongsToNoCountry(String e164) {
    assertThat(PhoneNumbers.countryOf(new PhoneNumber(e164))).isEmpty();
  }

  private static WarmlineException refusalOf(String raw, String country) {
    return catchThrowableOfType(WarmlineException.class, () -> PhoneNumbers.parse(raw, country));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (212)736-5110;212-736-5111          | US | one number per field
          2127365110 or 2127365111            | US | one number per field
          030/12 34 56, 030/12 34 57          | DE | one number per field
          +1 212 736 5110 Ext 12345678901     | US | more than 9 digits
          +37991234567                        | ZZ | unknown country calling code
          379 91234567                        | ZZ | names no country
          """)
  void aFaultNamesWhatIsWrong(String text, String country, String fault) {
    assertThatThrownBy(() -> PhoneNumbers.parse(text, country)).hasMessageContaining(fault);
  }
}
