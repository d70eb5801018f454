package io.warmline.core.lead;

import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.CampaignStatus;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.Opening;
import io.warmline.core.lead.Callability.Blocker;
import io.warmline.core.lead.QueuedLeads.QueuedLead;
import io.warmline.core.queue.BlockCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What forbids to call a lead at an instant, and when nothing will. */
final class Judgement {

  private final QueuedLead lead;
  private final CallingHours hours;
  private final Instant at;
  private final List<Blocker> blockers = new ArrayList<>();

  Judgement(QueuedLead lead, Campaign campaign, Instant at) {
    this.lead = lead;
    this.hours = campaign.terms().callingHours();
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
    lead.zones().ifPresent(this::blockOutsideHours);
  }

  private void block(BlockCode code, String why) {
    blockers.add(new Blocker(code, why, Optional.empty()));
  }

  private void blockUntil(Optional<Instant> until, BlockCode code, String what) {
    until
        .filter(end -> end.isAfter(at))
        .ifPresent(
            end -> blockers.add(new Blocker(code, what + " until " + end + ".", Optional.of(end))));
  }

  private void blockIfClosed() {
    if (lead.closed()) {
      BlockCode code = lead.blockedBy().orElseThrow();
      block(code, whyClosed(code));
    }
  }

  private static String whyClosed(BlockCode code) {
    return switch (code) {
      case ON_REGISTRY ->
          "The number is on a do-not-call registry. It can be called when a newer list does not have it.";
      case REGISTRY_OUTDATED ->
          "The do-not-call registry of the number's country is older than the law allows. Import a newer list.";
      default -> "The lead is not called any more: " + code + ".";
    };
  }

  private void blockWhileItWaits() {
    if (!lead.closed() && !lead.leased() && lead.blockedBy().isPresent()) {
      BlockCode code = lead.blockedBy().get();
      blockUntil(Optional.of(lead.notBefore()), code, "The lead waits (" + code + ")");
    }
  }

  private void blockOutsideHours(Set<ZoneId> zones) {
    Optional<Opening> opening = hours.openingAt(zones, at);
    if (opening.filter(o -> o.contains(at)).isPresent()) {
      return;
    }
    String where = zones.stream().map(ZoneId::getId).sorted().collect(Collectors.joining(", "));
    Optional<Instant> opens = opening.map(Opening::opensAt);
    String when = opens.map(o -> "open at " + o + ".").orElse("do not open within two weeks.");
    blockers.add(
        new Blocker(
            BlockCode.CALLING_HOURS,
            "Calling hours at the prospect's place (" + where + ") " + when,
            opens));
  }

  List<Blocker> blockers() {
    return List.copyOf(blockers);
  }

  /** The first instant at which nothing known today blocks; empty if time alone never ends it. */
  Optional<Instant> callableAt() {
    if (lead.zones().isEmpty() || blockers.stream().anyMatch(b -> b.until().isEmpty())) {
      return Optional.empty();
    }
    Instant free =
        blockers.stream()
            .filter(b -> b.code() != BlockCode.CALLING_HOURS)
            .flatMap(b -> b.until().stream())
            .max(Instant::compareTo)
            .orElse(at);
    return hours
        .openingAt(lead.zones().get(), free)
        .map(opening -> opening.contains(free) ? free : opening.opensAt());
  }
}
