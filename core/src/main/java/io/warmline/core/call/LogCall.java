package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.queue.Claim;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records a call and everything that follows from it, in one transaction. A call that was made is
 * never refused because its claim has ended: it is recorded, marked late, and what has been decided
 * since stands.
 */
@ApplicationScoped
public class LogCall {

  private static final Duration OLDEST = Duration.ofDays(30);
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final TenantTransaction transaction;
  private final Callers callers;
  private final DialledLeads leads;
  private final Breaches breaches;
  private final RecordCall record;
  private final Clock clock;

  LogCall(
      TenantTransaction transaction,
      Callers callers,
      DialledLeads leads,
      Breaches breaches,
      RecordCall record,
      Clock clock) {
    this.transaction = transaction;
    this.callers = callers;
    this.leads = leads;
    this.breaches = breaches;
    this.record = record;
    this.clock = clock;
  }

  /**
   * A call as it is reported.
   *
   * @param claim under which it was made; without one, lead and agent are given
   * @param phone the number dialled, in any usual spelling; empty: the one claimed, or the lead's
   *     next
   * @param startedAt empty: now
   */
  public record Report(
      Optional<ClaimId> claim,
      Optional<LeadId> lead,
      Optional<AgentId> agent,
      Optional<String> phone,
      Disposition disposition,
      Optional<Instant> startedAt,
      @Nullable Integer durationSeconds,
      @Nullable String notes,
      CallDetails details) {}

  /**
   * Records the call.
   *
   * @throws InvalidValue if something is missing that the disposition calls for, or a time is
   *     impossible
   * @throws NotFound if there is no such claim, lead or agent
   * @throws WarmlineException CLAIM_HELD_BY_ANOTHER if the claim is not the agent's; LEAD_ERASED;
   *     PREQUALIFICATION_MISSING if a lead is called qualified that is not
   */
  public LoggedCall log(Report report) {
    return transaction.call(() -> log(report, clock.instant()));
  }

  private LoggedCall log(Report report, Instant now) {
    Instant startedAt = requirePlausible(report.startedAt().orElse(now), now);
    Callers.Made made = callers.call(report);
    DialledLead lead = leads.take(made.lead());
    PhoneNumber number = dialled(report, made, lead);
    leads.lock(number, lead);
    LocalDate today = now.atZone(lead.zoneOf(number)).toLocalDate();
    report.details().requireFor(report.disposition(), today);
    Findings findings = lead.demands().on(report.disposition(), report.details());
    Effects effects = new Effects();
    boolean late = !callers.endClaim(made, effects, now);
    Call call =
        new Call(
            CallId.next(),
            0,
            lead.id(),
            lead.campaign(),
            made.agent(),
            made.claim().map(Claim::id).orElse(null),
            number,
            report.disposition(),
            lead.status(),
            late,
            isCovered(made, late, startedAt) ? List.of() : breaches.of(lead, number, startedAt),
            startedAt,
            report.durationSeconds(),
            report.notes(),
            report.details().reason().orElse(null),
            report.details().conduct().aimingAt(callers.objective(made, lead.objective())),
            lead.zoneOf(number),
            findings,
            Call.Links.NONE,
            null,
            now);
    return record.with(
        new Aftermath(call, lead, report.details(), effects, now),
        made.at(report.startedAt(), now));
  }

  /** Whether a claim allowed the call at the time it was made. */
  private static boolean isCovered(Callers.Made made, boolean late, Instant startedAt) {
    return !late && made.claim().filter(c -> startedAt.isBefore(c.callUntil())).isPresent();
  }

  private static Instant requirePlausible(Instant startedAt, Instant now) {
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

  private static PhoneNumber dialled(Report report, Callers.Made made, DialledLead lead) {
    if (report.phone().isPresent()) {
      return parse(report.phone().get(), lead.country(), "/phone");
    }
    return made.claim()
        .flatMap(Claim::phone)
        .or(lead::nextNumber)
        .orElseThrow(
            () ->
                InvalidValue.required(
                    "/phone", "the lead has no number that works; give the one dialled"));
  }

  /**
   * @throws InvalidValue at this pointer if it is no number
   */
  static PhoneNumber parse(String text, String country, String pointer) {
    try {
      return PhoneNumbers.parse(text, country);
    } catch (WarmlineException e) {
      throw new InvalidValue(pointer, e.code().name(), String.valueOf(e.getMessage()));
    }
  }
}
