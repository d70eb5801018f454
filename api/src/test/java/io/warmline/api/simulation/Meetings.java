package io.warmline.api.simulation;

import io.warmline.sdk.model.Appointment;
import io.warmline.sdk.model.AttendanceOutcome;
import io.warmline.sdk.model.CancelAppointment;
import io.warmline.sdk.model.CancelledBy;
import io.warmline.sdk.model.Confirmation;
import io.warmline.sdk.model.LeadStatus;
import io.warmline.sdk.model.MeetingVerdict;
import io.warmline.sdk.model.RecordAttendance;
import io.warmline.sdk.model.RescheduleAppointment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of meetings outside our calls. */
final class Meetings {

  private static final Duration LENGTH = Duration.ofMinutes(30);

  private final World world;
  private final Chance chance;

  Meetings(World world) {
    this.world = world;
    this.chance = world.chance();
  }

  /** A meeting is set: some write to call it off or move it, the others come or stay away. */
  void expect(Meeting meeting) {
    world.floor().ring();
    if (chance.is(Reactions.CALLS_OFF)) {
      before(meeting, () -> callOff(meeting));
    } else if (chance.is(0.05)) {
      before(meeting, () -> move(meeting));
    }
    if (meeting.drive().confirmation() == Confirmation.AT_ONCE && chance.is(0.1)) {
      world.agenda().at(dayBefore(meeting), () -> confirmAllTheSame(meeting));
    }
    world.agenda().at(meeting.startsAt().plus(LENGTH), () -> takePlace(meeting));
  }

  private void before(Meeting meeting, Runnable what) {
    long minutes = Duration.between(world.now(), meeting.startsAt()).toMinutes();
    world.agenda().in(chance.minutes(1, (int) minutes - 1), what);
  }

  private static Instant dayBefore(Meeting meeting) {
    return meeting
        .startsAt()
        .atZone(meeting.prospect().zone())
        .minusDays(1)
        .with(LocalTime.NOON)
        .toInstant();
  }

  private void confirmAllTheSame(Meeting meeting) {
    if (meeting.isOpen() && !meeting.isConfirmed()) {
      Guard.confirmationIsForbidden(world, meeting.id());
    }
  }

  private void callOff(Meeting meeting) {
    if (meeting.isOpen()) {
      CancelAppointment cancel = new CancelAppointment().cancelledBy(CancelledBy.PROSPECT);
      world.warmline().appointments().cancelAppointment(meeting.id(), cancel);
      meeting.cancel(world.now(), false);
      backToWork(meeting);
    }
  }

  private void move(Meeting meeting) {
    if (!meeting.isOpen()) {
      return;
    }
    var startsAt = new Wishes(world).freeSlot(meeting.prospect());
    Appointment next =
        world
            .warmline()
            .appointments()
            .rescheduleAppointment(meeting.id(), new RescheduleAppointment().startsAt(startsAt))
            .value();
    Meeting moved = meeting.moved(next.getId(), world.now(), startsAt.toInstant());
    world.ledger().meet(meeting.prospect(), moved);
    expect(moved);
  }

  /** The time has come; the client tells who was there, and what they think of them. */
  private void takePlace(Meeting meeting) {
    if (!meeting.isOpen()) {
      return;
    }
    if (Reactions.staysAway(meeting, chance)) {
      miss(meeting);
    } else {
      hold(meeting);
    }
  }

  private void miss(Meeting meeting) {
    RecordAttendance told = new RecordAttendance().outcome(AttendanceOutcome.NO_SHOW);
    Appointment missed =
        world.warmline().appointments().recordAttendance(meeting.id(), told).value();
    meeting.missed();
    backToWork(meeting);
    UUID callback = missed.getAttendance().getCallbackId();
    Prospect prospect = meeting.prospect();
    if (callback != null && !callback.equals(prospect.callback())) {
      world.ledger().callBack(prospect, world.warmline().callbacks().getCallback(callback).value());
      prospect.promise().ifPresent(promise -> world.agenda().at(promise.at(), world.floor()::ring));
    }
  }

  private void hold(Meeting meeting) {
    MeetingVerdict verdict = verdict();
    RecordAttendance told = new RecordAttendance().outcome(AttendanceOutcome.HELD).verdict(verdict);
    if (verdict == MeetingVerdict.BAD_LEAD) {
      told.evidence("Nobody there decides.");
    }
    world.warmline().appointments().recordAttendance(meeting.id(), told);
    meeting.held(verdict);
    Prospect prospect = meeting.prospect();
    if (prospect.status() == LeadStatus.APPOINTMENT_SET) {
      prospect.become(meeting.isWasted() ? LeadStatus.DISQUALIFIED : LeadStatus.HANDED_OFF);
    }
  }

  private @Nullable MeetingVerdict verdict() {
    if (chance.is(0.1)) {
      return null;
    }
    return chance.is(0.8)
        ? MeetingVerdict.QUALIFIED
        : chance.is(0.8) ? MeetingVerdict.UNQUALIFIED : MeetingVerdict.BAD_LEAD;
  }

  /** The lead is ours to call again. */
  private static void backToWork(Meeting meeting) {
    if (meeting.prospect().status() == LeadStatus.APPOINTMENT_SET) {
      meeting.prospect().become(LeadStatus.CONTACTED);
    }
  }
}
