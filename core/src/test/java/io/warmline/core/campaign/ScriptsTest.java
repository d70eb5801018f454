package io.warmline.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.WarmlineException;
import io.warmline.core.WarmlineException.Violation;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.LintCode;
import io.warmline.core.talktrack.Templates;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScriptsTest {

  @ParameterizedTest
  @EnumSource
  void whatIsShippedWouldBeTakenWithoutAWarning(CallKind kind) {
    Scripts scripts = new Scripts(Map.of(kind, Templates.defaultFor(kind)));

    assertThatCode(() -> scripts.requireSound(Scripts.NONE)).doesNotThrowAnyException();
    assertThat(scripts.warnings()).isEmpty();
  }

  @Test
  void everyErrorOfTheLinterIsNamed() {
    Scripts scripts =
        new Scripts(
            Map.of(
                CallKind.BUSY_REPLY, "Are you interested {{concreteDay}}, or still interested?"));

    assertThatThrownBy(() -> scripts.requireSound(Scripts.NONE))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refused ->
                assertThat(refused.violations())
                    .allMatch(violation -> violation.pointer().equals("/scripts/BUSY_REPLY"))
                    .extracting(Violation::code)
                    .contains("ASK_INTERESTED", "STILL_INTERESTED"));
  }

  @Test
  void aTemplateThatLacksAPartIsRefused() {
    Scripts scripts = new Scripts(Map.of(CallKind.BUSY_REPLY, "Let's meet {{soon}}."));

    assertThatThrownBy(() -> scripts.requireSound(Scripts.NONE))
        .isInstanceOfSatisfying(
            WarmlineException.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(Violation::code)
                    .contains("UNKNOWN_FACT"));
  }

  @Test
  void whatStandsAlreadyIsNotLookedAtAgain() {
    Scripts old = new Scripts(Map.of(CallKind.BUSY_REPLY, "Are you interested?"));

    assertThatCode(() -> old.requireSound(old)).doesNotThrowAnyException();
  }

  @Test
  void whatIsNotGoodButLetPassIsAWarningWithItsWords() {
    Scripts scripts =
        new Scripts(Map.of(CallKind.BUSY_REPLY, "Maybe we just get together {{concreteDay}}."));

    assertThatCode(() -> scripts.requireSound(Scripts.NONE)).doesNotThrowAnyException();
    assertThat(scripts.warnings())
        .anySatisfy(
            warning -> {
              assertThat(warning.finding().code()).isEqualTo(LintCode.HEDGE);
              assertThat(warning.words()).isEqualTo("Maybe");
            });
  }
}
