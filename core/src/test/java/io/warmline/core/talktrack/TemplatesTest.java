package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {

  @ParameterizedTest
  @EnumSource
  void whatIsShippedIsSound(CallKind kind) {
    assertThat(Templates.check(kind, Templates.defaultFor(kind))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hello {{prospct}} | UNKNOWN_FACT | 7",
        "{{greeting}} {{#nobody}}x{{/nobody}} | UNKNOWN_FACT | 14",
        "{{class}} | UNKNOWN_FACT | 1",
        "{{greeting.class}} | MALFORMED | 1",
        "{{greeting.length}} | MALFORMED | 1",
        "{{.}} | MALFORMED | 1",
        "{{this}} | UNKNOWN_FACT | 1",
        "{{-index}} | MALFORMED | 1",
        "a {{>partial}} | MALFORMED | 3",
        "a {{<parent}}{{/parent}} | MALFORMED | 3",
        "{{=<% %>=}} | MALFORMED | 1",
        "{{! remark }} | MALFORMED | 1",
        "{{^need}}x{{/need}} | MALFORMED | 1",
        "{{&greeting}} | MALFORMED | 1",
        "{{{greeting}}} | MALFORMED | 1",
        "Hello {{greeting | MALFORMED | 7",
        "Hello {{ | MALFORMED | 7",
        "Hello greeting}} | MALFORMED | 15",
        "{greeting} | MALFORMED | 1",
        "{{}} | MALFORMED | 1",
        "{{#need}}x | MALFORMED | 1",
        "x{{/need}} | MALFORMED | 2",
        "{{#need}}{{#reason}}x{{/need}}{{/reason}} | MALFORMED | 22"
      })
  void whatIsNoFactIsRefusedWithItsPosition(String template, TemplateFault.Code code, int column) {
    TemplateFault fault = Templates.check("fine\n" + template).get(0);

    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.line()).isEqualTo(2);
    assertThat(fault.column()).isEqualTo(column);
  }

  @Test
  void aTemplateThatCannotSayAPartIsRefused() {
    String withoutSuggestion =
        Templates.defaultFor(CallKind.CALLBACK).replace("you suggested {{suggestion}}\n", "");
    String maybeSuggestion =
        Templates.defaultFor(CallKind.CALLBACK)
            .replace(
                "you suggested {{suggestion}}", "{{#suggestion}}{{suggestion}}{{/suggestion}}");

    for (String template : List.of(withoutSuggestion, maybeSuggestion)) {
      assertThatExceptionOfType(UnusableTemplate.class)
          .isThrownBy(() -> TalkTracks.render(CallKind.CALLBACK, Situations.callback(), template))
          .satisfies(
              refused -> assertThat(refused.faults().get(0).message()).contains("SUGGESTION"));
    }
  }

  @Test
  void aCallbackWithoutTheReasonOfTodayIsRefused() {
    String template =
        Templates.defaultFor(CallKind.CALLBACK)
            .replace("The reason I'm calling you today specifically is that,\n", "");

    assertThat(Templates.check(CallKind.CALLBACK, template))
        .extracting(TemplateFault::code)
        .containsExactly(TemplateFault.Code.MISSING_PART);
  }

  @Test
  void thePartsOfACallbackComeInTheirOrder() {
    String template =
        Templates.defaultFor(CallKind.CALLBACK)
            .replace("{{greeting}}, {{prospect}}.\n", "")
            .concat("{{greeting}}, {{prospect}}.\n");

    assertThat(Templates.check(CallKind.CALLBACK, template))
        .extracting(TemplateFault::code)
        .containsExactly(TemplateFault.Code.OUT_OF_ORDER);
  }

  @Test
  void theReasonOfACallbackFollowsTheCompany() {
    String reason = "The reason I'm calling you today specifically is that,\n";
    String template = reason + Templates.defaultFor(CallKind.CALLBACK).replace(reason, "");

    assertThat(Templates.check(CallKind.CALLBACK, template))
        .extracting(TemplateFault::code)
        .containsExactly(TemplateFault.Code.OUT_OF_ORDER);
  }

  @Test
  void spacesWithinBracesMeanNothing() {
    assertThat(Templates.check("{{ greeting }} {{# need }}x{{/ need }}")).isEmpty();
  }
}
