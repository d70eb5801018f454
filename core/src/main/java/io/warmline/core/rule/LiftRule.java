package io.warmline.core.rule;

import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.event.Events;
import io.warmline.core.id.Ids;
import io.warmline.core.queue.CappedLeads;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lifts a rule that is recommended and no law, for a reason, and puts it back in force. */
@ApplicationScoped
public class LiftRule {

  private final TenantTransaction transaction;
  private final LiftedRules lifted;
  private final CappedLeads leads;
  private final Events events;
  private final Clock clock;

  LiftRule(
      TenantTransaction transaction,
      LiftedRules lifted,
      CappedLeads leads,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.lifted = lifted;
    this.leads = leads;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Lifts it, or changes what was said before.
   *
   * @param key the API key by which it is lifted
   * @throws NotFound if Warmline brings along no such rule
   * @throws WarmlineException RULE_RESERVED if it is law, which nobody can lift
   */
  public LiftedRule lift(RuleId rule, String by, String reason, Optional<UUID> key) {
    requireRecommended(rule);
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          LiftedRule saved = new LiftedRule(rule, by, reason, now, key);
          lifted.save(saved);
          leads.followHouse(now);
          events.record(
              new RuleLifted(
                  Ids.next(), saved.rule().value(), saved.by(), saved.reason(), key.orElse(null)),
              now);
          return saved;
        });
  }

  /**
   * Puts it back in force.
   *
   * @throws NotFound if it was not lifted
   */
  public void restore(RuleId rule, Optional<UUID> key) {
    transaction.run(
        () -> {
          Instant now = clock.instant();
          LiftedRule was =
              lifted.all().stream()
                  .filter(one -> one.rule().equals(rule))
                  .findFirst()
                  .orElseThrow(() -> new NotFound("lifted rule", rule));
          lifted.delete(rule);
          leads.followHouse(now);
          events.record(
              new RuleRestored(
                  Ids.next(), was.rule().value(), was.by(), was.reason(), key.orElse(null)),
              now);
        });
  }

  private static void requireRecommended(RuleId rule) {
    List<CallingRule> versions = CallingRules.presets().versions(rule);
    if (versions.isEmpty()) {
      throw new NotFound("calling rule", rule);
    }
    if (!versions.get(versions.size() - 1).isRecommended()) {
      throw new WarmlineException(
          ProblemCode.RULE_RESERVED, "The calling rule " + rule + " is law and cannot be lifted.");
    }
  }
}
