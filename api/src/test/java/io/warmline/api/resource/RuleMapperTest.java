package io.warmline.api.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.api.contract.model.CallingRuleDto;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.CallingRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a law knows and Warmline does not do is said where the rule is shown. */
class RuleMapperTest {

  private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

  @Test
  void whereAConsentWouldLiftTheHoursTheNotesSayThatItDoesNot() {
    List<CallingRule> lifting =
        CallingRules.presets().all().rules().stream()
            .filter(rule -> rule.times().consentLifts())
            .toList();

    assertThat(lifting).extracting(rule -> rule.id().value()).contains("fr", "us", "us-ut", "au");
    assertThat(lifting)
        .map(rule -> RuleMapper.rule(rule, JSON))
        .extracting(CallingRuleDto::getNotes)
        .allSatisfy(notes -> assertThat(notes).endsWith("is made at the next legal time."));
  }

  @Test
  void noOtherRuleSaysSo() {
    assertThat(CallingRules.presets().all().rules())
        .filteredOn(rule -> !rule.times().consentLifts())
        .map(rule -> RuleMapper.rule(rule, JSON))
        .extracting(CallingRuleDto::getNotes)
        .noneMatch(notes -> notes != null && notes.contains("Warmline does not lift them"));
  }
}
