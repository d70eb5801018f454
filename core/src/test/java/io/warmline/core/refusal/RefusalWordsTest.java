package io.warmline.core.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words refuse calls, wherever they stand. */
class RefusalWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Deceased",
        "verstorben",
        "Died on 2026-01-02",
        "Moved, then passed away. Deceased",
        "décédée le 02.01.2026",
        "Please do not call",
        "PLS DON'T CALL ME AGAIN",
        "do not call!!!",
        "VIP; do not call this number again",
        "Asked not to be called",
        "do not call per husband",
        "DNC since 2024",
        "do not call (requested by client)",
        "Remove from your list",
        "Please remove her from the call list.",
        "Stop calling us",
        "Bitte keine Anrufe mehr"
      })
  void aNoteThatRefusesCallsIsHeeded(String text) {
    assertThat(RefusalWords.areIn(text)).as(text).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "STOP, true",
    "Stop., true",
    "'Called 3x, stop please', true",
    "DNC, true",
    "remove from list, true",
    "take me off your list, true",
    "opted out of calls, true",
    "no soliciting, true",
    "Bus stop at the corner, false",
    "Stop by on Friday, false",
    "non-stop, false",
    "Opted out of the newsletter, false"
  })
  void aNoteThatStopsIsARefusalToo(String text, boolean refuses) {
    assertThat(RefusalInNotes.isIn(text)).isEqualTo(refuses);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "His wife died in 2019",
        "Passed the message on",
        "The deceased's estate is handled by Ann",
        "Do not call before 9",
        "Please do not call on Fridays",
        "do not call after 5 pm",
        "Prefers e-mail",
        "Sent the text only yesterday",
        "Has only e-mail and no fax",
        "Call the client again",
        "Do not call the switchboard, use the direct line",
        "Never called back",
        "Please call me",
        "On the list of speakers",
        "Nur vormittags anrufen"
      })
  void aNoteThatSaysLessIsNot(String text) {
    assertThat(RefusalWords.areIn(text)).as(text).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email only",
        "E-mail only",
        "Contact by email only",
        "Only by e-mail, please",
        "VIP; text only",
        "Bitte nur per E-Mail",
        "Uniquement par e-mail",
        "Solo por correo",
        "Alleen per e-mail"
      })
  void theOnlyOtherWayIsHeeded(String text) {
    assertThat(OtherWays.areIn(text)).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Sent the text only yesterday", "Has only e-mail", "Nurse", "Solo artist"})
  void anotherWayIsNotTheOnlyOne(String text) {
    assertThat(OtherWays.areIn(text)).as(text).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Plan", "Package", "Ad format", "Licence"})
  void theNameOfAPlanSaysNothingOfCalls(String column) {
    assertThat(OtherWays.mayBeIn(column)).isFalse();
  }

  @Test
  void aLongTextIsReadInNoTime() {
    String text = "do not call by as because since list said by ".repeat(20_000);

    assertThat(RefusalWords.areIn("x " + text)).isFalse();
    assertThat(RefusalWords.areIn(text)).isTrue();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Remarks, STOP, true",
    "Contact preference, E-mail only, true",
    "Plan, E-mail only, false",
    "Plan, Do not call, true",
    "Newsletter, Do not contact, false",
    "Remarks, rang at the bus stop, false"
  })
  void whatAFieldIsAboutDecidesWhatItsTextRefuses(String name, String text, boolean refuses) {
    assertThat(RefusalInNotes.isInField(name, text)).isEqualTo(refuses);
  }

  @ParameterizedTest
  @CsvSource({
    "Smith John (decd), Smith John",
    "'Smith, John (Dec''d)', 'Smith, John'",
    "Ann Lee †, Ann Lee",
    "Ann Lee (RIP), Ann Lee",
    "Bob Ray [deceased], Bob Ray",
    "Bob Ray deceased, Bob Ray",
    "Jean Petit (décédé), Jean Petit",
    "Bob Ray (died 2024), Bob Ray"
  })
  void whoDiedIsSaidBesideTheName(String name, String without) {
    assertThat(RefusalWords.areBeside(name)).isTrue();
    assertThat(RefusalWords.without(name)).isEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rip Torn",
        "Bob Ray (Jr.)",
        "Late Night Pizza",
        "Dec Murphy",
        "Ann (Annie) Lee",
        "Bob Dead Wood"
      })
  void otherNamesAreNames(String name) {
    assertThat(RefusalWords.areBeside(name)).isFalse();
  }
}
