package io.warmline.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.phrase.Interpretation.Resolved;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CallbackPhrasesPropertyTest {

  private static final List<String> WORDS =
      List.of(
          ("Eastern EST GMT my your time meeting appointment not never won't can't have I I'm he"
                  + " since called yesterday open boss back office until leave fall march sat two and"
                  + " a half in after before by until not on at the of a next last this early mid end"
                  + " between from and or to around about for every instead cannot away closed call me"
                  + " works tomorrow today tonight Monday Thursday Friday week weeks month quarter"
                  + " year days hours minutes December March 15th 31st first 3 10 45 2027 12/3 2:30 pm"
                  + " am half past noon midnight morning afternoon evening Easter Christmas holidays"
                  + " summer Q2 fiscal contract is up couple few business , .")
              .split(" "));

  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "Europe/London",
          "Africa/Cairo",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "America/Santiago",
          "Asia/Kathmandu");

  @Property(tries = 3000)
  void noAnswerIsPastOrOutOfOrder(
      @ForAll("phrases") String phrase, @ForAll("contexts") PhraseContext context) {
    if (CallbackPhrases.interpret(phrase, context) instanceof Resolved answer) {
      Instant spoken = context.spokenAt().toInstant();

      assertThat(answer.earliest()).isAfterOrEqualTo(spoken);
      assertThat(answer.preferred()).isBetween(answer.earliest(), answer.latest());
      assertThat(answer.firstDate()).isBeforeOrEqualTo(answer.lastDate());
      assertThat(answer.from()).isBeforeOrEqualTo(answer.to());
      assertThat(answer.firstDate()).isAfterOrEqualTo(context.spokenAt().toLocalDate());
      assertThat(answer.explanation()).isNotBlank();
    }
  }

  @Property(tries = 1000)
  void anyTextHasAnAnswer(@ForAll String text, @ForAll("contexts") PhraseContext context) {
    assertThat(CallbackPhrases.interpret(text, context)).isNotNull();
  }

  @Property(tries = 500)
  void theSameWordsMeanTheSameInAnyCase(
      @ForAll("phrases") String phrase, @ForAll("contexts") PhraseContext context) {
    Interpretation plain = CallbackPhrases.interpret(phrase, context);

    assertThat(CallbackPhrases.interpret(phrase.toUpperCase(Locale.ROOT), context))
        .usingRecursiveComparison()
        .withComparatorForType(String.CASE_INSENSITIVE_ORDER, String.class)
        .isEqualTo(plain);
  }

  @Property(tries = 3000)
  void aSureAnswerLeavesNoNumberZoneOrNegationUnexplained(
      @ForAll("phrases") String phrase, @ForAll("contexts") PhraseContext context) {
    PhraseReading reading = CallbackPhrases.read(phrase, context);

    if (reading.interpretation() instanceof Resolved answer
        && answer.confidence() == Confidence.HIGH) {
      assertThat(reading.notUnderstood())
          .extracting(span -> span.in(phrase))
          .noneMatch(CallbackPhrasesPropertyTest::isTelling);
      assertThat(answer.needsConfirmation()).isFalse();
    }
  }

  /** Whether words have a number, a zone or a negation in them. */
  static boolean isTelling(String words) {
    return words
        .toLowerCase(Locale.ROOT)
        .matches(
            ".*(\\d|\\b(two|three|half|eastern|est|gmt|not|never|no|since|until|before|after"
                + "|morning|afternoon)\\b|n't).*");
  }

  @Property(tries = 1000)
  void theSpansOfAReadingAreInOrderAndWithinTheWords(
      @ForAll String text, @ForAll("phrases") String phrase, @ForAll("contexts") PhraseContext at) {
    for (String words : List.of(text, phrase, text + phrase)) {
      PhraseReading reading = CallbackPhrases.read(words, at);

      assertInOrder(reading.understood(), words);
      assertInOrder(reading.notUnderstood(), words);
      assertThat(reading.understood()).noneMatch(reading.notUnderstood()::contains);
    }
  }

  /** Signs that stand for several words, beside others and between letters. */
  @Property(tries = 1000)
  void aSignThatStandsForWordsIsTakenOnce(
      @ForAll("signs") String words, @ForAll("contexts") PhraseContext at) {
    theSpansOfAReadingAreInOrderAndWithinTheWords(words, "", at);
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(
            "\u33c2",
            "\u33d8",
            "\u2474",
            "\u247d",
            "\u33c7",
            "\u2121",
            "\u32c0",
            "\u00bd",
            "\u00bc",
            "\u2153",
            "\u3358",
            "\ufdfa",
            "\u2026",
            "a",
            "call",
            "5",
            "10",
            " ",
            ".",
            " tomorrow ",
            " at ",
            "Monday",
            "not",
            "-",
            "'s")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(s -> String.join("", s));
  }

  private static void assertInOrder(List<Span> spans, String words) {
    int last = 0;
    for (Span span : spans) {
      assertThat(span.start()).isGreaterThanOrEqualTo(last);
      assertThat(span.end()).isBetween(span.start() + 1, words.length());
      last = span.end();
    }
  }

  @Provide
  Arbitrary<String> phrases() {
    return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(9).map(w -> String.join(" ", w));
  }

  @Provide
  Arbitrary<PhraseContext> contexts() {
    Arbitrary<Instant> spoken =
        Arbitraries.longs().between(1_767_225_600L, 1_893_456_000L).map(Instant::ofEpochSecond);
    return Combinators.combine(
            spoken,
            Arbitraries.of(ZONES),
            Arbitraries.of(Month.class),
            Arbitraries.of(DateOrder.class))
        .as(
            (at, zone, fiscal, order) ->
                PhraseContext.of(at, ZoneId.of(zone))
                    .withFiscalYearStart(fiscal)
                    .withDateOrder(order)
                    .withContractEnd(LocalDate.of(2027, 6, 30)));
  }
}
