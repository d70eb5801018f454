package io.warmline.core.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A mobile and an office of each of thirty countries, in the spellings that lists have them in. The
 * numbers are those that the regulators keep for examples where there are any.
 */
class NumbersOfThirtyCountriesTest {

  /** Country, calling code, national spelling, and what follows the code in E.164. */
  private static final String NUMBERS =
      """
      US | 1   | (212) 736-5001     | 2127365001
      CA | 1   | 416-967-1111       | 4169671111
      MX | 52  | 55 5123 4567       | 5551234567
      BR | 55  | (11) 96123-4567    | 11961234567
      AR | 54  | 011 4123-4567      | 1141234567
      CL | 56  | 9 6123 4567        | 961234567
      CO | 57  | 321 1234567        | 3211234567
      GB | 44  | 07400 123456       | 7400123456
      GB | 44  | 020 7946 0958      | 2079460958
      IE | 353 | 085 012 3456       | 850123456
      FR | 33  | 06 12 34 56 78     | 612345678
      FR | 33  | 01 42 68 53 00     | 142685300
      DE | 49  | 0176 12345678      | 17612345678
      DE | 49  | 030 12345678       | 3012345678
      DE | 49  | 089/12345678       | 8912345678
      AT | 43  | 0664 1234567       | 6641234567
      CH | 41  | 078 123 45 67      | 781234567
      IT | 39  | 333 123 4567       | 3331234567
      IT | 39  | 02 1234 5678       | 0212345678
      ES | 34  | 612 34 56 78       | 612345678
      PT | 351 | 912 345 678        | 912345678
      NL | 31  | 06 12345678        | 612345678
      BE | 32  | 0470 12 34 56      | 470123456
      LU | 352 | 628 123 456        | 628123456
      DK | 45  | 34 41 23 45        | 34412345
      SE | 46  | 070-123 45 67      | 701234567
      NO | 47  | 406 12 345         | 40612345
      FI | 358 | 041 2345678        | 412345678
      PL | 48  | 512 345 678        | 512345678
      CZ | 420 | 601 123 456        | 601123456
      GR | 30  | 691 234 5678       | 6912345678
      TR | 90  | 0501 234 56 78     | 5012345678
      IN | 91  | 081234 56789       | 8123456789
      JP | 81  | 090-1234-5678      | 9012345678
      AU | 61  | 0412 345 678       | 412345678
      NZ | 64  | 021 123 4567       | 211234567
      ZA | 27  | 071 123 4567       | 711234567
      IL | 972 | 050-234-5678       | 502345678
      """;

  record Row(String country, String code, String national, String significant) {
    String e164() {
      return "+" + code + significant;
    }

    /** As a spreadsheet leaves it that takes it for an amount. */
    String withoutZero() {
      return national.replaceAll("\\D", "").replaceFirst(country.equals("IT") ? "^$" : "^0", "");
    }
  }

  static Stream<Row> numbers() {
    return NUMBERS
        .lines()
        .map(line -> line.split("\\|", -1))
        .map(c -> new Row(c[0].strip(), c[1].strip(), c[2].strip(), c[3].strip()));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void everySpellingIsTheSameNumber(Row row) {
    List<String> spellings =
        List.of(
            row.national(),
            row.withoutZero(),
            row.withoutZero() + ".0",
            row.e164(),
            row.e164().substring(1),
            row.e164().substring(1) + ".0",
            "00" + row.e164().substring(1),
            "+" + row.code() + " (0) " + row.significant(),
            row.national() + " (mobile)",
            row.national() + " Home",
            "Tel.: " + row.national(),
            row.e164() + " (work)");

    assertThat(spellings)
        .filteredOn(text -> !(row.country().equals("IT") && text.contains("(0)")))
        .filteredOn(text -> !(row.code().equals("1") && text.contains("(0)")))
        .allSatisfy(
            text ->
                assertThat(PhoneNumbers.read(text, row.country()).numbers())
                    .as(text)
                    .containsExactly(new WrittenNumber(new PhoneNumber(row.e164()))))
        .allSatisfy(
            text ->
                assertThat(PhoneNumbers.parse(text, row.country()).e164())
                    .as(text)
                    .isEqualTo(row.e164()));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void aCallingCodeInAColumnOfItsOwnTellsTheCountry(Row row) {
    List<String> codes =
        List.of(
            row.code(), "+" + row.code(), "00" + row.code(), row.code() + ".0", " " + row.code());
    List<String> texts = List.of(row.national(), row.significant(), row.e164());

    assertThat(codes)
        .allSatisfy(
            code ->
                assertThat(texts)
                    .allSatisfy(
                        text ->
                            assertThat(PhoneNumbers.read(text, code, "US").numbers())
                                .as(text)
                                .containsExactly(new WrittenNumber(new PhoneNumber(row.e164())))));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void anExtensionStaysWithItsNumber(Row row) {
    List<String> spellings =
        List.of(
            " x123",
            "x123",
            " ext. 123",
            " Ext 123",
            " extn 123",
            " extension 123",
            " #123",
            " Durchwahl -123",
            " DW 123",
            " App. 123",
            " poste 123",
            ";ext=123",
            " (ext 123)",
            " int. 123",
            " anexo 123",
            " ramal 123",
            " toestel 123",
            " доб. 123",
            ", ext: 123");

    assertThat(spellings)
        .allSatisfy(
            extension ->
                assertThat(PhoneNumbers.read(row.national() + extension, row.country()).numbers())
                    .as(extension)
                    .extracting(n -> n.number().e164() + "x" + n.extension().orElse(""))
                    .containsExactly(row.e164() + "x123"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void ofTwoNumbersInACellBothAreRead(Row row) {
    Row second = numbers().filter(r -> r.country().equals("SE")).findFirst().orElseThrow();
    List<String> between =
        List.of(" / ", "; ", ";", " | ", ", ", " or ", " & ", "\n", " ", " und ");

    assertThat(between)
        .allSatisfy(
            separator ->
                assertThat(
                        PhoneNumbers.read(row.national() + separator + second.e164(), row.country())
                            .numbers())
                    .as(separator)
                    .extracting(number -> number.number().e164())
                    .containsExactlyElementsOf(
                        Stream.of(row.e164(), second.e164()).distinct().toList()));
  }
}
