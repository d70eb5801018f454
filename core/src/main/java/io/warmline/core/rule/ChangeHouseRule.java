package io.warmline.core.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.core.Faults;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Provenance;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.compliance.RuleJson;
import io.warmline.core.compliance.Source;
import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.AreaCode;
import io.warmline.core.place.KnownJurisdictions;
import io.warmline.core.queue.CappedLeads;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Saves and deletes house rules. No lead is claimed outside a rule once saving it was answered. */
@ApplicationScoped
public class ChangeHouseRule {

  private static final ZoneOffset FIRST_TO_BEGIN_A_DAY = ZoneOffset.ofHours(14);

  private final TenantTransaction transaction;
  private final HouseRules rules;
  private final CappedLeads leads;
  private final Clock clock;

  ChangeHouseRule(TenantTransaction transaction, HouseRules rules, CappedLeads leads, Clock clock) {
    this.transaction = transaction;
    this.rules = rules;
    this.leads = leads;
    this.clock = clock;
  }

  /**
   * Creates a rule, or replaces the one with the same id.
   *
   * @param body the rule in the shape that {@link RuleJson} reads, without the id
   * @throws WarmlineException RULE_RESERVED if the id is that of a law
   * @throws InvalidValue for all faults found in the body
   */
  public CallingRule save(RuleId id, ObjectNode body) {
    requireNoLaw(id);
    CallingRule rule = read(body.deepCopy().put("id", id.value()));
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          boolean boundAll =
              rules.find(id).filter(was -> was.jurisdiction().isPresent()).isPresent();
          rules.save(rule, now);
          if (boundAll || rule.jurisdiction().isPresent()) {
            leads.followHouse(now);
          } else {
            rules.campaignsWith(rule.id()).forEach(campaign -> leads.followRules(campaign, now));
          }
          return rule;
        });
  }

  private CallingRule read(ObjectNode body) {
    Faults faults = new Faults();
    Optional<CallingRule> rule = RuleJson.readHouseRule(body, faults);
    rule.ifPresent(
        read -> {
          read.jurisdiction().ifPresent(place -> faults.check(() -> requireKnown(place)));
          if (!faults.isWithin("/areaCodes") && !faults.isWithin("/jurisdiction")) {
            requireAreaCodes(read.identity().reach().areaCodes(), faults);
          }
          requireReviewed(read.provenance(), faults);
        });
    faults.refuse();
    return rule.orElseThrow();
  }

  private static void requireKnown(Jurisdiction place) {
    KnownJurisdictions.faultOf(place)
        .ifPresent(
            fault -> {
              throw new InvalidValue("/jurisdiction", "UNKNOWN_JURISDICTION", fault);
            });
  }

  /**
   * @throws WarmlineException RULE_IN_USE if a campaign names it, RULE_RESERVED if it is a law
   * @throws NotFound if there is no such rule
   */
  public void delete(RuleId id) {
    transaction.run(
        () -> {
          requireNoLaw(id);
          rules.lock(id);
          Collection<CampaignId> campaigns = rules.campaignsWith(id);
          if (!campaigns.isEmpty()) {
            throw new WarmlineException(
                ProblemCode.RULE_IN_USE,
                "%d campaign(s) name the calling rule %s. Take it off their callingRules first."
                    .formatted(campaigns.size(), id));
          }
          boolean boundAll =
              rules.find(id).filter(was -> was.jurisdiction().isPresent()).isPresent();
          rules.delete(id);
          if (boundAll) {
            leads.followHouse(clock.instant());
          }
        });
  }

  private static void requireAreaCodes(List<AreaCode> codes, Faults faults) {
    for (int i = 0; i < codes.size(); i++) {
      AreaCode code = codes.get(i);
      String pointer = "/areaCodes/" + i;
      faults.check(() -> requireInUse(code, pointer));
    }
  }

  private static void requireInUse(AreaCode code, String pointer) {
    if (!code.isInUse()) {
      throw new InvalidValue(
          pointer,
          "NO_AREA_CODE",
          "is no area code of "
              + code.country()
              + ": write the digits that follow the calling code, without a 0 or 1 that is dialled"
              + " before them within the country");
    }
  }

  /** Nobody has looked up or signed tomorrow. A day counts as begun once it has begun anywhere. */
  private void requireReviewed(Provenance provenance, Faults faults) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), FIRST_TO_BEGIN_A_DAY);
    List<Source> sources = faults.isWithin("/sources") ? List.of() : provenance.sources();
    for (int i = 0; i < sources.size(); i++) {
      LocalDate checked = sources.get(i).checkedOn();
      String pointer = "/sources/" + i + "/checkedOn";
      faults.check(() -> requireNotAfter(today, checked, pointer));
    }
    provenance
        .signOff()
        .ifPresent(by -> faults.check(() -> requireNotAfter(today, by.on(), "/signOff/on")));
  }

  private static void requireNotAfter(LocalDate today, LocalDate day, String pointer) {
    if (day.isAfter(today)) {
      throw new InvalidValue(pointer, "IN_THE_FUTURE", "must not be in the future");
    }
  }

  private static void requireNoLaw(RuleId id) {
    if (CallingRules.isReserved(id)) {
      throw new WarmlineException(
          ProblemCode.RULE_RESERVED,
          "The calling rule " + id + " is law and cannot be replaced. Choose another id.");
    }
  }
}
