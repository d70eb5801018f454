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
          ("in after before by until not on at the of a next last this early mid end between from"
                  + " and or to around about for every instead cannot away closed call me works"
                  + " tomorrow today tonight Monday Thursday Friday week weeks month quarter year"
                  + " days hours minutes December March 15th 31st first 3 10 45 2027 12/3 2:30 pm"
                  + " am half past noon midnight morning afternoon evening Easter Christmas"
                  + " holidays summer Q2 fiscal contract is up couple few business , .")
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
        .isEqualTo(plain);
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
