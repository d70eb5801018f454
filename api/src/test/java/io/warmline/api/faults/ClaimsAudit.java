package io.warmline.api.faults;

import io.warmline.api.faults.Finding.Rule;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who held which lead. */
final class ClaimsAudit {

  private final Auditor auditor;

  ClaimsAudit(Auditor auditor) {
    this.auditor = auditor;
  }

  void audit(Told told, Held held) {
    nobodyCallsWhomAnotherCalls(told.claims());
    everyClaimIsKept(told.claims(), Auditor.by(held.claims(), Held.Claim::id));
    tokensRise(held.claims());
    onlyLiveClaimsAreCompleted(told, held);
    for (String lead : held.stuck()) {
      auditor.find(true, Rule.NOTHING_STUCK, "%s", lead);
    }
  }

  /**
   * By the clients' own time: from when one knew of its claim to when it began to end it, or to the
   * end of its lease. So nothing is found that was not so, even if answers took long.
   */
  private void nobodyCallsWhomAnotherCalls(List<Told.Claim> claims) {
    overlaps("lead", claims, Told.Claim::lead);
    overlaps("number", claims, Told.Claim::phone);
  }

  private void overlaps(
      String what, List<Told.Claim> claims, Function<Told.Claim, String> heldInCommon) {
    Auditor.groups(claims, heldInCommon).forEach((common, of) -> overlaps(what, common, of));
  }

  private void overlaps(String what, String common, List<Told.Claim> claims) {
    List<Told.Claim> inTurn =
        claims.stream().sorted(Comparator.comparing(Told.Claim::heard)).toList();
    Instant until = Instant.MIN;
    String holder = "";
    for (Told.Claim claim : inTurn) {
      boolean another = !claim.id().equals(holder);
      auditor.find(
          another && claim.heard().isBefore(until) && claim.heard().isBefore(claim.until()),
          Rule.ONE_LIVE_CLAIM,
          "%s %s: claim %s was given at %s, and %s is held until %s",
          what,
          common,
          claim.id(),
          claim.heard(),
          holder,
          until);
      if (claim.until().isAfter(until)) {
        until = claim.until();
        holder = claim.id();
      }
    }
  }

  private void everyClaimIsKept(List<Told.Claim> told, Map<String, Held.Claim> held) {
    for (Told.Claim claim : told) {
      Held.Claim kept = held.get(claim.id());
      auditor.find(
          kept == null
              || !kept.lead().equals(claim.lead())
              || kept.fence() != claim.fence()
              || !kept.phone().equals(claim.phone()),
          Rule.CLAIM_KEPT,
          "%s is held as %s",
          claim,
          kept);
    }
  }

  private void tokensRise(List<Held.Claim> claims) {
    Auditor.groups(claims, Held.Claim::lead)
        .forEach(
            (lead, of) -> {
              List<Long> tokens = of.stream().map(Held.Claim::fence).sorted().toList();
              auditor.find(
                  tokens.stream().distinct().count() < tokens.size(),
                  Rule.TOKENS_RISE,
                  "lead %s: tokens %s",
                  lead,
                  tokens);
              auditor.find(
                  of.stream().filter(claim -> claim.status().equals("ACTIVE")).count() > 1,
                  Rule.ONE_LIVE_CLAIM,
                  "lead %s has several claims on record as live",
                  lead);
            });
  }

  private void onlyLiveClaimsAreCompleted(Told told, Held held) {
    Map<String, Held.Claim> claims = Auditor.by(held.claims(), Held.Claim::id);
    for (Held.Claim claim : held.claims()) {
      auditor.find(
          claim.isCompleted() && !claim.endedAt().filter(claim.expiresAt()::isAfter).isPresent(),
          Rule.COMPLETED_WHILE_LIVE,
          "%s was completed after its end",
          claim);
    }
    for (Held.Call call : held.calls()) {
      call.claim()
          .map(claims::get)
          .ifPresent(
              claim ->
                  auditor.find(
                      call.late() == claim.isCompleted(),
                      Rule.COMPLETED_WHILE_LIVE,
                      "%s, and %s",
                      call,
                      claim));
    }
    toldInTime(told);
  }

  /** A call in time was made by the last who held the lead then, and within the lease. */
  private void toldInTime(Told told) {
    Map<String, Told.Claim> claims = Auditor.by(told.claims(), Told.Claim::id);
    Map<String, List<Told.Claim>> ofLead = Auditor.groups(told.claims(), Told.Claim::lead);
    for (Told.Call call : told.calls()) {
      Told.Claim claim = claims.get(call.claim());
      if (claim == null || call.late()) {
        continue;
      }
      auditor.find(
          call.sent().isAfter(claim.expiresAt()),
          Rule.COMPLETED_WHILE_LIVE,
          "%s was reported after the end of %s, and taken as in time",
          call,
          claim);
      auditor.find(
          ofLead.getOrDefault(call.lead(), List.of()).stream()
              .anyMatch(
                  other -> other.fence() > claim.fence() && other.heard().isBefore(call.sent())),
          Rule.COMPLETED_WHILE_LIVE,
          "%s by %s, though the lead had been given to another",
          call,
          claim);
    }
  }
}
