package io.warmline.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {

  private static final List<String> NAMES =
      List.of("NO_ANSWER", "BUSY", "CALLBACK_REQUESTED", "firstName", "lastName", "DNC");

  @ParameterizedTest
  @CsvSource({
    "no_answer, NO_ANSWER",
    "NoAnswer, NO_ANSWER",
    "no answer, NO_ANSWER",
    "no-anwser, NO_ANSWER",
    "CALLBACK_REQUEST, CALLBACK_REQUESTED",
    "first_name, firstName",
    "fistname, firstName",
    "busi, BUSY"
  })
  void whatSomebodyMeantIsFound(String written, String meant) {
    assertThat(Nearest.to(written, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "APPOINTMENT", "xyz", "shoeSize", "B"})
  void whatIsLikeNothingIsNotGuessed(String written) {
    assertThat(Nearest.to(written, NAMES)).isEmpty();
  }

  @Test
  void whatIsVeryLongIsNotCompared() {
    assertThat(Nearest.to("BUSY".repeat(1000), NAMES)).isEmpty();
  }
}
