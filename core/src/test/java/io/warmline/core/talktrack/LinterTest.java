package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LinterTest {

  private static final String TARGET =
      "Good morning, Mr. Peters. This is Dave Miller from ABC Company. The reason I'm calling you"
          + " today "
          + "specifically is that, when we first spoke a few weeks ago, you suggested that I reach"
          + " out to you in a "
          + "month to set up an appointment. Does this Thursday at 2 pm work for you?";

  @ParameterizedTest
  @MethodSource("badLines")
  void wordsThatInviteANoAreFound(Set<LintCode> codes, String line) {
    assertThat(codes(Linter.lint(CallKind.CALLBACK, Scope.LINE, line))).isEqualTo(codes);
  }

  @ParameterizedTest
  @MethodSource("goodLines")
  void goodWordsAreLeftAlone(String line) {
    for (CallKind kind : CallKind.values()) {
      assertThat(Linter.lint(kind, Scope.LINE, line)).as(kind.name()).isEmpty();
    }
  }

  @Test
  void theTargetLacksNothing() {
    String broken = TARGET.replace("today specifically", "today\nspecifically");

    assertThat(Linter.lint(CallKind.CALLBACK, Scope.OPENER, TARGET)).isEmpty();
    assertThat(Linter.lint(CallKind.CALLBACK, Scope.OPENER, broken)).isEmpty();
    assertThat(Linter.lint(CallKind.CALLBACK, Scope.OPENER, TARGET, Situations.callback()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsShippedIsFlagless(CallKind kind) {
    String template = Templates.defaultFor(kind);
    String rendered = TalkTracks.render(kind, Situations.everything()).text();

    assertThat(Linter.lint(kind, Scope.OPENER, template)).isEmpty();
    assertThat(Linter.lint(kind, Scope.OPENER, rendered)).isEmpty();
  }

  @Test
  void theBetterWordingIsGood() {
    for (LintRule rule : LintRules.BAD) {
      assertThat(Linter.lint(CallKind.CALLBACK, Scope.LINE, rule.advice().better())).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "This is Dave Miller from ABC Company. | MISSING_WHO",
        "The reason I'm calling you today specifically is that, | MISSING_REASON_TODAY",
        "when we first spoke a few weeks ago, | MISSING_FIRST_TALK",
        "you suggested that I reach out to you in a month | MISSING_SUGGESTION",
        "to set up an appointment | MISSING_OBJECTIVE",
        "Does this Thursday at 2 pm work for you? | MISSING_CONCRETE_TIME",
        "at 2 pm | MISSING_CONCRETE_TIME",
        "this Thursday | MISSING_CONCRETE_TIME"
      })
  void whatAnOpenerLacksIsNamed(String part, LintCode code) {
    String opener = TARGET.replace(part, "");

    assertThat(Linter.lint(CallKind.CALLBACK, Scope.OPENER, opener))
        .extracting(Finding::code)
        .containsExactly(code);
  }

  @Test
  void aLineIsNoOpener() {
    assertThat(Linter.lint(CallKind.CALLBACK, Scope.LINE, "Good morning, Mr. Peters.")).isEmpty();
    assertThat(codes(Linter.lint(CallKind.CALLBACK, Scope.OPENER, "Good morning, Mr. Peters.")))
        .hasSize(6);
  }

  @Test
  void anInvitationToCancelIsAnErrorInAConfirmation() {
    String line = "Are we still on for tomorrow?";

    assertThat(Linter.lint(CallKind.QUALITY_CONFIRMATION, Scope.LINE, line))
        .extracting(Finding::severity)
        .containsOnly(Severity.ERROR);
    assertThat(Linter.lint(CallKind.FIRST_CALL, Scope.LINE, line))
        .extracting(Finding::severity)
        .containsOnly(Severity.WARNING);
  }

  @Test
  void aConfirmationAsksNoYesOrNo() {
    assertThat(
            codes(
                Linter.lint(
                    CallKind.QUALITY_CONFIRMATION,
                    Scope.LINE,
                    "Does Thursday at 2 pm work for you?")))
        .containsExactly(LintCode.INVITE_CANCEL);
    assertThat(Linter.lint(CallKind.CALLBACK, Scope.LINE, "Does Thursday at 2 pm work for you?"))
        .isEmpty();
  }

  @Test
  void theSpanCoversTheWords() {
    String line = "Hello, Mr. Peters. I’m  calling to see if you’re, um, interested today.";

    Finding finding = Linter.lint(CallKind.CALLBACK, Scope.LINE, line).get(0);

    assertThat(line.substring(finding.start(), finding.end()))
        .isEqualTo("if you’re, um, interested");
  }

  @ParameterizedTest
  @CsvSource({
    "29, a few weeks ago, false",
    "29, about a month ago, false",
    "29, yesterday, true",
    "29, last week, true",
    "29, three days ago, true",
    "29, two months ago, true",
    "8, last week, false",
    "8, a few weeks ago, true",
    "1, yesterday, false",
    "0, earlier today, false"
  })
  void aTimeThatContradictsTheFactsIsFalse(int days, String words, boolean wrong) {
    CallFacts facts =
        CallFacts.at(Situations.NOW, Situations.ZONE)
            .firstTalk(Situations.NOW.minus(Duration.ofDays(days)));
    String line = "When we first spoke " + words + ", you suggested that I call today.";

    assertThat(codes(Linter.lint(CallKind.CALLBACK, Scope.LINE, line, facts)))
        .isEqualTo(wrong ? Set.of(LintCode.FALSE_ELAPSED) : Set.of());
  }

  @Test
  void theWordsOfTheFactsNeverContradictThem() {
    for (int days = 0; days < 1200; days++) {
      CallFacts facts =
          CallFacts.at(Situations.NOW, Situations.ZONE)
              .firstTalk(Situations.NOW.minus(Duration.ofDays(days)));
      String line = "When we first spoke " + facts.words(Fact.FIRST_TALK).orElseThrow() + ".";

      assertThat(Linter.lint(CallKind.CALLBACK, Scope.LINE, line, facts)).as(line).isEmpty();
    }
  }

  private static Set<LintCode> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).collect(Collectors.toSet());
  }

  static Stream<Object[]> badLines() {
    return lines("bad-lines.tsv")
        .map(line -> line.split("\t"))
        .map(
            columns ->
                new Object[] {
                  Arrays.stream(columns[0].split(" "))
                      .map(LintCode::valueOf)
                      .collect(Collectors.toSet()),
                  columns[1]
                });
  }

  static Stream<String> goodLines() {
    return lines("good-lines.tsv");
  }

  private static Stream<String> lines(String resource) {
    try (InputStream file = LinterTest.class.getResourceAsStream("/talk-tracks/" + resource)) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#") && !line.isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
