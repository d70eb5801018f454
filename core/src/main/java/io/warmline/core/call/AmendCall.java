package io.warmline.core.call;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.id.CallId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Corrects what was logged about a call. */
@ApplicationScoped
public class AmendCall {

  private final TenantTransaction transaction;
  private final Calls calls;
  private final DialledLeads leads;
  private final ReplaceOutcome replaceOutcome;
  private final AfterCall afterCall;
  private final Clock clock;

  AmendCall(
      TenantTransaction transaction,
      Calls calls,
      DialledLeads leads,
      ReplaceOutcome replaceOutcome,
      AfterCall afterCall,
      Clock clock) {
    this.transaction = transaction;
    this.calls = calls;
    this.leads = leads;
    this.replaceOutcome = replaceOutcome;
    this.afterCall = afterCall;
    this.clock = clock;
  }

  /**
   * How a logged call is corrected.
   *
   * @param disposition empty: the outcome stays
   */
  public record Correction(
      Optional<Disposition> disposition,
      @Nullable Integer durationSeconds,
      @Nullable String notes,
      CallDetails details) {}

  /**
   * Corrects a call. A corrected outcome takes back what the wrong one caused, as far as that can
   * be, and is carried out instead.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such call
   * @throws InvalidValue if something is missing that the other disposition calls for
   * @throws WarmlineException CALL_NOT_LATEST if the outcome changes and a later call was logged;
   *     SUPPRESSION_STANDS if the outcome was DO_NOT_CALL; HANDOFF_DECIDED if the client has
   *     decided on what the call offered; PREQUALIFICATION_MISSING, VERSION_MISMATCH, LEAD_ERASED
   */
  public LoggedCall amend(CallId id, Optional<Integer> version, Correction correction) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Call call = calls.lock(id);
          Versions.require(call.version(), version);
          call.requireNotErased();
          Effects effects = new Effects();
          calls.correct(amended(call, correction, effects, now), now);
          return afterCall.tell(calls.get(id), effects, now);
        });
  }

  private Call amended(Call call, Correction correction, Effects effects, Instant now) {
    Call described =
        call.described(
            correction.durationSeconds(), correction.notes(), correction.details().conduct(), now);
    return correction
        .disposition()
        .filter(other -> other != call.disposition())
        .map(other -> replaceOutcome.of(described, other, correction.details(), effects, now))
        .orElseGet(() -> withFindings(described, correction.details(), now));
  }

  /** What is found out later is known of the lead, too, unless a later call tells. */
  private Call withFindings(Call call, CallDetails details, Instant now) {
    if (details.findings().equals(Findings.NONE)) {
      return call;
    }
    Findings found = leads.read(call.lead()).demands().on(call.disposition(), details);
    if (!calls.hasLater(call.lead(), call.id(), call.startedAt())) {
      leads.learn(call.lead(), details.findings().qualification(), now);
    }
    return call.finding(found.over(call.findings()));
  }
}
