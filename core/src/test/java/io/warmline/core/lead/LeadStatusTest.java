package io.warmline.core.lead;

import static io.warmline.core.lead.LeadStatus.APPOINTMENT_SET;
import static io.warmline.core.lead.LeadStatus.CALLBACK_PENDING;
import static io.warmline.core.lead.LeadStatus.DO_NOT_CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of a lead's life, and its picture. */
class LeadStatusTest {

  private static final Path PAGE = Path.of("..", "docs", "leads.md");
  private static final Pattern ARROW = Pattern.compile("(?m)^ +(\\w+) --> (\\w+):");

  @Test
  void thePictureIsTheTable() throws IOException {
    assertThat(drawn()).isEqualTo(allowed());
  }

  private static Set<String> allowed() {
    Set<String> allowed = new TreeSet<>();
    for (LeadStatus from : LeadStatus.values()) {
      Arrays.stream(LeadStatus.values())
          .filter(from::mayBecome)
          .forEach(to -> allowed.add(from + " -> " + to));
    }
    return allowed;
  }

  private static Set<String> drawn() throws IOException {
    Set<String> drawn = new TreeSet<>();
    ARROW
        .matcher(Files.readString(PAGE))
        .results()
        .filter(arrow -> !"LEFT".equals(arrow.group(2)))
        .forEach(
            arrow ->
                group(arrow.group(1)).stream()
                    .filter(from -> !from.name().equals(arrow.group(2)))
                    .forEach(from -> drawn.add(from + " -> " + arrow.group(2))));
    return drawn;
  }

  private static Set<LeadStatus> group(String name) {
    return switch (name) {
      case "ANY" -> those(status -> status != DO_NOT_CALL);
      case "OPEN" -> those(status -> !status.isClosed());
      case "LEFT" -> EnumSet.of(CALLBACK_PENDING, APPOINTMENT_SET, DO_NOT_CALL);
      default -> EnumSet.of(LeadStatus.valueOf(name));
    };
  }

  private static Set<LeadStatus> those(Predicate<LeadStatus> which) {
    return Arrays.stream(LeadStatus.values()).filter(which).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void noStatusBecomesItself(LeadStatus status) {
    assertThat(status.mayBecome(status)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DO_NOT_CALL")
  void everybodyMayRefuseCallsForGood(LeadStatus status) {
    assertThat(status.mayBecome(DO_NOT_CALL)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.INCLUDE,
      names = {"WARM", "QUALIFIED", "HANDED_OFF", "NURTURE", "CUSTOMER", "LAPSED", "EXHAUSTED"})
  void whoeverWantsNoCallsIsNotWonBackByOne(LeadStatus next) {
    assertThat(DO_NOT_CALL.mayBecome(next)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTOMER, CONTACTED",
    "CUSTOMER, EXHAUSTED",
    "CUSTOMER, WARM",
    "LAPSED, CONTACTED",
    "HANDED_OFF, EXHAUSTED",
    "APPOINTMENT_SET, EXHAUSTED",
    "DISQUALIFIED, CONTACTED",
    "DISQUALIFIED, EXHAUSTED",
    "DISQUALIFIED, ATTEMPTING",
    "EXHAUSTED, COLD",
    "CONTACTED, COLD",
    "WARM, ATTEMPTING",
    "QUALIFIED, WARM",
  })
  void whatNothingLeadsToIsRefusedByName(LeadStatus from, LeadStatus to) {
    assertThatThrownBy(() -> from.requireMayBecome(to))
        .isInstanceOf(WarmlineException.class)
        .hasMessage("No lead that is " + from + " becomes " + to + ".")
        .extracting(e -> ((WarmlineException) e).code())
        .isEqualTo(ProblemCode.STATUS_CHANGE_REFUSED);
  }
}
