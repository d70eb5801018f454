package io.warmline.core.disposition;

import io.warmline.core.InvalidValue;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.Wish;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.suppression.SuppressionScope;
import io.warmline.core.time.Horizon;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a report brings along; {@link Disposition#takes} says what goes with which outcome.
 *
 * @param callback the call that was promised
 * @param revisitOn a date at the prospect's place
 * @param reason why
 * @param language ISO 639
 * @param referral whom else to call
 * @param suppressionScope how far a refusal reaches; empty: the whole tenant
 * @param conduct how the caller went about it
 * @param statedPlace where the prospect said to be
 * @param answers what the prospect answered
 * @param meeting what it brought about an appointment
 */
public record CallDetails(
    Optional<Wish> callback,
    Optional<LocalDate> revisitOn,
    Optional<String> reason,
    Optional<String> language,
    Optional<Referral> referral,
    Optional<SuppressionScope> suppressionScope,
    Conduct conduct,
    Optional<StatedPlace> statedPlace,
    CallAnswers answers,
    Optional<MeetingDetails> meeting) {

  /** Nothing but the disposition. */
  public static final CallDetails NONE =
      new CallDetails(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Conduct.UNSAID,
          Optional.empty(),
          CallAnswers.NONE,
          Optional.empty());

  /** These, to be changed in some respects. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The same, with what the prospect answered. */
  public CallDetails answering(CallAnswers given) {
    return toBuilder().answers(given).build();
  }

  /** The same, with what it says about an appointment. */
  public CallDetails about(MeetingDetails told) {
    return toBuilder().meeting(told).build();
  }

  /**
   * Whom the prospect referred us to.
   *
   * @param phone in any usual spelling
   */
  public record Referral(
      String phone,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String jobTitle) {

    @Override
    public String toString() {
      return "Referral[…]";
    }
  }

  /**
   * What the call brings about an appointment.
   *
   * @param cancelledBy for APPOINTMENT_CANCELLED; empty: the prospect
   * @param overrideReason for APPOINTMENT_CONFIRMED on a day on which the policy forbids that
   */
  public record MeetingDetails(
      MeetingWish wish, Optional<CancelledBy> cancelledBy, Optional<String> overrideReason) {}

  /** All that was noted of what the prospect said, and why. */
  public Stream<String> words() {
    return Stream.of(
            reason.stream(),
            callback.stream().flatMap(Wish::said),
            answers.said(),
            meeting.stream().flatMap(told -> told.wish().arrangements().said()))
        .flatMap(Function.identity());
  }

  /**
   * Checks that a report with this outcome brings along what the outcome calls for, and nothing of
   * which nothing would come.
   *
   * @param today at the prospect's place
   * @throws InvalidValue at the first part that is missing, or is not taken
   */
  public void requireFor(Disposition disposition, LocalDate today) {
    Set<ReportPart> given = given(disposition);
    for (ReportPart part : disposition.requires()) {
      if (!given.contains(part)) {
        throw part.requiredBy(disposition);
      }
    }
    for (ReportPart part : given) {
      if (!disposition.takes().contains(part)) {
        throw part.notTakenBy(disposition);
      }
    }
    if (revisitOn.isPresent() && !revisitOn.get().isAfter(today)) {
      throw new InvalidValue("/revisitOn", "REVISIT_IN_THE_PAST", "must be after today, " + today);
    }
    revisitOn.ifPresent(day -> Horizon.require(day, today, "/revisitOn"));
  }

  /** Those that are carried out with an outcome, and not later. */
  public Set<ReportPart> withoutOutcome() {
    Set<ReportPart> given = given(Disposition.NO_ANSWER);
    given.removeAll(conduct.told());
    given.remove(ReportPart.REASON);
    given.remove(ReportPart.QUALIFICATION);
    return given;
  }

  /**
   * Which parts these are. What a check-in says is checked by {@link CheckIn}, which knows the
   * campaign.
   */
  private Set<ReportPart> given(Disposition disposition) {
    EnumSet<ReportPart> given = EnumSet.noneOf(ReportPart.class);
    add(given, callback.isPresent(), ReportPart.CALLBACK);
    add(given, revisitOn.isPresent(), ReportPart.REVISIT_ON);
    add(given, reason.isPresent(), ReportPart.REASON);
    add(given, language.isPresent(), ReportPart.LANGUAGE);
    add(given, referral.isPresent(), ReportPart.REFERRAL);
    add(given, suppressionScope.isPresent(), ReportPart.SUPPRESSION_SCOPE);
    add(given, statedPlace.isPresent(), ReportPart.STATED_PLACE);
    add(given, answers.qualification() != null, ReportPart.QUALIFICATION);
    meeting.ifPresent(told -> addMeeting(given, told, disposition));
    given.addAll(conduct.told());
    return given;
  }

  /** Where no meeting is talked of, it is the whole of it that is given. */
  private static void addMeeting(
      Set<ReportPart> given, MeetingDetails told, Disposition disposition) {
    if (!disposition.concernsAppointment()) {
      given.add(ReportPart.APPOINTMENT_ARRANGEMENTS);
      return;
    }
    MeetingWish wish = told.wish();
    add(given, !wish.arrangements().saysNothing(), ReportPart.APPOINTMENT_ARRANGEMENTS);
    add(given, wish.startsAt().isPresent(), ReportPart.APPOINTMENT_TIME);
    add(given, wish.durationMinutes().isPresent(), ReportPart.APPOINTMENT_LENGTH);
    add(given, wish.doubleBook(), ReportPart.APPOINTMENT_DOUBLE_BOOKED);
    add(given, told.cancelledBy().isPresent(), ReportPart.APPOINTMENT_CANCELLED_BY);
    add(given, told.overrideReason().isPresent(), ReportPart.APPOINTMENT_OVERRIDE);
  }

  private static void add(Set<ReportPart> given, boolean is, ReportPart part) {
    if (is) {
      given.add(part);
    }
  }

  /** Details in the making. */
  public static final class Builder {

    private Optional<Wish> callback;
    private Optional<LocalDate> revisitOn;
    private Optional<String> reason;
    private Optional<String> language;
    private Optional<Referral> referral;
    private Optional<SuppressionScope> suppressionScope;
    private Conduct conduct;
    private Optional<StatedPlace> statedPlace;
    private CallAnswers answers;
    private Optional<MeetingDetails> meeting;

    private Builder(CallDetails as) {
      this.callback = as.callback;
      this.revisitOn = as.revisitOn;
      this.reason = as.reason;
      this.language = as.language;
      this.referral = as.referral;
      this.suppressionScope = as.suppressionScope;
      this.conduct = as.conduct;
      this.statedPlace = as.statedPlace;
      this.answers = as.answers;
      this.meeting = as.meeting;
    }

    public Builder callback(Wish callback) {
      this.callback = Optional.of(callback);
      return this;
    }

    public Builder revisitOn(LocalDate revisitOn) {
      this.revisitOn = Optional.of(revisitOn);
      return this;
    }

    public Builder reason(String reason) {
      this.reason = Optional.of(reason);
      return this;
    }

    public Builder language(String language) {
      this.language = Optional.of(language);
      return this;
    }

    public Builder referral(Referral referral) {
      this.referral = Optional.of(referral);
      return this;
    }

    public Builder suppressionScope(SuppressionScope suppressionScope) {
      this.suppressionScope = Optional.of(suppressionScope);
      return this;
    }

    public Builder conduct(Conduct conduct) {
      this.conduct = conduct;
      return this;
    }

    public Builder statedPlace(StatedPlace statedPlace) {
      this.statedPlace = Optional.of(statedPlace);
      return this;
    }

    public Builder answers(CallAnswers answers) {
      this.answers = answers;
      return this;
    }

    public Builder meeting(MeetingDetails meeting) {
      this.meeting = Optional.of(meeting);
      return this;
    }

    public CallDetails build() {
      return new CallDetails(
          callback,
          revisitOn,
          reason,
          language,
          referral,
          suppressionScope,
          conduct,
          statedPlace,
          answers,
          meeting);
    }
  }
}
