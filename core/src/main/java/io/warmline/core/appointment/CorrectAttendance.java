package io.warmline.core.appointment;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.appointment.Appointment.Attendance;
import io.warmline.core.callback.Callback;
import io.warmline.core.correction.Corrections;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Corrects whether a meeting was held, and what the client thought of it. The lead and the figures
 * follow. What became of the meeting must be withdrawn before it is told that nobody came.
 */
@ApplicationScoped
public class CorrectAttendance {

  private final TenantTransaction transaction;
  private final Appointments appointments;
  private final AppointmentEvents events;
  private final LeadAfterMeeting lead;
  private final Corrections corrections;
  private final Clock clock;

  CorrectAttendance(
      TenantTransaction transaction,
      Appointments appointments,
      AppointmentEvents events,
      LeadAfterMeeting lead,
      Corrections corrections,
      Clock clock) {
    this.transaction = transaction;
    this.appointments = appointments;
    this.events = events;
    this.lead = lead;
    this.corrections = corrections;
    this.clock = clock;
  }

  /**
   * What is right.
   *
   * @param verdict null: the client gave none
   * @param evidence on what a verdict of BAD_LEAD rests
   */
  public record Right(boolean held, @Nullable ClientVerdict verdict, @Nullable String evidence) {

    /**
     * @throws InvalidValue if a verdict of BAD_LEAD comes without evidence, or a no-show with a
     *     verdict
     */
    public Right {
      if (!held && verdict != null) {
        throw new InvalidValue("/verdict", "NOT_TAKEN", "nobody judges whom nobody met");
      }
      if (verdict == ClientVerdict.BAD_LEAD && evidence == null) {
        throw InvalidValue.required("/evidence", "BAD_LEAD needs the evidence on which it rests");
      }
      if (verdict != ClientVerdict.BAD_LEAD && evidence != null) {
        throw new InvalidValue("/evidence", "NOT_TAKEN", "evidence goes with BAD_LEAD");
      }
    }

    /** Hides the evidence: it may be personal data. */
    @Override
    public String toString() {
      return "Right[" + held + ", " + verdict + "]";
    }
  }

  /**
   * It was told wrongly: this is right.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such appointment, or no such agent
   * @throws WarmlineException ATTENDANCE_NOT_RECORDED, OUTCOME_RECORDED, VERSION_MISMATCH
   */
  public Appointment correct(
      AppointmentId id, Optional<Integer> version, Right right, Corrections.Because why) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          lead.lock(appointments.get(id).lead());
          Appointment before = appointments.get(id);
          Versions.require(before.version(), version);
          requireTold(before);
          Appointment after = right.held() ? held(before, right, now) : missed(before, now);
          corrections.note(before.lead(), id, asTold(before), why, now);
          events.corrected(after, now);
          return after;
        });
  }

  private static void requireTold(Appointment appointment) {
    if (appointment.attendance() == null) {
      throw new WarmlineException(
          ProblemCode.ATTENDANCE_NOT_RECORDED,
          "This appointment is "
              + appointment.status()
              + ": nobody has told whether it was held, so there is nothing to correct.");
    }
  }

  private Appointment held(Appointment before, Right right, Instant now) {
    Attendance what = new Attendance(toldAt(before), right.verdict(), right.evidence(), null);
    Appointment held = appointments.write(before.attended(AppointmentStatus.HELD, what, now));
    if (before.status() == AppointmentStatus.HELD) {
      lead.wasJudged(before, held, now);
    } else {
      lead.wasMetAfterAll(before, held, now);
    }
    return held;
  }

  private Appointment missed(Appointment before, Instant now) {
    if (before.status() == AppointmentStatus.NO_SHOW) {
      return before;
    }
    if (appointments.hasOutcome(before.id())) {
      throw new WarmlineException(
          ProblemCode.OUTCOME_RECORDED,
          "It is recorded what became of this meeting. Withdraw that first (correctOutcome), then"
              + " tell that nobody came.");
    }
    lead.didNotComeAfterAll(before, now);
    @Nullable Callback callback = lead.didNotCome(before, now).orElse(null);
    Attendance what =
        new Attendance(toldAt(before), null, null, callback == null ? null : callback.id());
    Appointment missed = appointments.write(before.attended(AppointmentStatus.NO_SHOW, what, now));
    lead.goesOn(missed, now);
    return missed;
  }

  private static Instant toldAt(Appointment before) {
    return Objects.requireNonNull(before.attendance()).at();
  }

  private static Map<String, String> asTold(Appointment before) {
    Attendance told = Objects.requireNonNull(before.attendance());
    Map<String, String> all = new LinkedHashMap<>();
    all.put("outcome", before.status().name());
    if (told.verdict() != null) {
      all.put("verdict", told.verdict().name());
    }
    if (told.evidence() != null) {
      all.put("evidence", told.evidence());
    }
    return all;
  }
}
