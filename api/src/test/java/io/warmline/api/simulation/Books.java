package io.warmline.api.simulation;

import io.warmline.sdk.model.Callback;
import io.warmline.sdk.model.Claim;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.LeadStatus;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.SuppressionScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The firm's own books. Of the product's answers they take ids, the times that the product made of
 * a prospect's words, and where a lead stands; everything that reports count is counted here.
 */
final class Books {

  private final Period period;
  private final List<Prospect> prospects = new ArrayList<>();
  private final List<Facts.Dial> dials = new ArrayList<>();
  private final List<Promise> promises = new ArrayList<>();
  private final List<Meeting> meetings = new ArrayList<>();
  private final List<Offer> offers = new ArrayList<>();
  private final List<Facts.Signal> signals = new ArrayList<>();
  private final List<Facts.Dial> incoming = new ArrayList<>();
  private final Map<Facts.Dial, List<Double>> reviews = new IdentityHashMap<>();
  private final Attendance attendance = new Attendance();
  private final Sales sales = new Sales();

  /**
   * @param period which they are about
   */
  Books(Period period) {
    this.period = period;
  }

  Period period() {
    return period;
  }

  List<Prospect> prospects() {
    return prospects;
  }

  List<Facts.Dial> dials() {
    return dials;
  }

  List<Promise> promises() {
    return promises;
  }

  List<Meeting> meetings() {
    return meetings;
  }

  List<Offer> offers() {
    return offers;
  }

  List<Facts.Signal> signals() {
    return signals;
  }

  /** Calls that came in; they are no dials. */
  List<Facts.Dial> incoming() {
    return incoming;
  }

  Attendance attendance() {
    return attendance;
  }

  Sales sales() {
    return sales;
  }

  /** What supervisors have said of a call, in points; none: nobody has listened. */
  List<Double> reviewsOf(Facts.Dial call) {
    return reviews.getOrDefault(call, List.of());
  }

  /**
   * @param points the mean of what was scored
   */
  void reviewed(Facts.Dial call, double points) {
    reviews.put(call, List.of(points));
  }

  /**
   * A call as it was made.
   *
   * @param dialledAt when it began; it is logged now
   */
  record Made(Prospect prospect, Claim claim, NewCall call, Instant dialledAt, Instant now) {

    Disposition outcome() {
      return call.getDisposition();
    }
  }

  /** Enters a call, and what the product made of it. */
  void enter(Made made, LoggedCall answer) {
    dialled(made);
    Prospect prospect = made.prospect();
    followPromise(made, answer);
    followMeeting(made, answer);
    followOffer(made, answer);
    prospect.become(answer.getLeadStatus());
    if (made.outcome() == Disposition.DO_NOT_CALL) {
      refuse(made);
    }
    closeOffer(prospect, made.now());
  }

  /** Somebody has called us, and whoever decides was on the line. */
  void calledIn(Prospect prospect, UUID agent, NewCall call, LoggedCall answer, Instant at) {
    incoming.add(
        new Facts.Dial(
            prospect,
            agent,
            at,
            call.getDisposition(),
            prospect.drive().objective(),
            null,
            false,
            false,
            false,
            call.getDurationSeconds()));
    end(prospect, Promise.End.TALKED, at);
    prospect.noCallback();
    if (call.getDisposition() == Disposition.APPOINTMENT_SET) {
      Instant startsAt = call.getAppointment().getStartsAt().toInstant();
      meet(prospect, Meeting.set(prospect, answer.getAppointment().getId(), at, agent, startsAt));
    }
    prospect.become(answer.getLeadStatus());
  }

  private void dialled(Made made) {
    var objective = Trade.objective(made.claim(), made.prospect().drive());
    NewCall call = made.call();
    Facts.Dial dial =
        new Facts.Dial(
            made.prospect(),
            made.claim().getAgentId(),
            made.dialledAt(),
            made.outcome(),
            objective,
            Trade.attained(objective, call),
            Boolean.TRUE.equals(call.getInterestStated()),
            Boolean.TRUE.equals(call.getMeetingAsked()),
            Boolean.TRUE.equals(call.getCounterOffered()),
            call.getDurationSeconds());
    dials.add(dial);
    made.prospect().dials().add(dial);
  }

  private void followPromise(Made made, LoggedCall answer) {
    Prospect prospect = made.prospect();
    prospect.promise().ifPresent(before -> before.dialled(made.dialledAt(), made.outcome()));
    Callback open = answer.getCallback();
    if (made.outcome() == Disposition.CALLBACK_REQUESTED) {
      end(prospect, Promise.End.TALKED, made.now());
      promise(prospect, open);
    } else if (!isOpen(open)) {
      boolean refused = made.outcome() == Disposition.DO_NOT_CALL;
      end(prospect, refused ? Promise.End.REFUSED : Promise.End.TALKED, made.now());
      prospect.noCallback();
    } else if (isMoved(prospect, open) && made.outcome() != Disposition.TECHNICAL_FAILURE) {
      end(prospect, Promise.End.NOT_REACHED, made.now());
    }
  }

  private static boolean isMoved(Prospect prospect, Callback open) {
    Instant due = open.getDueAt().toInstant();
    return prospect.promise().filter(before -> !before.at().equals(due)).isPresent();
  }

  private static void end(Prospect prospect, Promise.End how, Instant at) {
    prospect.promise().ifPresent(promise -> promise.end(how, at));
  }

  private static boolean isOpen(@Nullable Callback callback) {
    if (callback == null) {
      return false;
    }
    return switch (callback.getStatus()) {
      case SCHEDULED, DUE, CLAIMED -> true;
      case KEPT, CANCELLED, UNKNOWN -> false;
    };
  }

  /** A callback is open, for a time that somebody has named. */
  private void promise(Prospect prospect, Callback callback) {
    promises.add(callBack(prospect, callback));
  }

  /** A callback is open, of which nobody was told. */
  Promise callBack(Prospect prospect, Callback callback) {
    Promise time =
        new Promise(prospect, callback.getDueAt().toInstant(), callback.getLatestAt().toInstant());
    prospect.promised(callback.getId(), time);
    return time;
  }

  private void followMeeting(Made made, LoggedCall answer) {
    Prospect prospect = made.prospect();
    boolean confirming = isConfirmation(made);
    if (confirming && made.outcome() != Disposition.TECHNICAL_FAILURE) {
      prospect.meeting().confirmationDialled(made.dialledAt(), Trade.isHuman(made.outcome()));
    }
    switch (made.outcome()) {
      case APPOINTMENT_SET, APPOINTMENT_RESCHEDULED ->
          meet(prospect, prospect.hasOpenMeeting() ? moved(made, answer) : set(made, answer));
      case APPOINTMENT_CONFIRMED -> prospect.meeting().confirm();
      case APPOINTMENT_CANCELLED -> prospect.meeting().cancel(made.dialledAt(), confirming);
      default -> {
        // the others are not about meetings
      }
    }
  }

  private static boolean isConfirmation(Made made) {
    return Trade.isConfirmation(made.claim()) && made.prospect().hasOpenMeeting();
  }

  private static Meeting set(Made made, LoggedCall answer) {
    return Meeting.set(
        made.prospect(),
        answer.getAppointment().getId(),
        made.dialledAt(),
        made.claim().getAgentId(),
        startsAt(made));
  }

  private static Meeting moved(Made made, LoggedCall answer) {
    return made.prospect()
        .meeting()
        .moved(answer.getAppointment().getId(), made.dialledAt(), startsAt(made));
  }

  private static Instant startsAt(Made made) {
    return made.call().getAppointment().getStartsAt().toInstant();
  }

  void meet(Prospect prospect, Meeting meeting) {
    prospect.meets(meeting);
    meetings.add(meeting);
  }

  private void followOffer(Made made, LoggedCall answer) {
    UUID id = answer.getCall().getHandoffId();
    if (id == null) {
      return;
    }
    Prospect prospect = made.prospect();
    prospect.offer().ifPresent(before -> before.end(made.now()));
    boolean qualified = made.outcome() == Disposition.QUALIFIED;
    Offer offer = new Offer(prospect, id, made.claim().getAgentId(), qualified, made.now());
    prospect.offered(offer);
    offers.add(offer);
  }

  /** What nobody may call any more is not to be decided. */
  private static void closeOffer(Prospect prospect, Instant now) {
    boolean closed =
        prospect.status() == LeadStatus.DO_NOT_CALL || prospect.status() == LeadStatus.DISQUALIFIED;
    if (closed) {
      prospect.offer().ifPresent(offer -> offer.end(now));
    }
  }

  private static void refuse(Made made) {
    Prospect who = made.prospect();
    boolean all = made.call().getSuppressionScope() == SuppressionScope.TENANT;
    who.line().refuse(who.drive(), all);
    for (Prospect other : who.line().prospects()) {
      if (other != who && other.line().isRefusedTo(other.drive())) {
        end(other, Promise.End.REFUSED, made.now());
        other.noCallback();
        other.become(LeadStatus.DO_NOT_CALL);
        closeOffer(other, made.now());
      }
    }
  }

  @Override
  public String toString() {
    return "%d dials, %d promises, %d meetings, %d hand-offs, %d signals"
        .formatted(dials.size(), promises.size(), meetings.size(), offers.size(), signals.size());
  }

  void signalled(Facts.Signal signal) {
    signals.add(signal);
    signal.prospect().gaveSignal(signal.at());
  }
}
