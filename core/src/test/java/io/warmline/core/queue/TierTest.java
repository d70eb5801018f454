package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a tier is exempt from goes by its name, whatever its place in the order. */
class TierTest {

  @Test
  void aStatementGetsTheNumbersOfTheTiersThatItNames() {
    assertThat(Tier.in("select {COLD} as tier where t in ({HEARD_OF})"))
        .isEqualTo(
            "select %d as tier where t in (%d, %d, %d)"
                .formatted(
                    Tier.COLD.number(),
                    Tier.CALLBACK.number(),
                    Tier.CONFIRMATION.number(),
                    Tier.HOT_SIGNAL.number()));
    assertThatThrownBy(() -> Tier.in("{LUKEWARM}")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void exemptionsAreThoseOfNamedTiers() {
    assertThat(Tier.EXPECTED).containsExactlyInAnyOrder(Tier.CALLBACK, Tier.CONFIRMATION);
    assertThat(Tier.HEARD_OF)
        .containsExactlyInAnyOrder(Tier.CALLBACK, Tier.CONFIRMATION, Tier.HOT_SIGNAL);
  }

  @Test
  void theStatementThatDerivesRowsComparesNoTierByItsOrder() {
    assertThat(Pattern.compile("tier\\s*[<>]").matcher(RefreshStatement.TEXT).find()).isFalse();
    assertThat(RefreshStatement.TEXT).doesNotContain("{");
  }
}
