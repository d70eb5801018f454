package io.warmline.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The delays of a campaign as they are stored. */
class RetryDelaysTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RetryDelays OTHER = new RetryDelays(1, 2, 3, 4, 5, 6, 7, 8);

  static Stream<String> delays() {
    return Arrays.stream(RetryDelays.class.getRecordComponents()).map(c -> c.getName());
  }

  @Test
  void whatIsStoredIsRead() throws Exception {
    assertThat(JSON.readValue(JSON.writeValueAsString(OTHER), RetryDelays.class)).isEqualTo(OTHER);
  }

  @ParameterizedTest
  @MethodSource("delays")
  void aDelayThatWasNotThereYetWhenTheyWereStoredHasItsDefault(String delay) throws Exception {
    ObjectNode older = JSON.valueToTree(OTHER);
    older.remove(delay);

    RetryDelays read = JSON.treeToValue(older, RetryDelays.class);

    ObjectNode again = JSON.valueToTree(read);
    assertThat(again.get(delay)).isEqualTo(JSON.valueToTree(RetryDelays.DEFAULT).get(delay));
    again.remove(delay);
    assertThat(again).isEqualTo(older);
  }
}
