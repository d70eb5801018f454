package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How people are addressed whose names stand in lists as names do in lists. */
class ProspectNameTest {

  @ParameterizedTest(name = "{0} {1} {2} is {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "MR     | JIM                  | PETERS        | Mr. Peters",
        "mrs.   | ann                  | o'brien       | Mrs. O'Brien",
        "Ms     | ANA                  | MCDONALD      | Ms. McDonald",
        "Dr.    | Jim                  | Peters Jr.    | Dr. Peters",
        "Dr.    | Jim                  | Peters, M.D.  | Dr. Peters",
        "Mr.    | Jim                  | SMITH-JONES   | Mr. Smith-Jones",
        "Mr.    | Jim                  | van der Berg  | Mr. van der Berg",
        "Mr.    | JIM                  | VAN DER BERG  | Mr. Van der Berg",
        "Mr & Mrs | ''                 | Peters        | Mr and Mrs Peters",
        "Señora | ''                   | paz           | Señora Paz",
        "''     | JIM                  | ''            | Jim",
        "''     | jim                  | peters        | Jim",
        "''     | JP                   | Peters        | JP",
        "''     | MARY-ANN             | ''            | Mary-Ann",
        "''     | Jim (owner)          | ''            | Jim",
        "''     | Jim - cell           | ''            | Jim",
        "''     | Jim & Anna           | Peters        | Jim and Anna",
        "''     | JIM/ANNA             | Peters        | Jim and Anna",
        "''     | Jim and Anna         | Peters        | Jim and Anna",
        "''     | Robert \"Bob\"       | Peters        | Robert",
        "''     | 小明                 | 王            | 小明",
        "''     | Иван                 | ''            | Иван",
        "''     | ИВАН                 | ''            | Иван",
        "''     | محمد                 | ''            | محمد",
        "''     | Na                   | Li            | Na",
        "Purchasing Manager | Jim      | Peters        | Jim",
        "Owner  | Jim                  | Peters        | Jim",
        "CEO    | Jim                  | Peters        | Jim",
        "Mr.    | Jim                  | P.            | Jim",
        "Mr.    | Jim                  | N/A           | Jim",
        "Dr     | Anil                 | Dr. Patel     | Dr. Patel",
        "MR     | JIM                  | MR PETERS     | Mr. Peters",
        "''     | Mr Peters            | ''            | Mr. Peters",
        "''     | Mr. Jim Peters       | ''            | Mr. Peters",
        "''     | Ms. Ana Ruiz         | Ruiz          | Ms. Ruiz",
        "Sir    | Tom                  | Stone         | Sir Tom",
        "PhD    | Ann                  | Stone         | Ann",
        "Jr.    | Jim                  | Peters        | Jim",
        "''     | JIM PETERS           | PETERS        | Jim",
        "''     | D'ANGELO             | ''            | D'Angelo",
        "Smt.   | Lata                 | RAO           | Smt. Rao"
      })
  void aNameIsSaidAsAPersonWouldSayIt(String title, String given, String surname, String spoken) {
    assertThat(new ProspectName(title, given, surname).spoken()).contains(spoken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "J.",
        "J. R.",
        "-",
        ".",
        "?",
        "n/a",
        "NULL",
        "Unknown",
        "Front desk",
        "RECEPTION",
        "Accounts payable",
        "Owner",
        "Sir or Madam",
        "555-0142",
        "Jim 2",
        "jim@acme.com",
        "@jim",
        "Peters, Jim",
        "{{prospect}}",
        "<b>Jim</b>",
        "the nice lady who always picks up the phone in the morning",
        "Mr.",
        "MRS",
        "Dr",
        "DO NOT CALL",
        "Jim (deceased)",
        "Estate of Jim Peters",
        "Current Resident",
        "The Smith Family",
        "Accounts Dept",
        "HR",
        "Test Test",
        "Bartholomew-Maximilian-Alexander-Christopher"
      })
  void whatIsNoNameIsNotSaid(String given) {
    assertThat(new ProspectName("", given, "Peters").spoken()).isEmpty();
    assertThat(new ProspectName("", "", given).inFull()).isEmpty();
  }

  @Test
  void somebodyElseHearsTheWholeName() {
    assertThat(new ProspectName("", "ADA", "STONE").inFull()).contains("Ada Stone");
    assertThat(new ProspectName("Mr.", "J.", "Stone").inFull()).contains("Mr. Stone");
    assertThat(new ProspectName("", "Ada", "n/a").inFull()).contains("Ada");
    assertThat(new ProspectName("", "Ada Stone", "Stone").inFull()).contains("Ada Stone");
    assertThat(new ProspectName("", "Ms. Ada Stone", "Stone").inFull()).contains("Ms. Stone");
    assertThat(new ProspectName("Ms.", "Ada", "Stone (deceased)").inFull()).isEmpty();
  }
}
