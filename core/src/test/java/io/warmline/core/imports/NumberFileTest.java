package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.WarmlineException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of numbers, as registries give them out. */
class NumberFileTest {

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("5048451427\n8102929388\n", List.of("5048451427", "8102929388")),
        Arguments.of(
            "+1 504 845 1427\r\n\r\n+18102929388", List.of("+1 504 845 1427", "+18102929388")),
        Arguments.of("Number\n5048451427\n", List.of("5048451427")),
        Arguments.of(
            "name,phone\nA,5048451427\nB,8102929388\n", List.of("5048451427", "8102929388")),
        Arguments.of("Name;Telefon\n\"B; C\";030 901820\n", List.of("030 901820")),
        Arguments.of("1,5048451427,x\n2,8102929388,y\n", List.of("5048451427", "8102929388")),
        Arguments.of("504,8451427\n810,2929388\n", List.of("5048451427", "8102929388")),
        Arguments.of("phone\n'+15048451427\n", List.of("+15048451427")));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theNumbersAreFoundWhateverFormTheListHas(String file, List<String> numbers) {
    assertThat(read(file)).extracting(NumberLine::text).isEqualTo(numbers);
  }

  @Test
  void aBrokenLineStopsNoOther() {
    List<NumberLine> lines = read("name,phone\nA,\"504\"8451427\nB\nC,8102929388\n");

    assertThat(lines).extracting(NumberLine::line).containsExactly(2L, 3L, 4L);
    assertThat(lines)
        .extracting(line -> line.fault().map(NumberLine.Fault::code).orElse(line.text()))
        .containsExactly("MALFORMED_QUOTES", "MISSING_PHONE", "8102929388");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "name,city\nArt,Bridgeport\n", "<html></html>", "[1,2]"})
  void whatIsNoListOfNumbersIsRefused(String file) {
    assertThatThrownBy(() -> open(file)).isInstanceOf(WarmlineException.class);
  }

  @Test
  void aNumberIsNotShownInLogs() {
    assertThat(read("5048451427\n").get(0)).hasToString("NumberLine[1]");
  }

  private static NumberFile open(String file) {
    return NumberFile.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<NumberLine> read(String text) {
    NumberFile file = open(text);
    List<NumberLine> lines = new ArrayList<>();
    for (Optional<NumberLine> next = file.next(); next.isPresent(); next = file.next()) {
      lines.add(next.get());
    }
    return lines;
  }
}
