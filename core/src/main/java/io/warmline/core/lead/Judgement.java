package io.warmline.core.lead;

import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.CampaignStatus;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.Consent;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.Law;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.lead.Callability.Blocker;
import io.warmline.core.lead.QueuedLeads.QueuedLead;
import io.warmline.core.queue.BlockCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What forbids to call a lead at an instant, and when nothing will. */
final class Judgement {

  private final QueuedLead lead;
  private final LeadProfile profile;
  private final Instant at;
  private final List<Blocker> blockers = new ArrayList<>();

  /**
   * @param usedUpUntil until when the campaign makes no dials but those that were promised
   */
  Judgement(
      QueuedLead lead,
      LeadProfile profile,
      Campaign campaign,
      Optional<Instant> usedUpUntil,
      Instant at) {
    this.lead = lead;
    this.profile = profile;
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
    blockUntil(
        lead.companyFreeAt(),
        BlockCode.COMPANY_IN_CALL,
        "Another lead of the same company is with an agent, and the campaign calls one at a time"
            + " (oneCallPerCompany)");
    blockWhileItWaits();
    if (!lead.closed() && !lead.leased() && !lead.expected()) {
      blockUntil(
          usedUpUntil,
          BlockCode.DAILY_QUOTA,
          "The campaign, or its client, has had its dials for today; only promises are kept");
    }
    law(at).ifPresent(this::blockByLaw);
  }

  /** The law as far as the prospect's consent goes at an instant. */
  private Optional<Law> law(Instant then) {
    Consent consent = profile.consentAt(then);
    return lead.law()
        .map(
            law ->
                new Law(
                    law.rules(),
                    law.zones(),
                    new Consent(
                        consent.kind(), false, consent.contract() && law.consent().contract())));
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
              + " has not the number, where the lead consents (consent, mostly WRITTEN), where it has"
              + " a relationship that the law of the registry exempts (relationship: a purchase in the"
              + " United States for 18 months, an inquiry for 3), or in a B2B campaign if the registry"
              + " protects consumers only.";
      case CONSENT_WITHDRAWN ->
          "The prospect has withdrawn the consent, as this lead or as another lead of the same"
              + " person (consent says which). The lead is called again when another consent,"
              + " given after that, is on record (consent).";
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
      case PERSON_DECEASED ->
          "Who may be the same person, by number and name, has died, or the business is closed: a call"
              + " to another lead told. If that was logged in error, correct the call (amendCall).";
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
        .map(by -> new Blocker(code(by), why(by), law.endOf(by, at), named(by)))
        .forEach(blockers::add);
  }

  /** A consent that is asked for and has run out is another thing than one that never was. */
  private BlockCode code(io.warmline.core.compliance.Blocker by) {
    return by.kind() == io.warmline.core.compliance.Blocker.Kind.CONSENT && hasRunOut()
        ? BlockCode.CONSENT_EXPIRED
        : BlockCode.of(by.kind());
  }

  private boolean hasRunOut() {
    LeadConsent consent = profile.consent();
    return consent != null && consent.inForceAt(at) == ConsentKind.NONE;
  }

  private String why(io.warmline.core.compliance.Blocker by) {
    return code(by) == BlockCode.CONSENT_EXPIRED
        ? by.why()
            + " The consent that was given has ended on "
            + Objects.requireNonNull(profile.consent()).endsAt().orElseThrow()
            + ". Ask for a new one, by another way than a call, and put it on record (consent)."
        : by.why();
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
    return law(at).map(law -> law.inForceAt(at).ids()).orElse(List.of());
  }

  /** The first instant at which nothing known today blocks; empty if time alone never ends it. */
  Optional<Instant> callableAt() {
    List<Blocker> others = blockers.stream().filter(b -> b.rule().isEmpty()).toList();
    if (law(at).isEmpty() || others.stream().anyMatch(b -> b.until().isEmpty())) {
      return Optional.empty();
    }
    Instant free =
        others.stream().flatMap(b -> b.until().stream()).max(Instant::compareTo).orElse(at);
    return openingFrom(free);
  }

  /** A consent that ends before the next opening is none by then. */
  private Optional<Instant> openingFrom(Instant free) {
    Optional<Instant> ends =
        Optional.ofNullable(profile.consent()).flatMap(LeadConsent::endsAt).filter(free::isBefore);
    Optional<Instant> opens =
        law(free)
            .flatMap(law -> law.openingAt(free))
            .map(opening -> opening.contains(free) ? free : opening.opensAt());
    return ends.isPresent() && opens.filter(ends.get()::isAfter).isEmpty()
        ? law(ends.get())
            .flatMap(law -> law.openingAt(ends.get()))
            .map(o -> o.contains(ends.get()) ? ends.get() : o.opensAt())
        : opens;
  }
}
