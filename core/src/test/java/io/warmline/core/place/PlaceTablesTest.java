package io.warmline.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.time.ProspectZones;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables themselves: that they can be read, are whole, and name zones that exist. */
class PlaceTablesTest {

  /** Of 2025b, which the oldest runtime that builds this does not know. */
  private static final Set<String> TOO_NEW = Set.of("America/Coyhaique");

  static Stream<String> zones() {
    return Stream.of(
            column("countries", 2, 1),
            column("subdivisions", 3, 1),
            column("postal-codes", 4, 3),
            column("area-codes", 3, 2))
        .flatMap(s -> s)
        .flatMap(names -> Arrays.stream(names.split(",", -1)))
        .filter(name -> !TOO_NEW.contains(name))
        .distinct();
  }

  private static Stream<String> column(String table, int fields, int column) {
    return PlaceTables.lines(table, fields).stream()
        .filter(line -> line.size() > column)
        .map(line -> line.get(column));
  }

  @ParameterizedTest
  @MethodSource("zones")
  void everyZoneOfTheTablesIsOneThatLeadsMayHave(String name) {
    assertThat(ProspectZones.parse(name)).isEqualTo(ZoneId.of(name));
  }

  static Stream<List<String>> postalCodes() {
    return PlaceTables.lines("postal-codes", 4).stream();
  }

  @ParameterizedTest
  @MethodSource("postalCodes")
  void everyPostalAreaLiesInASubdivisionOrTerritoryAndItsZones(List<String> line) {
    Area area = PostalCodes.beginning(line.get(0), line.get(1).split("-", 2)[0]).orElseThrow();
    Area whole =
        line.get(2).contains("-")
            ? Subdivisions.get(line.get(2))
            : Countries.find(line.get(2)).orElseThrow();

    assertThat(area.jurisdictions()).isEqualTo(whole.jurisdictions());
    assertThat(whole.zones()).containsAll(area.zones());
  }

  @ParameterizedTest
  @CsvSource({"US, 54", "CA, 13", "AU, 8"})
  void everyStateAndProvinceIsThere(String country, int number) {
    assertThat(
            PlaceTables.lines("subdivisions", 3).stream()
                .filter(line -> line.get(0).startsWith(country + "-"))
                .filter(line -> !line.get(0).equals("US-DC") && !line.get(0).equals("US-MP")))
        .hasSize(number);
  }

  static Stream<String> areaCodes() {
    return IntStream.of(
            201, 203, 205, 207, 208, 212, 225, 239, 248, 270, 301, 305, 307, 316, 334, 339, 364,
            385, 401, 402, 405, 406, 414, 417, 423, 443, 448, 458, 475, 479, 480, 502, 505, 515,
            531, 539, 541, 559, 572, 601, 603, 605, 609, 614, 615, 617, 651, 656, 659, 689, 701,
            702, 703, 704, 706, 712, 728, 738, 786, 801, 802, 803, 808, 812, 850, 901, 906, 907,
            913, 930, 959, 986)
        .mapToObj(code -> "+1" + code + "2344321");
  }

  @ParameterizedTest
  @MethodSource("areaCodes")
  void anAmericanAreaCodeTellsTheStateAndNoZoneOutsideIt(String e164) {
    NumberAreas.NumberArea number = NumberAreas.of(new PhoneNumber(e164));

    assertThat(number.country()).isEqualTo("US");
    assertThat(number.within().jurisdictions()).hasSize(1);
    assertThat(number.within().zones()).hasSizeBetween(1, 2);
  }
}
