package io.warmline.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.phrase.Interpretation.Resolved;
import io.warmline.core.phrase.Interpretation.Unresolved;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language words are read, and what becomes of those in another. */
class LanguageTest {

  private static final PhraseContext HERE =
      PhraseContext.of(Instant.parse("2026-11-11T16:20:00Z"), ZoneId.of("America/New_York"));
  private static final PhraseContext SPANISH = HERE.withLanguage(Language.SPANISH);

  @ParameterizedTest
  @CsvSource({"en, ENGLISH", "eng, ENGLISH", "ES, SPANISH", "spa, SPANISH", "es-MX, SPANISH"})
  void aLanguageIsKnownByItsCode(String code, Language language) {
    assertThat(Language.of(code)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "de", "est", "e", ""})
  void anyOtherIsNotRead(String code) {
    assertThat(Language.of(code)).isEmpty();
  }

  @Test
  void wordsInALanguageThatIsNotReadAreNeverReadAsEnglish() {
    PhraseReading reading = CallbackPhrases.read("Monday at 3", HERE.withLanguage("fr"));

    assertThat(reading.interpretation())
        .isEqualTo(new Unresolved(UnresolvedReason.LANGUAGE_NOT_READ));
    assertThat(reading.notUnderstood()).containsExactly(new Span(0, 11));
  }

  @Test
  void whatMakesSenseOnlyInTheOtherLanguageIsReadThereAndAskedAbout() {
    Resolved spanish = resolved("el viernes a las cuatro", HERE);
    Resolved english = resolved("call me on Friday at four", SPANISH);

    for (Resolved one : java.util.List.of(spanish, english)) {
      assertThat(one.firstDate()).isEqualTo(LocalDate.of(2026, 11, 13));
      assertThat(one.from()).hasHour(16);
      assertThat(one.needsConfirmation()).isTrue();
      assertThat(one.confidence()).isNotEqualTo(Confidence.HIGH);
      assertThat(one.warnings())
          .extracting(Warning::code)
          .containsExactly(WarningCode.OTHER_LANGUAGE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mañana, 2026-11-12, 09:00",
    "por la mañana, 2026-11-12, 09:00",
    "mañana por la mañana, 2026-11-12, 09:00",
    "manana por la manana, 2026-11-12, 09:00"
  })
  void tomorrowAndTheMorningAreToldApart(String said, LocalDate day, java.time.LocalTime from) {
    Resolved resolved = resolved(said, SPANISH);

    assertThat(resolved.firstDate()).isEqualTo(day);
    assertThat(resolved.from()).isEqualTo(from);
  }

  @Test
  void theWordsThatWereNotUnderstoodAreThoseThatWereSaid() {
    String said = "Llámame el jueves después del guateque";

    PhraseReading reading = CallbackPhrases.read(said, SPANISH);

    assertThat(reading.notUnderstood())
        .extracting(span -> span.in(said))
        .anyMatch(words -> words.endsWith("guateque"));
  }

  @ParameterizedTest
  @CsvSource({
    "call me in a month, ENGLISH",
    "no, ENGLISH",
    "llámame en un mes, SPANISH",
    "el viernes a las 10 AM, SPANISH",
    "'', ENGLISH"
  })
  void theLanguageOfWordsIsThatInWhichMostAreKnown(String words, Language language) {
    assertThat(Language.likely(words)).isEqualTo(language);
  }

  /** Random sentences of words that the phrasebook has, and of numbers, negations and others. */
  @Test
  void aSureAnswerInSpanishLeavesNoWordUnexplained() {
    String[] words =
        ("lunes martes mañana tarde noche a las el la de en por para no nunca sin salvo menos 3 5"
                + " 10 15 25 hasta desde después antes semana mes que viene próximo llámame puedo"
                + " reunión hora media cuarto y o tipo enero julio quince días dentro si cuando jefe"
                + " vuelve estoy fuera gato azul , . mejor este hoy ya tampoco")
            .split(" ");
    Random random = new Random(13);
    int sure = 0;
    for (int i = 0; i < 4000; i++) {
      StringBuilder said = new StringBuilder();
      for (int n = 1 + random.nextInt(9); n > 0; n--) {
        said.append(words[random.nextInt(words.length)]).append(' ');
      }
      String phrase = said.toString().strip();
      PhraseReading reading = CallbackPhrases.read(phrase, SPANISH);
      if (reading.interpretation() instanceof Resolved resolved
          && resolved.confidence() == Confidence.HIGH) {
        sure++;
        assertThat(reading.notUnderstood())
            .as(phrase)
            .extracting(span -> span.in(phrase))
            .noneMatch(
                left ->
                    left.matches(".*(\\d|\\bno\\b|nunca|sin|salvo|menos|tampoco|hasta|si\\b).*"));
      }
    }
    assertThat(sure).isPositive();
  }

  private static Resolved resolved(String said, PhraseContext context) {
    return Optional.of(CallbackPhrases.interpret(said, context))
        .filter(Resolved.class::isInstance)
        .map(Resolved.class::cast)
        .orElseThrow(() -> new AssertionError(said));
  }
}
