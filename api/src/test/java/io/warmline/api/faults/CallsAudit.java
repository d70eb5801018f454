package io.warmline.api.faults;

import io.warmline.api.faults.Finding.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was acknowledged: leads, calls, and what was promised and refused in them. */
final class CallsAudit {

  private final Auditor auditor;

  CallsAudit(Auditor auditor) {
    this.auditor = auditor;
  }

  void audit(Told told, Held held) {
    Map<String, Held.Lead> leads = Auditor.by(held.leads(), Held.Lead::id);
    for (Told.Lead lead : told.leads()) {
      auditor.find(
          !new Held.Lead(lead.id(), lead.name()).equals(leads.get(lead.id())),
          Rule.NOTHING_LOST,
          "%s is held as %s",
          lead,
          leads.get(lead.id()));
    }
    once("lead", held.leads().stream().map(Held.Lead::name).toList());
    once("call", held.calls().stream().map(Held.Call::name).toList());
    once("call under claim", held.calls().stream().flatMap(c -> c.claim().stream()).toList());
    everyCallIsKept(told.calls(), Auditor.by(held.calls(), Held.Call::id));
    everyPromiseIsKept(told.promises(), held);
    nobodyIsCalledWhoRefused(told.calls(), held);
    for (Told.Repetition repetition : told.repetitions()) {
      auditor.find(!repetition.alike(), Rule.ANSWERED_ALIKE, "%s", repetition.name());
    }
  }

  private void once(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      auditor.find(!seen.add(name), Rule.NOTHING_TWICE, "%s %s", what, name);
    }
  }

  private void everyCallIsKept(List<Told.Call> told, Map<String, Held.Call> held) {
    for (Told.Call call : told) {
      Held.Call kept = held.get(call.id());
      auditor.find(
          kept == null
              || !kept.name().equals(call.name())
              || !kept.lead().equals(call.lead())
              || !kept.claim().filter(call.claim()::equals).isPresent()
              || kept.late() != call.late(),
          Rule.NOTHING_LOST,
          "%s is held as %s",
          call,
          kept);
    }
  }

  private void everyPromiseIsKept(List<Told.Promise> told, Held held) {
    Map<String, Held.Promise> promises = Auditor.by(held.promises(), Held.Promise::id);
    Map<String, List<Held.Call>> calls = Auditor.groups(held.calls(), Held.Call::lead);
    for (Told.Promise promise : told) {
      Held.Promise kept = promises.get(promise.id());
      auditor.find(
          kept == null
              || !kept.lead().equals(promise.lead())
              || !kept.call().equals(promise.call())
              || (!kept.moved() && !kept.dueAt().equals(promise.dueAt())),
          Rule.PROMISE_KEPT,
          "%s is held as %s",
          promise,
          kept);
      boolean over = kept != null && Set.of("KEPT", "CANCELLED").contains(kept.status());
      auditor.find(
          over && calls.getOrDefault(promise.lead(), List.of()).size() < 2,
          Rule.PROMISE_KEPT,
          "%s is over without another call",
          promise);
    }
  }

  private void nobodyIsCalledWhoRefused(List<Told.Call> told, Held held) {
    Set<String> suppressed = Set.copyOf(held.suppressed());
    Map<String, List<Held.Claim>> claims = Auditor.groups(held.claims(), Held.Claim::phone);
    for (Told.Call call : told) {
      if (!call.refusesCalls()) {
        continue;
      }
      auditor.find(
          !suppressed.contains(call.phone()),
          Rule.REFUSAL_HEARD,
          "%s, and the number is not on the list",
          call);
      for (Held.Claim claim : claims.getOrDefault(call.phone(), List.of())) {
        auditor.find(
            claim.claimedAt().isAfter(call.heard()),
            Rule.REFUSAL_HEARD,
            "%s, and then %s",
            call,
            claim);
      }
    }
  }
}
