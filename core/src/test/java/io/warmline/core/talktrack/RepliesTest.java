package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the opener says of what the prospect said. */
class RepliesTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("replies")
  void whatWasUnderstoodIsSaidAndNothingElse(String said, String told, String suggested) {
    Reported reported = ReportedSpeech.of(said, List.of(), false);

    assertThat(reported.told().orElse("")).isEqualTo(told);
    assertThat(reported.suggestion(Voice.AMERICAN)).isEqualTo(suggested);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("replies")
  void everyOpenerMakesSenseAndPassesTheLinter(String said, String told, String suggested) {
    String text = opener(said);

    assertThat(Senses.isWhole(text)).as(text).isTrue();
    assertThat(Linter.lint(CallKind.CALLBACK, Scope.LINE, text)).as(text).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in a month",
        "Look, I'm very busy right now, and this is simply not a good time. You'll just have to"
            + " call me back in a month.",
        "You'll have to call me back in a month.",
        "You're going to have to call me back in a month.",
        "You'll need to call me back in a month.",
        "Just call me back in a month, would you?",
        "I can't do this now. Try me again in a month.",
        "Not a good time. In a month, okay?"
      })
  void theOpenerOfTheSourceComesOutHoweverItsProspectPutsIt(String said) {
    assertThat(opener(said))
        .isEqualTo(
            "Good morning, Mr. Peters. This is Dave Miller from ABC Company. The reason I'm calling"
                + " you today specifically is that, when we first spoke a few weeks ago, you"
                + " suggested that I reach out to you in a month to set up an appointment. Does"
                + " this Thursday at 2 pm work for you?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Our contract with Acme expires in September, call me then | you told us that your contract"
            + " with Acme was to expire in September, and you suggested that I reach out to you"
            + " then to set up an appointment.",
        "my boss is away until Monday, try then | you told us that your boss was away until Monday,"
            + " and you suggested that I reach out to you then to set up an appointment.",
        "We're moving offices in January, call us in February | you told us that you were moving"
            + " offices in January, and you suggested that I reach out to you in February to set up"
            + " an appointment."
      })
  void aTriggerIsSpokenAsOne(String said, String opener) {
    assertThat(opener(said)).contains(opener);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Well, I suppose Thursday or so | Thursday | that I reach out to you on Thursday",
        "hm, the fifteenth of blah | blah | that I call you back"
      })
  void wordsThatAreKnownToBeUnderstoodComeFirst(String said, String understood, String suggested) {
    assertThat(ReportedSpeech.of(said, List.of(understood), false).suggestion(Voice.AMERICAN))
        .isEqualTo(suggested);
  }

  private static String opener(String said) {
    CallFacts facts =
        Situations.callback().suggestion(said, Situations.NOW.minus(java.time.Duration.ofDays(29)));
    return Openers.say(CallOpening.CALLBACK, Ask.MEETING, facts).track().text();
  }

  static Stream<Object[]> replies() {
    return Stream.of("replies.tsv", "odder-replies.tsv", "later-replies.tsv")
        .flatMap(RepliesTest::rows);
  }

  private static Stream<Object[]> rows(String name) {
    try (InputStream file = RepliesTest.class.getResourceAsStream("/talk-tracks/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> (Object[]) line.split("\t", -1))
              .toList()
              .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
