package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.appointment.MeetingWish;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.Wish;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.suppression.SuppressionScope;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a disposition brings along.
 *
 * @param callback for CALLBACK_REQUESTED
 * @param revisitOn for NOT_NOW_NURTURE: a date at the prospect's place
 * @param reason for NOT_QUALIFIED
 * @param language for LANGUAGE_BARRIER: ISO 639
 * @param referral for REFERRED_TO_OTHER
 * @param suppressionScope for DO_NOT_CALL; empty: the whole tenant
 * @param conduct for a call that kept or deferred a callback
 * @param statedPlace where the prospect said to be, whatever the disposition
 * @param findings what the call found out
 * @param meeting for APPOINTMENT_SET and the other outcomes about an appointment
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
    Findings findings,
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
          Findings.NONE,
          Optional.empty());

  /** These, to be changed in some respects. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The same, with what the call found out. */
  public CallDetails finding(Findings found) {
    return toBuilder().findings(found).build();
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

  /**
   * @throws InvalidValue if something is missing that the disposition calls for
   */
  void requireFor(Disposition disposition, LocalDate today) {
    switch (disposition) {
      case CALLBACK_REQUESTED ->
          required(callback, "/callback", "CALLBACK_REQUESTED needs a callback");
      case NOT_NOW_NURTURE -> requireRevisitAfter(today);
      case APPOINTMENT_SET, APPOINTMENT_RESCHEDULED ->
          required(
              meeting.flatMap(told -> told.wish().startsAt()),
              "/appointment/startsAt",
              disposition + " needs the time of the meeting");
      case NOT_QUALIFIED -> required(reason, "/reason", "NOT_QUALIFIED needs a reason");
      case LANGUAGE_BARRIER ->
          required(language, "/language", "LANGUAGE_BARRIER needs the language");
      case REFERRED_TO_OTHER ->
          required(referral, "/referral", "REFERRED_TO_OTHER needs the referral");
      default -> {
        // nothing is called for
      }
    }
  }

  private void requireRevisitAfter(LocalDate today) {
    required(
        revisitOn, "/revisitOn", "NOT_NOW_NURTURE needs the date on which the lead comes back");
    if (!revisitOn.orElseThrow().isAfter(today)) {
      throw new InvalidValue("/revisitOn", "REVISIT_IN_THE_PAST", "must be after today, " + today);
    }
  }

  private static void required(Optional<?> value, String pointer, String why) {
    if (value.isEmpty()) {
      throw InvalidValue.required(pointer, why);
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
    private Findings findings;
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
      this.findings = as.findings;
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

    public Builder findings(Findings findings) {
      this.findings = findings;
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
          findings,
          meeting);
    }
  }
}
