package io.warmline.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliverableTest {

  @ParameterizedTest
  @EnumSource
  void theUsualObjectiveGoesWithWhatIsDelivered(Deliverable deliverable) {
    assertThat(deliverable.goesWith(deliverable.objective())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "WARM_LEAD, SECURE_MEETING",
    "WARM_LEAD, CONFIRM_QUALITY",
    "WARM_LEAD, CLOSE",
    "CHECK_IN, CLOSE",
    "CHECK_IN, SECURE_MEETING",
    "CHECK_IN, QUALIFY"
  })
  void nobodyCallsForWhatIsNotDelivered(Deliverable deliverable, Objective objective) {
    assertThat(deliverable.goesWith(objective)).isFalse();
  }
}
