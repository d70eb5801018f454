package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
}
