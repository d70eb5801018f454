package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.Callers.Caller;
import io.warmline.core.call.ReadSituation.Facts;
import io.warmline.core.callrecord.Call;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.Direction;
import io.warmline.core.disposition.Situation;
import io.warmline.core.id.CallId;
import io.warmline.core.lead.Lead;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.queue.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes of what is reported the call that goes on record. Writes nothing. */
@ApplicationScoped
class NewCalls {

  private static final Duration OLDEST = Duration.ofDays(30);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final Callers callers;
  private final Breaches breaches;

  NewCalls(Callers callers, Breaches breaches) {
    this.callers = callers;
    this.breaches = breaches;
  }

  /**
   * A dial that a report is about.
   *
   * @param lead as it was before, under the locks of its numbers
   */
  record CallToLead(ReportedCall report, Caller caller, Lead lead, Instant startedAt) {

    /** Whether a claim allowed it at the time it was made, however late it is reported. */
    boolean isCovered() {
      return caller
          .claim()
          .filter(c -> startedAt.isBefore(c.callUntil()))
          .filter(c -> !startedAt.isAfter(c.endedAt().orElse(c.expiresAt())))
          .isPresent();
    }

    /**
     * The number that was dialled: the one reported, the one claimed, or the lead's next.
     *
     * @throws InvalidValue if what was reported is no number, or nothing says which it was
     */
    PhoneNumber number(Facts facts) {
      if (report.phone().isPresent()) {
        String own = lead.profile().address().country();
        return parse(report.phone().get(), own == null ? facts.terms().country() : own, "/phone");
      }
      return caller
          .claim()
          .flatMap(Claim::phone)
          .or(() -> facts.nextNumberOf(lead))
          .orElseThrow(
              () ->
                  InvalidValue.required(
                      "/phone", "the lead has no number that works; give the one dialled"));
    }
  }

  /**
   * When the call began.
   *
   * @throws InvalidValue if that is in the future, or more than 30 days ago
   */
  static Instant startOf(ReportedCall report, Instant now) {
    Instant startedAt = report.startedAt().orElse(now);
    if (startedAt.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new InvalidValue(
          "/startedAt", "IN_THE_FUTURE", "must not be in the future; it is " + now + " now");
    }
    if (startedAt.isBefore(now.minus(OLDEST))) {
      throw new InvalidValue(
          "/startedAt", "TOO_OLD", "must be at most 30 days ago; it is " + now + " now");
    }
    return startedAt.isAfter(now) ? now : startedAt;
  }

  /**
   * @throws InvalidValue at this pointer if it is no number
   */
  static PhoneNumber parse(String text, String country, String pointer) {
    try {
      return PhoneNumbers.parse(text, country);
    } catch (WarmlineException e) {
      throw InvalidValue.at(pointer, e);
    }
  }

  /**
   * The call as it goes on record.
   *
   * @param late whether its claim had ended before
   */
  Call of(CallToLead dial, PhoneNumber number, boolean late, Situation before, Instant now) {
    ReportedCall report = dial.report();
    CallDetails details = report.details();
    return new Call(
        CallId.next(),
        0,
        dial.lead().id(),
        dial.lead().campaign(),
        dial.caller().agent(),
        dial.caller().claim().map(Claim::id).orElse(null),
        number,
        report.direction(),
        report.disposition(),
        dial.lead().status(),
        late,
        dial.isCovered() || report.direction() == Direction.INBOUND
            ? List.of()
            : breaches.of(before, number, dial.startedAt()),
        dial.startedAt(),
        report.durationSeconds(),
        report.notes(),
        details.reason().orElse(null),
        report.recording().orElse(null),
        details.conduct().aimingAt(callers.objective(dial.caller(), before.terms())),
        before.zoneOf(number),
        before.demands().on(report.disposition(), details),
        Call.Links.NONE,
        null,
        now);
  }
}
