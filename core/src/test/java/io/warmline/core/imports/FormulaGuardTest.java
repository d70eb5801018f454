package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "'=1"})
  void whatASpreadsheetWouldRunBeginsWithAnApostrophe(String value) {
    assertThat(FormulaGuard.guarded(value)).isEqualTo("'" + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "James", "1-2", "O'Neill", "'n Sync", " =1"})
  void whatItWouldNotRunIsWrittenAsItIs(String value) {
    assertThat(FormulaGuard.guarded(value)).isEqualTo(value);
  }

  @Property
  void guardingIsUndoneExactly(
      @ForAll @Chars({'\'', '=', '-', 'a', '\t'}) @StringLength(max = 6) String value) {
    assertThat(FormulaGuard.removed(FormulaGuard.guarded(value))).isEqualTo(value);
  }
}
