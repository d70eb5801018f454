package io.warmline.core.call;

import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.call.Callers.Caller;
import io.warmline.core.call.Callers.EndedClaims;
import io.warmline.core.call.Callers.KnownClaims;
import io.warmline.core.call.CarryOut.DecidedCall;
import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.call.NewCalls.CallToLead;
import io.warmline.core.call.ReadSituation.Facts;
import io.warmline.core.callrecord.Call;
import io.warmline.core.callrecord.ReportDigest;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.disposition.Situation;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadBook.Taken;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Records many calls in one transaction, each as {@link LogCall} would, had they been reported one
 * after the other; one that is refused changes nothing for the rest. Most calls of a dialler reach
 * nobody: all of those together take as many round trips as one. Calls from which more follows, and
 * those that have their lead or a number in common, are recorded one by one.
 */
@ApplicationScoped
public class LogCalls {

  private final TenantTransaction transaction;
  private final Callers callers;
  private final LeadBook leads;
  private final ReadSituation read;
  private final NewCalls newCalls;
  private final CarryOut carryOut;
  private final LogCall logCall;
  private final Clock clock;

  LogCalls(
      TenantTransaction transaction,
      Callers callers,
      LeadBook leads,
      ReadSituation read,
      NewCalls newCalls,
      CarryOut carryOut,
      LogCall logCall,
      Clock clock) {
    this.transaction = transaction;
    this.callers = callers;
    this.leads = leads;
    this.read = read;
    this.newCalls = newCalls;
    this.carryOut = carryOut;
    this.logCall = logCall;
    this.clock = clock;
  }

  /** What came of one report. */
  public sealed interface Receipt {

    /** It is on record, now or since before. */
    record Logged(LoggedCall call) implements Receipt {}

    /** It is refused, for a reason that {@link LogCall#log} gives too. */
    record Refused(WarmlineException why) implements Receipt {}
  }

  /** Records these calls; what came of each, in their order. */
  public List<Receipt> log(List<ReportedCall> reports) {
    return transaction.call(() -> log(reports, clock.instant()));
  }

  private List<Receipt> log(List<ReportedCall> reports, Instant now) {
    Map<Integer, Receipt> receipts = new TreeMap<>();
    List<Candidate> candidates = read(reports, receipts, now);
    List<Ready> ready = ready(candidates, receipts, now);
    if (!ready.isEmpty()) {
      recordPlain(ready, receipts, now);
    }
    for (int i = 0; i < reports.size(); i++) {
      if (!receipts.containsKey(i)) {
        receipts.put(i, alone(reports.get(i), now));
      }
    }
    return List.copyOf(receipts.values());
  }

  /**
   * A report with what is known of its lead.
   *
   * @param place among all reports
   */
  private record Candidate(int place, CallToLead dial, Facts facts) {

    /** The numbers that it is about; empty if nobody can tell yet. */
    Set<PhoneNumber> numbers() {
      Set<PhoneNumber> all = new HashSet<>(dial.lead().numbers());
      all.add(dial.number(facts));
      return all;
    }
  }

  /** A call that is decided and can be recorded with others. */
  private record Ready(int place, Caller caller, DecidedCall decided) {}

  private List<Candidate> read(
      List<ReportedCall> reports, Map<Integer, Receipt> receipts, Instant now) {
    KnownClaims known = callers.read(reports, now);
    Map<Integer, Caller> made = new TreeMap<>();
    Map<Integer, Instant> starts = new HashMap<>();
    for (int i = 0; i < reports.size(); i++) {
      ReportedCall report = reports.get(i);
      try {
        starts.put(i, NewCalls.startOf(report, now));
        made.put(i, callers.of(report, known));
      } catch (WarmlineException e) {
        receipts.put(i, new Receipt.Refused(e));
      }
    }
    Set<LeadId> ids = made.values().stream().map(Caller::lead).collect(Collectors.toSet());
    List<ClaimId> claims = made.values().stream().flatMap(c -> c.claims().stream()).toList();
    Taken<Map<LeadId, Facts>> taken = leads.take(ids, known.held(), read.facts(ids, claims));
    Map<LeadId, Lead> found =
        taken.leads().stream().collect(Collectors.toMap(Lead::id, lead -> lead));
    List<Candidate> candidates = new ArrayList<>();
    made.forEach(
        (i, caller) -> {
          Lead lead = found.get(caller.lead());
          if (lead == null) {
            receipts.put(i, new Receipt.Refused(new NotFound("lead", caller.lead())));
          } else {
            Instant startedAt = Objects.requireNonNull(starts.get(i));
            candidates.add(
                new Candidate(
                    i,
                    new CallToLead(reports.get(i), caller, lead, startedAt),
                    Objects.requireNonNull(taken.known().get(lead.id()))));
          }
        });
    return candidates;
  }

  /** Those that can be recorded together; nothing was written so far. */
  private List<Ready> ready(
      List<Candidate> candidates, Map<Integer, Receipt> receipts, Instant now) {
    Map<PhoneNumber, Integer> dialled = new HashMap<>();
    List<Candidate> simple = new ArrayList<>();
    for (Candidate candidate : candidates) {
      try {
        candidate.dial().lead().requireNotErased();
        candidate.numbers().forEach(number -> dialled.merge(number, 1, Integer::sum));
        if (isSimple(candidate, now)) {
          simple.add(candidate);
        }
      } catch (WarmlineException e) {
        receipts.put(candidate.place(), new Receipt.Refused(e));
      }
    }
    List<Ready> ready = new ArrayList<>();
    for (Candidate candidate : simple) {
      boolean alone = candidate.numbers().stream().allMatch(n -> dialled.getOrDefault(n, 0) == 1);
      try {
        if (alone) {
          decided(candidate, now)
              .map(d -> new Ready(candidate.place(), candidate.dial().caller(), d))
              .ifPresent(ready::add);
        }
      } catch (WarmlineException e) {
        receipts.put(candidate.place(), new Receipt.Refused(e));
      }
    }
    return ready;
  }

  /** Whether all that bears on it was read already. */
  private static boolean isSimple(Candidate candidate, Instant now) {
    Facts facts = candidate.facts();
    CallToLead dial = candidate.dial();
    CallDetails details = dial.report().details();
    return facts.logged().isEmpty()
        && !facts.promised()
        && !facts.hasTasks()
        && !facts.hadMeeting()
        && details.statedPlace().isEmpty()
        && details.callback().isEmpty()
        && dial.caller().claim().filter(claim -> !claim.isLive(now)).isEmpty()
        && dial.lead().numbers().contains(dial.number(facts));
  }

  private Optional<DecidedCall> decided(Candidate candidate, Instant now) {
    CallToLead dial = candidate.dial();
    ReportedCall report = dial.report();
    PhoneNumber number = dial.number(candidate.facts());
    Situation before = read.with(dial.lead(), candidate.facts(), false);
    LocalDate today = now.atZone(before.zoneOf(number)).toLocalDate();
    report.details().requireFor(report.disposition(), today);
    Call call = newCalls.of(dial, number, false, before, now);
    List<Effect> effects = new ArrayList<>();
    if (dial.caller().claim().isPresent()) {
      effects.add(new Effect(EffectCode.CLAIM_COMPLETED, "The claim has ended."));
    }
    RefusalInReport.of(report.disposition(), report.notes(), report.details())
        .ifPresent(effects::add);
    return carryOut.plain(
        new CarryOut.CallAtHand(
            call, report.details(), before, dial.lead(), effects, Optional.empty()),
        ReportDigest.of(report),
        now);
  }

  /** One whose claim has ended in this moment is left for {@link #alone}. */
  private void recordPlain(List<Ready> ready, Map<Integer, Receipt> receipts, Instant now) {
    Set<PhoneNumber> dialled =
        ready.stream()
            .map(one -> one.decided().atHand().call().dialled())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    EndedClaims ended = callers.endClaims(ready.stream().map(Ready::caller).toList(), dialled, now);
    List<Ready> inTime = ready.stream().filter(one -> ended.inTime(one.caller())).toList();
    List<LoggedCall> logged =
        carryOut.all(inTime.stream().map(Ready::decided).toList(), ended.around(), now);
    for (int i = 0; i < logged.size(); i++) {
      receipts.put(inTime.get(i).place(), new Receipt.Logged(logged.get(i)));
    }
  }

  private Receipt alone(ReportedCall report, Instant now) {
    try {
      return new Receipt.Logged(transaction.attempt(() -> logCall.log(report, now)));
    } catch (WarmlineException e) {
      return new Receipt.Refused(e);
    }
  }
}
