package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the name of a column says of calls, however it is put. */
class CallHeadersTest {

  private static Optional<RowFact> fact(String header) {
    return HeaderRecognition.recognise(List.of("Name", "Phone", header), ColumnMapping.automatic())
                .get(2)
                .target()
            instanceof ColumnTarget.Fact fact
        ? Optional.of(fact.fact())
        : Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anrufen nicht erwünscht",
        "Anrufe nicht erlaubt",
        "Telefonische Ansprache gesperrt",
        "Kontakt nicht gewünscht",
        "Calls refused",
        "Refuses phone calls",
        "Objects to calls",
        "Calls declined on",
        "No cold calls please",
        "no_phone_contact",
        "Not allowed to call",
        "phone_blocked",
        "Call restriction",
        "excludeFromCalls",
        "Suppress from dialing",
        "Calls: opted out",
        "Appels refusés",
        "Ne veut pas d'appels",
        "Sin llamadas",
        "Chiamate rifiutate",
        "Geen telefonisch contact",
        "Contact refused",
        "Do not call or email",
        "On TPS",
        "TPS status",
        "CTPS match",
        "On the DNC list",
        "UK TPS listed",
        "Lista Robinson",
        "Bloctel",
        "수신거부",
        "拒绝来电",
        "架電NG",
        "Inscrit Bloctel",
        "Auf Robinsonliste eingetragen",
        "Widerspruch",
        "Werbewiderspruch",
        "Werbesperre",
        "Keine Werbung",
        "GDPR Art. 21",
        "Right to object exercised",
        "No marketing",
        "Opted out of marketing",
        "Opt Out All Communications",
        "Opt-out reason",
        "Opted out (Y/N)",
        "Suppress",
        "TCPA Litigator",
        "Opposition commerciale",
        "custom.DNC",
        "custom.Do Not Call",
        "custom.Werbesperre"
      })
  void aRefusalIsOne(String header) {
    assertThat(fact(header)).as(header).contains(RowFact.DO_NOT_CALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can we call?",
        "Can we contact you?",
        "Phone permission",
        "Calls allowed (Y/N)",
        "wantsCalls",
        "Happy to be called",
        "Agrees to phone calls",
        "phone_ok",
        "Anruf erlaubt",
        "Anrufe erwünscht",
        "Telefonisch kontaktieren erlaubt",
        "Appels autorisés",
        "Permite llamadas",
        "Mag gebeld worden"
      })
  void aPermissionIsOne(String header) {
    assertThat(fact(header)).as(header).contains(RowFact.MAY_CALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Last call",
        "No. of calls",
        "Number of calls",
        "Call attempts",
        "Call notes",
        "Not yet called",
        "Phone not verified",
        "Phone verified",
        "Contact name",
        "Contact owner",
        "Contact type",
        "Callback wanted",
        "Email contact not allowed",
        "Do not contact by email",
        "No email contact",
        "No fax",
        "Best time to call",
        "Call campaign",
        "Microphone model",
        "Technical contact",
        "TPS checked",
        "TPS check date",
        "DNC scrub date",
        "Call allowed from",
        "Can call at",
        "Permitted call window",
        "SMS opt-out reason",
        "Email suppression",
        "Widerspruch Newsletter",
        "custom.Blocked",
        "custom.Status",
        "Blocked"
      })
  void whatIsAboutSomethingElseIsNot(String header) {
    assertThat(fact(header)).as(header).isEmpty();
  }

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
    "yes please, true",
    "'Yes, please!', true",
    "ja bitte, true",
    "Ja gerne, true",
    "sí por favor, true",
    "'oui, svp', true",
    "no thanks, ",
    "nein danke, ",
    "please, ",
    "yes but not before 9, ",
    "no, false"
  })
  void aPoliteYesIsOneAndAPoliteNoIsAsked(String text, Boolean yes) {
    assertThat(YesOrNo.of(text)).isEqualTo(Optional.ofNullable(yes));
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
  @CsvSource({
    "Marketing calls, Declined",
    "Phone consent 2, Revoked",
    "Calls, refused",
    "Telefonischer Kontakt, abgelehnt",
    "Llamadas comerciales, rechazado",
    "Cold calls, No",
    "Sales calls, no",
    "Werbeanrufe, nein"
  })
  void aRefusalInAColumnAboutCallsIsHeeded(String header, String value) {
    assertThat(CallHeaders.refuses(header, value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Marketing calls, Yes",
    "Called, No",
    "Called before, No",
    "Calls made, 0",
    "Phone verified, No",
    "Call back, No",
    "Email marketing, Declined",
    "Proposal, Declined",
    "Call outcome, Declined",
    "Sales region, No"
  })
  void aRefusalOfSomethingElseIsNot(String header, String value) {
    assertThat(CallHeaders.refuses(header, value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Do Not Call", "OK to call", "TPS", "Nicht anrufen", "Mobile DNC"})
  void theKnownNamesAreKnownWithoutAGuess(String header) {
    assertThat(FactHeaders.of(HeaderNames.folded(header), Map.of())).isPresent();
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
}
