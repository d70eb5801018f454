package io.warmline.core.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.MeetingArrangements;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.disposition.CallDetails.MeetingDetails;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.suppression.SuppressionScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a report brings along is ignored: it is taken, or it is refused. */
class ReportPartsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

  static Stream<Arguments> allOfAll() {
    return Stream.of(Disposition.values())
        .flatMap(
            disposition ->
                EnumSet.complementOf(EnumSet.of(ReportPart.CHECK_IN)).stream()
                    .map(part -> Arguments.of(disposition, part)));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @MethodSource("allOfAll")
  void everyPartIsTakenOrRefusedByItsPointer(Disposition disposition, ReportPart part) {
    Set<ReportPart> parts = EnumSet.of(part);
    parts.addAll(disposition.requires());
    CallDetails details = details(parts);

    if (disposition.takes().contains(part)) {
      assertThatCode(() -> details.requireFor(disposition, TODAY)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> details.requireFor(disposition, TODAY))
          .isInstanceOfSatisfying(
              InvalidValue.class,
              refused -> {
                WarmlineException.Violation violation = refused.violations().get(0);
                assertThat(violation.pointer()).isEqualTo(pointer(part, disposition));
                assertThat(violation.code()).isEqualTo("NOT_TAKEN");
                assertThat(violation.message()).contains(disposition.name());
              });
    }
  }

  /** Where no meeting is talked of, the whole of what is said about one is refused. */
  private static String pointer(ReportPart part, Disposition disposition) {
    String whole = ReportPart.APPOINTMENT_ARRANGEMENTS.pointer();
    return part.pointer().startsWith(whole) && !disposition.concernsAppointment()
        ? whole
        : part.pointer();
  }

  @ParameterizedTest(name = "{0} without what it needs")
  @EnumSource(Disposition.class)
  void whatAnOutcomeNeedsIsAskedFor(Disposition disposition) {
    for (ReportPart part : disposition.requires()) {
      Set<ReportPart> others = EnumSet.noneOf(ReportPart.class);
      others.addAll(disposition.requires());
      others.remove(part);

      assertThatThrownBy(() -> details(others).requireFor(disposition, TODAY))
          .isInstanceOfSatisfying(
              InvalidValue.class,
              refused ->
                  assertThat(refused.violations().get(0).pointer()).isEqualTo(part.pointer()));
    }
  }

  @ParameterizedTest(name = "{0} is taken by some outcome")
  @EnumSource(ReportPart.class)
  void everyPartIsTakenBySomeOutcome(ReportPart part) {
    assertThat(Disposition.values()).anyMatch(disposition -> disposition.takes().contains(part));
  }

  @ParameterizedTest(name = "{0} keeps only what goes with it")
  @EnumSource(Disposition.class)
  void aCorrectedOutcomeDropsWhatWasSaidOfTheWrongOne(Disposition disposition) {
    Conduct said = new Conduct(true, true, null, null, true, true);

    Conduct kept = said.insteadOf(said, disposition);

    assertThat(disposition.takes()).containsAll(kept.told());
    assertThat(kept.told().isEmpty()).isEqualTo(!disposition.takes().contains(ReportPart.ASK_MADE));
  }

  private static CallDetails details(Set<ReportPart> parts) {
    CallDetails.Builder details = CallDetails.NONE.toBuilder();
    Conduct conduct =
        new Conduct(
            parts.contains(ReportPart.ASK_MADE) ? true : null,
            parts.contains(ReportPart.COUNTER_OFFERED) ? false : null,
            null,
            parts.contains(ReportPart.OBJECTIVE_ATTAINED) ? true : null,
            parts.contains(ReportPart.INTEREST_STATED) ? false : null,
            parts.contains(ReportPart.MEETING_ASKED) ? true : null);
    details.conduct(conduct);
    for (ReportPart part : parts) {
      switch (part) {
        case CALLBACK -> details.callback(Desk.at(Instant.parse("2026-12-01T15:00:00Z")));
        case REVISIT_ON -> details.revisitOn(TODAY.plusDays(1));
        case REASON -> details.reason("why");
        case LANGUAGE -> details.language("es");
        case REFERRAL ->
            details.referral(new CallDetails.Referral("+12125550100", "Ann", null, null));
        case SUPPRESSION_SCOPE -> details.suppressionScope(SuppressionScope.CAMPAIGN);
        case STATED_PLACE -> details.statedPlace(new StatedPlace("US", "NY", null));
        case QUALIFICATION -> details.answers(new CallAnswers(Desk.QUALIFIED, null));
        case APPOINTMENT_TIME,
            APPOINTMENT_LENGTH,
            APPOINTMENT_ARRANGEMENTS,
            APPOINTMENT_DOUBLE_BOOKED,
            APPOINTMENT_CANCELLED_BY,
            APPOINTMENT_OVERRIDE ->
            details.meeting(meeting(parts));
        case CHECK_IN,
            ASK_MADE,
            COUNTER_OFFERED,
            INTEREST_STATED,
            MEETING_ASKED,
            OBJECTIVE_ATTAINED -> {
          // said above, or by a check of its own
        }
      }
    }
    return details.build();
  }

  private static MeetingDetails meeting(Set<ReportPart> parts) {
    return new MeetingDetails(
        new MeetingWish(
            parts.contains(ReportPart.APPOINTMENT_TIME)
                ? Optional.of(Instant.parse("2026-12-01T15:00:00Z"))
                : Optional.empty(),
            parts.contains(ReportPart.APPOINTMENT_LENGTH) ? Optional.of(30) : Optional.empty(),
            parts.contains(ReportPart.APPOINTMENT_ARRANGEMENTS)
                ? new MeetingArrangements("Here", null, null, List.of(), null, null)
                : MeetingArrangements.NONE,
            parts.contains(ReportPart.APPOINTMENT_DOUBLE_BOOKED)),
        parts.contains(ReportPart.APPOINTMENT_CANCELLED_BY)
            ? Optional.of(CancelledBy.CLIENT)
            : Optional.empty(),
        parts.contains(ReportPart.APPOINTMENT_OVERRIDE)
            ? Optional.of("The client insists")
            : Optional.empty());
  }
}
