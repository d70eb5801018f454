package io.warmline.core.call;

import io.warmline.core.callrecord.Breach;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.compliance.Cap;
import io.warmline.core.compliance.CapScope;
import io.warmline.core.compliance.Cooldown;
import io.warmline.core.compliance.Law;
import io.warmline.core.disposition.Situation;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadPhones;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the rules against which a call was made that no claim allowed. What a claim hands out keeps
 * them; a call that somebody made on their own may not.
 */
@ApplicationScoped
class Breaches {

  private final LeadPhones phones;
  private final Calls calls;
  private final Suppressions suppressions;

  Breaches(LeadPhones phones, Calls calls, Suppressions suppressions) {
    this.phones = phones;
    this.calls = calls;
    this.suppressions = suppressions;
  }

  /**
   * What forbade a call to a lead at an instant, by the rules as they are now.
   *
   * @param number if it is none of the lead's, the law of its place is not known
   */
  List<Breach> of(Situation situation, PhoneNumber number, Instant at) {
    Lead lead = situation.lead();
    List<Breach> breaches = new ArrayList<>();
    phones.lawOf(lead.id(), number).ifPresent(law -> breaches.addAll(against(law, number, at)));
    if (isOver(dailyCap(situation.terms().policy()), number, at)) {
      breaches.add(breach(BlockCode.DAILY_CAP, "The campaign allows no more calls in 24 hours."));
    }
    if (suppressions.forbade(number, lead.campaign(), at)) {
      breaches.add(breach(BlockCode.DO_NOT_CALL, "The number was on a do-not-call entry."));
    }
    return List.copyOf(breaches);
  }

  private static Breach breach(BlockCode code, String detail) {
    return new Breach(code, null, detail);
  }

  private static Cap dailyCap(CampaignPolicy policy) {
    return new Cap(policy.maxAttemptsPerNumberPerDay(), Duration.ofHours(24), CapScope.SELLER);
  }

  private List<Breach> against(Law law, PhoneNumber number, Instant at) {
    List<Breach> breaches = new ArrayList<>();
    law.verdictAt(at)
        .blockedBy()
        .forEach(
            by -> breaches.add(new Breach(BlockCode.of(by.kind()), by.id().value(), by.why())));
    law.demandsAt(at).caps().stream()
        .filter(cap -> isOver(cap, number, at))
        .map(
            cap ->
                breach(
                    BlockCode.RULE_CAP,
                    "A calling rule allows %d calls in %s.".formatted(cap.n(), cap.period())))
        .forEach(breaches::add);
    law.demandsAt(at)
        .after(Cooldown.After.REFUSAL)
        .filter(cooldown -> isWithin(cooldown, number, at))
        .map(c -> breach(BlockCode.COOLDOWN, "A calling rule demands a pause after a refusal."))
        .ifPresent(breaches::add);
    return breaches;
  }

  private boolean isOver(Cap cap, PhoneNumber number, Instant at) {
    return calls.toNumber(number, at.minus(cap.period()), at) >= cap.n();
  }

  private boolean isWithin(Cooldown cooldown, PhoneNumber number, Instant at) {
    return calls
        .lastRefusal(number, at)
        .filter(refused -> cooldown.endsAt(refused).filter(end -> !at.isBefore(end)).isEmpty())
        .isPresent();
  }
}
