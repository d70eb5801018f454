package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An area code in a column of its own belongs to the number; without it the number is another. */
class AreaCodesInListsTest {

  private static CheckedRow.Usable only(String country, String header, String row) {
    RowCheck check = new RowCheck(country, LocalDate.of(2026, 11, 18), StatusWords.USUAL);
    List<FileRow> rows = Leads.csv(header + "\n" + row + "\n");
    assertThat(rows).hasSize(1);
    return (CheckedRow.Usable) check.check(rows.get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          US | Name,Area Code,Phone                | Ann,212,736-5026      | +12127365026
          US | Name,Area Code,Phone                | Ann,212.0,7365026     | +12127365026
          US | Name,Area Code,Phone                | Ann,(212),736-5026    | +12127365026
          US | Name,Area Code,Phone                | Ann,212,2127365026    | +12127365026
          US | Name,Area Code,Phone                | Ann,212,1-212-736-5026 | +12127365026
          US | Name,Country Code,Area Code,Phone   | Ann,44,20,79460958    | +442079460958
          DE | Name,Vorwahl,Rufnummer              | Ann,030,12345678      | +493012345678
          DE | Name,Vorwahl,Rufnummer              | Ann,30,12345678       | +493012345678
          DE | Name,Vorwahl,Rufnummer              | Ann,0211,301234567    | +49211301234567
          DE | Name,Vorwahl,Rufnummer              | Ann,030,030 12345678  | +493012345678
          DE | Name,Vorwahl,Rufnummer              | Ann,+43,0664 1234567  | +436641234567
          GB | Name,STD code,Telephone             | Ann,020,7946 0958     | +442079460958
          BR | Nome,DDD,Telefone                   | Ann,11,3123-4567      | +551131234567
          IT | Nome,Prefisso,Telefono              | Ann,02,1234567        | +39021234567
          NL | Naam,Netnummer,Telefoonnummer       | Ann,020,1234567       | +31201234567
          """)
  void itBelongsToTheNumber(String country, String header, String row, String e164) {
    CheckedRow.Usable read = only(country, header, row);

    assertThat(read.lead().numbers()).extracting(number -> number.e164()).containsExactly(e164);
    assertThat(read.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          US | Name,Area Code,Phone   | Ann,212,(646) 736-5026 | +16467365026
          US | Name,Area Code,Phone   | Ann,99,(646) 736-5026  | +16467365026
          GB | Name,Area Code,Phone   | Ann,999,7400 123456    | +447400123456
          """)
  void oneThatGoesWithNoNumberIsAWarning(String country, String header, String row, String e164) {
    CheckedRow.Usable read = only(country, header, row);

    assertThat(read.lead().numbers()).extracting(number -> number.e164()).containsExactly(e164);
    assertThat(read.warnings())
        .extracting(RowWarning::code)
        .containsExactly(RowProblem.INVALID_PHONE_NUMBER);
  }

  @ParameterizedTest
  @CsvSource({"0176 12345678", "+49 176 12345678"})
  void theSecondNumberHasNone(String mobile) {
    CheckedRow.Usable read =
        only("DE", "Name,Vorwahl,Festnetz,Mobil", "Ann,030,12345678," + mobile);

    assertThat(read.lead().numbers())
        .extracting(number -> number.e164())
        .containsExactly("+493012345678", "+4917612345678");
  }
}
