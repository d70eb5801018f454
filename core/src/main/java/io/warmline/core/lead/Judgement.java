package io.warmline.core.lead;

import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.CampaignStatus;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.lead.Callability.Blocker;
import io.warmline.core.lead.QueuedLeads.QueuedLead;
import io.warmline.core.queue.BlockCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What forbids to call a lead at an instant, and when nothing will. */
final class Judgement {

  private final QueuedLead lead;
  private final Instant at;
  private final List<Blocker> blockers = new ArrayList<>();

  Judgement(QueuedLead lead, Campaign campaign, Instant at) {
    this.lead = lead;
    this.at = at;
    blockIfClosed();
    if (campaign.status() == CampaignStatus.PAUSED) {
      block(BlockCode.CAMPAIGN_PAUSED, "The campaign is paused until it is resumed.");
    }
    blockUntil(lead.leaseEnds(), BlockCode.CLAIMED, "An agent holds the lead");
    blockUntil(
        lead.numberFreeAt(),
        BlockCode.NUMBER_IN_USE,
        "The number is being called for another lead");
    blockWhileItWaits();
    lead.law().ifPresent(this::blockByLaw);
  }

  private void block(BlockCode code, String why) {
    blockers.add(new Blocker(code, why, Optional.empty(), Optional.empty()));
  }

  private void blockUntil(Optional<Instant> until, BlockCode code, String what) {
    until
        .filter(end -> end.isAfter(at))
        .ifPresent(
            end ->
                blockers.add(
                    new Blocker(
                        code, what + " until " + end + ".", Optional.of(end), Optional.empty())));
  }

  private void blockIfClosed() {
    if (!lead.closed()) {
      return;
    }
    BlockCode code = lead.blockedBy().orElseThrow();
    if (code == BlockCode.NUMBER_PROMISED && lead.notBefore().isAfter(at)) {
      blockUntil(
          Optional.of(lead.notBefore()),
          code,
          "A callback is promised on the number for another lead of the same client, to be made");
    } else {
      block(code, whyClosed(code));
    }
  }

  private static String whyClosed(BlockCode code) {
    return switch (code) {
      case ON_REGISTRY ->
          "All numbers that work are on a do-not-call registry. It does not hold where a newer list"
              + " has not the number, where the lead consents in writing (consent WRITTEN), or in a"
              + " B2B campaign if the registry protects consumers only.";
      case REGISTRY_OUTDATED ->
          "The do-not-call registry of the number's place is older than the law allows. Import a"
              + " newer list (importSuppressions), or give the registry up (deleteRegistry). A"
              + " callback for which the prospect asked can be kept.";
      case NUMBER_PROMISED ->
          "A callback on the number, promised to another lead of the same client, is late. The lead"
              + " can be called when that one is made, moved or cancelled.";
      case NUMBER_MET ->
          "Who may be the same person, by number and name, has a meeting as another lead of the"
              + " same client (getNumber shows which). A callback that is promised to this lead is"
              + " made.";
      case NUMBER_HANDED_OFF ->
          "Who may be the same person, by number and name, is with the client as another lead.";
      case NUMBER_BOUGHT ->
          "Who may be the same person, by number and name, is a customer as another lead of the"
              + " same client. A CHECK_IN campaign calls all the same.";
      default -> "The lead is not called any more: " + code + ".";
    };
  }

  private void blockWhileItWaits() {
    if (!lead.closed() && !lead.leased() && lead.blockedBy().isPresent()) {
      BlockCode code = lead.blockedBy().get();
      blockUntil(Optional.of(lead.notBefore()), code, "The lead waits (" + code + ")");
    }
  }

  private void blockByLaw(Law law) {
    law.verdictAt(at).blockedBy().stream()
        .map(by -> new Blocker(BlockCode.of(by.kind()), by.why(), law.endOf(by, at), named(by)))
        .forEach(blockers::add);
  }

  /** Where no rule is known there is none to name. */
  private static Optional<CallingRule> named(io.warmline.core.compliance.Blocker by) {
    return by.kind() == io.warmline.core.compliance.Blocker.Kind.NO_RULE
        ? Optional.empty()
        : Optional.of(by.rule());
  }

  List<Blocker> blockers() {
    return List.copyOf(blockers);
  }

  List<RuleId> rules() {
    return lead.law().map(law -> law.inForceAt(at).ids()).orElse(List.of());
  }

  /** The first instant at which nothing known today blocks; empty if time alone never ends it. */
  Optional<Instant> callableAt() {
    List<Blocker> others = blockers.stream().filter(b -> b.rule().isEmpty()).toList();
    if (lead.law().isEmpty() || others.stream().anyMatch(b -> b.until().isEmpty())) {
      return Optional.empty();
    }
    Instant free =
        others.stream().flatMap(b -> b.until().stream()).max(Instant::compareTo).orElse(at);
    return lead.law().get().openingAt(free).map(o -> o.contains(free) ? free : o.opensAt());
  }
}
