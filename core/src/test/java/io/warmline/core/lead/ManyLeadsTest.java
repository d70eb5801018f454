package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a field that lists bring forgets neither statement. */
class ManyLeadsTest {

  static List<String> fields() {
    return ManyLeads.FIELDS;
  }

  @ParameterizedTest
  @MethodSource("fields")
  void everyFieldIsInBothStatements(String field) {
    String parameter = ":" + field + "(?!\\w)";
    String column = "\\b" + field.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT) + "\\b";

    assertThat(ManyLeads.INSERT).containsPattern(column).containsPattern(parameter);
    assertThat(ManyLeads.UPDATE).containsPattern(column + " = ").containsPattern(parameter);
  }
}
