package io.warmline.core.appointment;

import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.campaign.Confirmation;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A meeting set with a prospect. It is a value: its verbs give the appointment as it is afterwards,
 * and {@link Appointments} writes that, if nobody wrote another meanwhile.
 *
 * @param campaign for which it was set, wherever its lead has gone since
 * @param client with whom it is; null: with the tenant itself
 * @param cancellation null: it was not cancelled
 * @param attendance null: nobody told yet whether it was held
 */
public record Appointment(
    AppointmentId id,
    int version,
    LeadId lead,
    CampaignId campaign,
    @Nullable ClientId client,
    AppointmentStatus status,
    Chain chain,
    Meeting meeting,
    Setting setting,
    Trail confirmation,
    @Nullable Cancellation cancellation,
    @Nullable Attendance attendance,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * Its place among those that were rescheduled into each other.
   *
   * @param root the first of them
   * @param from in whose place it stands
   * @param to which stands in its place
   * @param sequence revision for calendar programs: grows with each new time and each cancellation
   */
  public record Chain(
      AppointmentId root, @Nullable AppointmentId from, @Nullable AppointmentId to, int sequence) {}

  /**
   * How it was set.
   *
   * @param leadBefore where the lead stood before the first of the chain was set
   */
  public record Setting(
      Instant at, @Nullable AgentId agent, @Nullable CallId call, LeadStatus leadBefore) {}

  /**
   * What is known of its confirmation.
   *
   * @param policy the campaign's when it was set
   * @param dialledAt the first dial for it, whomever it reached
   * @param reachedAt the first dial for it that reached somebody
   * @param call the latest dial for it
   * @param confirmedAt when the prospect confirmed
   * @param outOfPolicy whether that was on a day on which the policy forbids it
   * @param overrideReason why it was done all the same
   */
  public record Trail(
      Confirmation policy,
      @Nullable Instant dialledAt,
      @Nullable Instant reachedAt,
      @Nullable CallId call,
      @Nullable Instant confirmedAt,
      @Nullable CallId confirmedIn,
      boolean outOfPolicy,
      @Nullable String overrideReason) {

    static Trail by(Confirmation policy) {
      return new Trail(policy, null, null, null, null, null, false, null);
    }

    Trail dialled(CallId by, Instant at, boolean reached) {
      return new Trail(
          policy,
          dialledAt == null ? at : dialledAt,
          reached && reachedAt == null ? at : reachedAt,
          by,
          confirmedAt,
          confirmedIn,
          outOfPolicy,
          overrideReason);
    }

    Trail confirmed(Origin by, boolean forbidden, @Nullable String why) {
      CallId ours = by.theirs() ? null : by.call();
      Trail trail = ours == null ? this : dialled(ours, by.at(), true);
      return new Trail(
          policy,
          trail.dialledAt,
          trail.reachedAt,
          trail.call,
          by.at(),
          by.call(),
          forbidden,
          forbidden ? why : null);
    }

    Trail unconfirmed() {
      return new Trail(policy, dialledAt, reachedAt, call, null, null, false, null);
    }
  }

  /**
   * How it was called off.
   *
   * @param inConfirmation whether in a call that was made to confirm it
   * @param voided whether it was never agreed: the call that seemed to set it was logged wrongly
   */
  public record Cancellation(
      Instant at,
      CancelledBy by,
      @Nullable CallId call,
      boolean inConfirmation,
      @Nullable String reason,
      boolean voided) {}

  /**
   * What became of it.
   *
   * @param at when that was told
   * @param verdict the client's; null: not told, or nobody came
   * @param evidence on what a verdict of BAD_LEAD rests
   * @param callback which a no-show made
   */
  public record Attendance(
      Instant at,
      @Nullable ClientVerdict verdict,
      @Nullable String evidence,
      @Nullable CallbackId callback) {}

  /** How long before its start it was called off; negative: after it should have begun. */
  public Optional<Duration> notice() {
    return Optional.ofNullable(cancellation)
        .map(c -> Duration.between(c.at(), meeting.slot().startsAt()));
  }

  /** From its setting to the first dial for its confirmation. */
  public Optional<Duration> confirmationLag() {
    return Optional.ofNullable(confirmation.dialledAt())
        .map(dialled -> Duration.between(setting.at(), dialled));
  }

  /** The start of the day after this one at the prospect's place. */
  public Instant nextDay(Instant now) {
    ZoneId zone = meeting.zone();
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Whether it is confirmed minutes after it was set. */
  boolean isConfirmedAtOnce() {
    return confirmation.policy() == Confirmation.AT_ONCE;
  }

  /** Whether this call was made to confirm it. */
  boolean isConfirmationCall(@Nullable CallId call) {
    return call != null && call.equals(confirmation.call());
  }

  Appointment dialled(CallId call, Instant at, boolean reached, Instant now) {
    return with(status, chain, confirmation.dialled(call, at, reached), now);
  }

  Appointment confirm(Origin by, boolean forbidden, @Nullable String why, Instant now) {
    requireOpen();
    return with(
        AppointmentStatus.CONFIRMED, chain, confirmation.confirmed(by, forbidden, why), now);
  }

  /** It was not confirmed after all. */
  Appointment unconfirm(Instant now) {
    return with(AppointmentStatus.SET, chain, confirmation.unconfirmed(), now);
  }

  /** Another stands in its place. */
  Appointment rescheduledTo(AppointmentId next, Instant now) {
    requireOpen();
    Chain linked = new Chain(chain.root(), chain.from(), next, chain.sequence());
    return with(AppointmentStatus.RESCHEDULED, linked, confirmation, now);
  }

  Appointment cancel(Cancellation how, Instant now) {
    requireOpen();
    return ended(AppointmentStatus.CANCELLED, revised(), how, null, now);
  }

  Appointment attended(AppointmentStatus how, Attendance what, Instant now) {
    return ended(how, chain, null, what, now);
  }

  /**
   * It is to be after all, beside whatever has taken its slot meanwhile.
   *
   * @param sequence greater than any of the chain
   */
  Appointment reopen(boolean slotTaken, int sequence, Instant now) {
    After after = new After(this);
    after.status =
        confirmation.confirmedAt() == null ? AppointmentStatus.SET : AppointmentStatus.CONFIRMED;
    after.chain = new Chain(chain.root(), chain.from(), null, sequence);
    after.meeting =
        new Meeting(
            meeting.slot(),
            meeting.zone(),
            meeting.doubleBooked() || slotTaken,
            meeting.arrangements());
    after.cancellation = null;
    after.attendance = null;
    return after.at(now);
  }

  private Chain revised() {
    return new Chain(chain.root(), chain.from(), null, chain.sequence() + 1);
  }

  private Appointment with(AppointmentStatus to, Chain linked, Trail trail, Instant now) {
    After after = new After(this);
    after.status = to;
    after.chain = linked;
    after.confirmation = trail;
    return after.at(now);
  }

  private Appointment ended(
      AppointmentStatus how,
      Chain linked,
      @Nullable Cancellation off,
      @Nullable Attendance what,
      Instant now) {
    After after = new After(this);
    after.status = how;
    after.chain = linked;
    after.cancellation = off;
    after.attendance = what;
    return after.at(now);
  }

  /** This appointment in the making, as it is after a verb that changes it in some respects. */
  private static final class After {

    private final Appointment before;
    private AppointmentStatus status;
    private Chain chain;
    private Meeting meeting;
    private Trail confirmation;
    private @Nullable Cancellation cancellation;
    private @Nullable Attendance attendance;

    After(Appointment before) {
      this.before = before;
      this.status = before.status;
      this.chain = before.chain;
      this.meeting = before.meeting;
      this.confirmation = before.confirmation;
      this.cancellation = before.cancellation;
      this.attendance = before.attendance;
    }

    Appointment at(Instant now) {
      return new Appointment(
          before.id,
          before.version,
          before.lead,
          before.campaign,
          before.client,
          status,
          chain,
          meeting,
          before.setting,
          confirmation,
          cancellation,
          attendance,
          before.createdAt,
          now);
    }
  }

  /**
   * @throws WarmlineException APPOINTMENT_CLOSED
   */
  void requireOpen() {
    if (!status.isOpen()) {
      throw new WarmlineException(
          ProblemCode.APPOINTMENT_CLOSED,
          "This appointment is "
              + status
              + (chain.to() == null ? "." : "; the appointment " + chain.to() + " follows it."));
    }
  }

  /** Hides what was agreed: it is personal data. */
  @Override
  public String toString() {
    return "Appointment[" + id + ", " + status + "]";
  }
}
