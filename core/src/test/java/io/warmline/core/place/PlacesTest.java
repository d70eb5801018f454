package io.warmline.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.PhoneNumber;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

  private static final PhoneNumber MIAMI = new PhoneNumber("+13056218927");
  private static final PhoneNumber ELSEWHERE = new PhoneNumber("+80012345678");
  private static final ZoneId DEFAULT = ZoneId.of("America/Denver");

  @ParameterizedTest(name = "{0}: {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          +13056218927   | PHONE_NUMBER     | America/New_York                                   | US-FL
          +12123456789   | PHONE_NUMBER     | America/New_York                                   | US-NY
          +12022345678   | PHONE_NUMBER     | America/New_York                                   | US-DC
          +12062345678   | PHONE_NUMBER     | America/Los_Angeles                                | US-WA
          +14055234567   | PHONE_NUMBER     | America/Chicago                                    | US-OK
          +16899234567   | PHONE_NUMBER     | America/Chicago America/New_York                   | US-FL
          +14482345678   | PHONE_NUMBER     | America/Chicago America/New_York                   | US-FL
          +13642345678   | PHONE_NUMBER     | America/Chicago America/New_York                   | US-KY
          +17282345678   | PHONE_NUMBER     | America/New_York                                   | US-FL
          +14165234567   | PHONE_NUMBER     | America/Toronto                                    | CA-ON
          +16045234567   | PHONE_NUMBER     | America/Vancouver                                  | CA-BC
          +12733456789   | PHONE_NUMBER     | America/Blanc-Sablon America/Halifax America/Toronto | CA-QC
          +17876218927   | PHONE_NUMBER     | America/Puerto_Rico                                | PR US
          +18762345678   | PHONE_NUMBER     | America/Jamaica                                    | JM
          +442079460958  | PHONE_NUMBER     | Europe/London                                      | GB
          +4930123456    | PHONE_NUMBER     | Europe/Berlin                                      | DE
          +4915112345678 | PHONE_NUMBER     | Europe/Berlin                                      | DE
          +262262123456  | PHONE_NUMBER     | Indian/Reunion                                     | FR RE
          +61293744000   | PHONE_NUMBER     | Australia/Sydney                                   | AU
          +5511987654321 | PHONE_NUMBER     | America/Sao_Paulo                                  | BR-SP
          +80012345678   | CAMPAIGN_DEFAULT | America/Denver                                     |
          """)
  void aNumberTellsThePlaceOfItsPrefix(
      PhoneNumber number, ZoneSource source, String zones, String law) {
    assertFinding(Places.find(Clues.of(number), DEFAULT), source, zones, law);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+18002234567", "+18882234567", "+19002234567"})
  void aTollFreeNumberTellsNothingButItsCountry(PhoneNumber number) {
    assertFinding(
        Places.find(Clues.of(number), DEFAULT),
        ZoneSource.COUNTRY,
        "America/Adak America/Anchorage America/Chicago America/Denver America/Los_Angeles"
            + " America/New_York America/Phoenix Pacific/Honolulu",
        "US");
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}, {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          US | FL         | 33101   | America/New_York                                      | US-FL
          US | FL         | 32401   | America/Chicago America/New_York                      | US-FL
          US | FL         | 32501   | America/Chicago                                       | US-FL
          US | FL         |         | America/Chicago America/New_York                      | US-FL
          us | florida    |         | America/Chicago America/New_York                      | US-FL
          US | US-FL      | 33101   | America/New_York                                      | US-FL
          US |            | 33101   | America/New_York                                      | US-FL
          US | IN         | 46204   | America/Indiana/Indianapolis                          | US-IN
          US | IN         | 46402   | America/Chicago                                       | US-IN
          US | IN         | 46534   | America/Chicago America/Indiana/Indianapolis          | US-IN
          US | KY         | 42001   | America/Chicago                                       | US-KY
          US | KY         | 42701   | America/Chicago America/New_York                      | US-KY
          US | TN         | 37201   | America/Chicago                                       | US-TN
          US | TN         | 37355   | America/Chicago America/New_York                      | US-TN
          US | MI         | 48201   | America/Detroit                                       | US-MI
          US | MI         | 49938   | America/Detroit America/Menominee                     | US-MI
          US | ND         | 58601   | America/Chicago America/Denver                        | US-ND
          US | SD         | 57701   | America/Denver                                        | US-SD
          US | SD         | 57501   | America/Chicago America/Denver                        | US-SD
          US | NE         | 69301   | America/Denver                                        | US-NE
          US | NE         | 69101   | America/Chicago America/Denver                        | US-NE
          US | KS         | 67735   | America/Chicago America/Denver                        | US-KS
          US | KS         | 66101   | America/Chicago                                       | US-KS
          US | TX         | 79901   | America/Denver                                        | US-TX
          US | TX         | 79830   | America/Chicago America/Denver                        | US-TX
          US | TX         | 75201   | America/Chicago                                       | US-TX
          US | OR         | 97914   | America/Boise America/Los_Angeles                     | US-OR
          US | ID         | 83801   | America/Los_Angeles                                   | US-ID
          US | ID         | 83549   | America/Boise America/Los_Angeles                     | US-ID
          US | AK         | 99546   | America/Adak America/Anchorage                        | US-AK
          US | AZ         | 85001   | America/Phoenix                                       | US-AZ
          US | AZ         | 86503   | America/Denver America/Phoenix                        | US-AZ
          US | NV         | 89883   | America/Denver America/Los_Angeles                    | US-NV
          US | FL         | 90210   | America/Chicago America/Los_Angeles America/New_York  | US-CA US-FL
          US |            | 06390   | America/New_York                                      | US-NY
          CA | BC         | V6B 1A1 | America/Vancouver                                     | CA-BC
          CA |            | V1G 1A1 | America/Dawson_Creek America/Edmonton America/Vancouver | CA-BC
          CA | Québec     | G4T 1A1 | America/Halifax                                       | CA-QC
          CA |            | k1a0a1  | America/Toronto                                       | CA-ON
          CA |            | P9N 1A1 | America/Atikokan America/Toronto America/Winnipeg     | CA-ON
          CA |            | A0P 1C0 | America/Goose_Bay                                     | CA-NL
          CA |            | S9V 0A1 | America/Edmonton                                      | CA-SK
          AU |            | 2000    | Australia/Sydney                                      | AU-NSW
          AU |            | 2601    | Australia/Sydney                                      | AU-ACT
          AU |            | 2880    | Australia/Broken_Hill Australia/Sydney                | AU-NSW
          AU | Queensland |         | Australia/Brisbane                                    | AU-QLD
          AU |            | 0800    | Australia/Darwin                                      | AU-NT
          DE |            | 10115   | Europe/Berlin                                         | DE
          FR | Bretagne   | 29200   | Europe/Paris                                          | FR
          """)
  void anAddressTellsAllZonesInWhichItMayLie(
      String country, String region, String code, String zones, String law) {
    PlaceFinding finding = find(ELSEWHERE, new PostalAddress(country, region, code));

    assertFinding(finding, ZoneSource.POSTAL_ADDRESS, zones, law);
  }

  @Test
  void theLawIsThatOfTheNumberAndOfTheAddress() {
    assertFinding(
        find(MIAMI, new PostalAddress("US", "TX", "79901")),
        ZoneSource.POSTAL_ADDRESS,
        "America/Denver America/New_York",
        "US-FL US-TX");
  }

  @Test
  void anAddressWithoutACountryIsInThatOfTheNumber() {
    assertFinding(
        find(MIAMI, new PostalAddress(null, "Georgia", null)),
        ZoneSource.POSTAL_ADDRESS,
        "America/New_York",
        "US-FL US-GA");
  }

  @Test
  void anAddressThatTellsNothingButACountryOfManyZonesLeavesThePlaceToTheNumber() {
    assertFinding(
        find(MIAMI, new PostalAddress("US", null, null)),
        ZoneSource.PHONE_NUMBER,
        "America/New_York",
        "US US-FL");
  }

  @Test
  void aNumberOfAnotherCountryThanTheAddressBringsItsLawAndItsClock() {
    PlaceFinding finding = find(MIAMI, new PostalAddress("BR", null, null));

    assertThat(finding.source()).isEqualTo(ZoneSource.COUNTRY);
    assertThat(finding.zones()).hasSizeGreaterThan(2).contains(ZoneId.of("America/New_York"));
    assertThat(words(finding.jurisdictions())).isEqualTo("BR US-FL");
  }

  @Test
  void thePlaceThatTheProspectNamedIsTrustedMoreThanTheAddress() {
    Clues clues =
        new Clues(
            MIAMI,
            Optional.empty(),
            Optional.of(new PostalAddress("US", "CA", null)),
            Optional.of(new PostalAddress("US", "TX", "75201")));

    assertFinding(
        Places.find(clues, DEFAULT),
        ZoneSource.STATED_PLACE,
        "America/Chicago America/Los_Angeles America/New_York",
        "US-CA US-FL US-TX");
  }

  @Test
  void anAddressInAnotherCountryThanTheProspectNamedBringsItsLawAndItsClock() {
    Clues clues =
        new Clues(
            MIAMI,
            Optional.empty(),
            Optional.of(new PostalAddress("ES", null, null)),
            Optional.of(new PostalAddress("US", "TX", "75201")));

    assertFinding(
        Places.find(clues, DEFAULT),
        ZoneSource.COUNTRY,
        "America/Chicago America/New_York Atlantic/Canary Europe/Madrid",
        "ES US-FL US-TX");
  }

  @Test
  void anExplicitZoneDecidesAboutTheClockButNotAboutTheLaw() {
    Clues clues =
        new Clues(
            MIAMI,
            Optional.of(ZoneId.of("Europe/Madrid")),
            Optional.empty(),
            Optional.of(new PostalAddress("US", "TX", "75201")));

    assertFinding(Places.find(clues, DEFAULT), ZoneSource.EXPLICIT, "Europe/Madrid", "US-FL US-TX");
  }

  @ParameterizedTest
  @CsvSource({"US, ZZ, 00000", "XX, Nowhere, 1", "US, '  ', ' '", "US, ., ''"})
  void whatCannotBeUnderstoodIsPassedOver(String country, String region, String code) {
    assertThat(find(MIAMI, new PostalAddress(country, region, code)).jurisdictions())
        .contains(new Jurisdiction("US-FL"));
  }

  @ParameterizedTest(name = "{0} {1} is in {2}")
  @CsvSource({
    "US, 6108, US-CT",
    "US, 6108.0, US-CT",
    "US, '6,108', US-CT",
    "US, 6108-1234, US-CT",
    "US, 61081234, US-CT",
    "US, 061081234, US-CT",
    "US, ' 06108 - 1234', US-CT",
    "US, US-06108, US-CT",
    "US, 2903, US-RI",
    "US, 7030, US-NJ",
    "US, 501, US-NY",
    "US, 901, US-PR",
    "US, 33101.00, US-FL",
    "US, 33101-, US-FL",
    "US, 06108–1234, US-CT",
    "US, 06108−1234, US-CT",
    "US, =\"06108\", US-CT",
    "US, '''06108', US-CT",
    "US, #06108, US-CT",
    "US, ０６１０８, US-CT",
    "US, 06108\u00a0, US-CT",
    "US, CT 06108, US-CT",
    "US, CT06108, US-CT",
    "US, 'Hartford, CT 06108-1234', US-CT",
    "US, 06108 USA, US-CT",
    "US, 06108_1234, US-CT",
    "US, O6108, US-CT",
    "US, FL 06108, US-CT US-FL",
    "US, 2138, US-MA",
    "US, 3301, US-NH",
    "US, 4101, US-ME",
    "US, 5401, US-VT",
    "US, 7102, US-NJ",
    "US, 8608, US-NJ",
    "CA, BC V6B 1A1, CA-BC",
    "CA, V6B 1A1 Canada, CA-BC",
    "CA, K1A OB1, CA-ON",
    "CA, KIA 0B1, CA-ON",
    "CA, V6B–1A1, CA-BC",
    "AU, NSW 2000, AU-NSW",
    "AU, '''0800', AU-NT",
    "AU, 800, AU-NT",
    "AU, 2000.0, AU-NSW",
    "AU, 200, AU-ACT",
    "AU, 2899, AU NF",
    "AU, 6798, AU CX",
    "FR, 97400, FR RE",
    "FR, 97133, BL FR",
    "FR, 97110, FR GP",
    "FR, 98800, NC",
    "FR, 1000, FR",
    "FR, F-75008, FR",
    "FR, 75008 Paris, FR",
    "GB, SW1A 1AA, GB",
    "GB, m1 1ae, GB",
    "GB, G12, GB",
    "GB, JE2 3AB, JE",
    "GB, 'St Helier, JE23AB', JE",
    "GB, GY1 1AA, GG",
    "GB, IM1-1AA, IM",
    "BR, 69900-000, BR-AC",
    "BR, 69900, BR-AC",
    "BR, 1310-100, BR-SP",
    "BR, 1310100, BR-SP",
    "BR, 78.005-000, BR-MT",
    "MX, 22000, MX-BCN",
    "MX, 1000, MX-CMX",
    "MX, C.P. 77500, MX-ROO",
    "CA, k1a, CA-ON",
    "CA, V6B-1A1, CA-BC"
  })
  void whatASpreadsheetDoesToAPostalCodeIsUndone(String country, String code, String law) {
    assertThat(words(find(ELSEWHERE, new PostalAddress(country, null, code)).jurisdictions()))
        .isEqualTo(law);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "US, 61",
    "US, 610812",
    "US, 0610",
    "US, 6108A",
    "US, 112",
    "US, 06108-12",
    "US, 00000",
    "US, K1A 0B1",
    "CA, K1",
    "GB, 12345",
    "GB, SW",
    "GB, QQ1 1AA",
    "CA, 90210",
    "FR, 750",
    "FR, 96000",
    "BR, 699",
    "MX, 220000",
    "AU, 20",
    "AU, 20000",
    "AU, 399"
  })
  void aPostalCodeOfAnotherLengthTellsNothingAndNeverAnotherState(String country, String code) {
    PostalAddress address = new PostalAddress(country, null, code);

    assertThat(words(find(ELSEWHERE, address).jurisdictions())).isEqualTo(country);
    assertThat(Places.warnings(address, ""))
        .extracting(PlaceWarning::code)
        .containsExactly(PlaceWarning.Code.POSTAL_CODE_NOT_UNDERSTOOD);
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "US, Conn., US-CT",
    "US, CONN, US-CT",
    "US, Fla., US-FL",
    "US, Mass., US-MA",
    "US, Texas (TX), US-TX",
    "US, TX - Texas, US-TX",
    "US, 'Miami, FL', US-FL",
    "US, 'Kansas City, MO', US-MO",
    "US, N.Y., US-NY",
    "US, N. Carolina, US-NC",
    "US, W.Va., US-WV",
    "US, 'Washington, D.C.', US-DC",
    "US, State of Utah, US-UT",
    "US, Commonwealth of Massachusetts, US-MA",
    "US, Penna., US-PA",
    "US, Calif, US-CA",
    "US, USA-TX, US-TX",
    "US, 'Texas, USA', US-TX",
    "US, R.I., US-RI",
    "US, Ore., US-OR",
    "US, Ohio/Kentucky, US-KY US-OH",
    "CA, B.C., CA-BC",
    "CA, Ont., CA-ON",
    "CA, P.E.I., CA-PE",
    "CA, Alta., CA-AB",
    "CA, Nouvelle-Écosse, CA-NS",
    "CA, PQ, CA-QC",
    "CA, Newfoundland & Labrador, CA-NL",
    "AU, N.S.W., AU-NSW",
    "AU, Vic., AU-VIC",
    "AU, Q'ld, AU-QLD",
    "AU, W.A., AU-WA",
    "AU, Tas, AU-TAS",
    "US, Hartford CT, US-CT",
    "US, USA CT, US-CT",
    "US, CT 06108, US-CT",
    "US, Upstate New York, US-NY",
    "US, Northern California, US-CA",
    "US, TX OK, US-OK US-TX",
    "US, TX & OK, US-OK US-TX",
    "US, Oregon or Washington, US-OR US-WA",
    "US, ＴＸ, US-TX",
    "US, W. Virginia, US-WV",
    "CA, ON CA, CA-ON",
    "CA, Yukon Terr., CA-YT",
    "AU, Sydney NSW, AU-NSW",
    "AU, Northern Terr., AU-NT",
    "BR, SP, BR-SP",
    "BR, São Paulo, BR-SP",
    "BR, Amazonas, BR-AM",
    "BR, Manaus - AM, BR-AM",
    "MX, CDMX, MX-CMX",
    "MX, Baja California, MX-BCN",
    "MX, Q. Roo, MX-ROO"
  })
  void aRegionIsReadAsPeopleWriteIt(String country, String region, String law) {
    PostalAddress address = new PostalAddress(country, region, null);

    assertThat(words(find(ELSEWHERE, address).jurisdictions())).isEqualTo(law);
    assertThat(Places.warnings(address, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "US, Narnia, 56",
    "CA, Narnia, 13",
    "AU, Tasmaniac, 8",
    "US, Bavaria, 56",
    "US, somewhere in, 56",
    "BR, Narnia, 27",
    "MX, Narnia, 32"
  })
  void inARegionThatIsNotUnderstoodTheLawOfAllThatItMayBeIsKept(
      String country, String region, int places) {
    PostalAddress address = new PostalAddress(country, region, null);
    PlaceFinding finding = find(ELSEWHERE, address);

    assertThat(finding.jurisdictions()).hasSize(places);
    assertThat(finding.zones()).hasSizeGreaterThan(2);
    assertThat(Places.warnings(address, ""))
        .extracting(PlaceWarning::code)
        .containsExactly(PlaceWarning.Code.REGION_NOT_UNDERSTOOD);
  }

  @Test
  void whereTheRegionIsNotUnderstoodThePostalCodeDecidesAndSaysSo() {
    PostalAddress address = new PostalAddress("US", "Narnia", "6108");

    assertThat(words(find(ELSEWHERE, address).jurisdictions())).isEqualTo("US-CT");
    assertThat(Places.warnings(address, ""))
        .extracting(PlaceWarning::code)
        .containsExactlyInAnyOrder(
            PlaceWarning.Code.REGION_NOT_UNDERSTOOD, PlaceWarning.Code.POSTAL_CODE_MENDED);
  }

  @Test
  void whereRegionAndPostalCodeDisagreeBothLawsAreKeptAndItIsSaid() {
    PostalAddress address = new PostalAddress("US", "FL", "90210");

    assertThat(words(find(ELSEWHERE, address).jurisdictions())).isEqualTo("US-CA US-FL");
    assertThat(Places.warnings(address, ""))
        .extracting(PlaceWarning::code)
        .containsExactly(PlaceWarning.Code.REGION_AND_POSTAL_CODE_DISAGREE);
  }

  @Test
  void aRegionOfAnotherCountryWithoutACountryBringsItsLaw() {
    assertThat(
            words(
                find(new PhoneNumber("+442079460958"), new PostalAddress(null, "Ontario", null))
                    .jurisdictions()))
        .isEqualTo("CA-ON GB");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "+18676672345, America/Whitehorse, CA-YT",
    "+18676332345, America/Whitehorse, CA-YT",
    "+18679202345, America/Edmonton, CA-NT",
    "+19075812345, America/Adak America/Anchorage, US-AK",
    "+19072742345, America/Juneau, US-AK",
    "+14362345678, America/New_York, US-OH"
  })
  void aNumberKeepsTheClockOfItsStateWhereTheMapStrays(
      PhoneNumber number, String zones, String law) {
    assertFinding(Places.find(Clues.of(number), DEFAULT), ZoneSource.PHONE_NUMBER, zones, law);
  }

  @ParameterizedTest(name = "{0} with an address in {1}: {2}")
  @CsvSource({
    "+13056218927, CA, America/Los_Angeles America/New_York",
    "+12123456789, CA, America/Los_Angeles America/New_York",
    "+13056218927, FL, America/Chicago America/New_York",
    "+15034567890, HI, America/Los_Angeles Pacific/Honolulu",
    "+442079460958, WA, America/Los_Angeles Europe/London",
    "+18002234567, CA, America/Los_Angeles"
  })
  void whereTheLawsOfNumberAndAddressBothApplyBothClocksDo(
      PhoneNumber number, String state, String zones) {
    assertThat(words(find(number, new PostalAddress("US", state, null)).zones())).isEqualTo(zones);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "FR, La Réunion, , Indian/Reunion",
    "FR, Guadeloupe, , America/Guadeloupe",
    "FR, , 97400, Indian/Reunion",
    "FR, Île-de-France, 75008, Europe/Paris",
    "FR, , 75008, Europe/Paris",
    "FR, La Réunion, 75008, Europe/Paris Indian/Reunion",
    "FR, Narnia, , Europe/Paris"
  })
  void aTerritoryHasItsOwnClockAndTheLawOfItsCountry(
      String country, @Nullable String region, @Nullable String code, String zones) {
    PlaceFinding found =
        find(new PhoneNumber("+33612345678"), new PostalAddress(country, region, code));

    assertThat(words(found.zones())).isEqualTo(zones);
    assertThat(words(found.jurisdictions())).contains("FR");
  }

  /** People write them as counties of the United Kingdom, and its law does not hold there. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "Jersey, , JE",
    "Isle of Man, , IM",
    "Guernsey, GY1 1AA, GG",
    "Channel Islands, JE2 3AB, JE",
    "Kent, ME1 1AA, GB"
  })
  void anIslandIsNoCounty(String region, @Nullable String code, String law) {
    PlaceFinding found = find(ELSEWHERE, new PostalAddress("GB", region, code));

    assertThat(words(found.jurisdictions())).isEqualTo(law);
  }

  @Test
  void anAddressHidesItselfInLogs() {
    assertThat(new PostalAddress("US", "Florida", "33101")).hasToString("PostalAddress[US…]");
  }

  private static PlaceFinding find(PhoneNumber number, PostalAddress postal) {
    return Places.find(
        new Clues(number, Optional.empty(), Optional.empty(), Optional.of(postal)), DEFAULT);
  }

  private static void assertFinding(
      PlaceFinding finding, ZoneSource source, String zones, String law) {
    assertThat(finding.source()).isEqualTo(source);
    assertThat(words(finding.zones())).isEqualTo(zones);
    assertThat(words(finding.jurisdictions())).isEqualTo(law == null ? "" : law);
  }

  private static String words(Collection<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
  }

  /**
   * Of nine million people in Pernambuco three thousand live on an island with a clock of its own.
   */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "50010-000, America/Recife",
    "53989-999, America/Recife",
    "53990-000, America/Noronha",
    "56328-000, America/Recife",
    "78915-100, America/Porto_Velho"
  })
  void whereAStateHasTwoClocksTheCodeTellsWhich(String code, String zone) {
    assertThat(find(ELSEWHERE, new PostalAddress("BR", null, code)).zones())
        .extracting(ZoneId::getId)
        .containsExactly(zone);
  }
}
