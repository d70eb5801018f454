package io.warmline.sdk;

import io.warmline.sdk.model.AcceptedJurisdiction;
import io.warmline.sdk.model.AcceptedJurisdictionList;
import io.warmline.sdk.model.CallingRule;
import io.warmline.sdk.model.CallingRuleList;
import io.warmline.sdk.model.HouseRule;
import io.warmline.sdk.model.JurisdictionAcceptance;
import io.warmline.sdk.model.LiftedRule;
import io.warmline.sdk.model.PlaceToCall;
import io.warmline.sdk.model.PlaceVerdict;
import io.warmline.sdk.model.RuleLift;
import java.util.List;

/** When the law and the house allow calls. None of it is legal advice. */
public final class CallingRules {
  private static final String ALL = "/v1/calling-rules";
  private static final String ONE = ALL + "/{ruleId}";
  private static final String ACCEPTED = "/v1/accepted-jurisdictions";

  private final Transport transport;

  CallingRules(Transport transport) {
    this.transport = transport;
  }

  /** Lists all rules in all their versions. */
  public List<CallingRule> listCallingRules(RequestOption... options) {
    return listCallingRules(CallingRuleFilter.all(), options);
  }

  /** Lists the rules of law and those of the house, by id and version. */
  public List<CallingRule> listCallingRules(CallingRuleFilter filter, RequestOption... options) {
    Request request = Request.get(ALL).query(filter.query()).with(options);
    return transport.value(request, CallingRuleList.class).getItems();
  }

  /**
   * Whether the law, and a campaign's own rules where one is named, allow a call, by which rules,
   * and when they will. Writes nothing.
   */
  public PlaceVerdict checkCallability(PlaceToCall place, RequestOption... options) {
    return transport.value(
        Request.post(ALL + "/check").json(place).with(options), PlaceVerdict.class);
  }

  /**
   * Creates or replaces a rule of your own. It binds the campaigns that name it, and all if
   * it has a jurisdiction, at once.
   *
   * @throws ConflictException {@code RULE_RESERVED} if the id is that of a law
   */
  public CallingRule saveCallingRule(String ruleId, HouseRule rule, RequestOption... options) {
    return transport.value(Request.put(ONE, ruleId).json(rule).with(options), CallingRule.class);
  }

  /** The countries that you call although Warmline knows no rule of them. */
  public List<AcceptedJurisdiction> listAcceptedJurisdictions(RequestOption... options) {
    return transport
        .value(Request.get(ACCEPTED).with(options), AcceptedJurisdictionList.class)
        .getItems();
  }

  /**
   * Accepts a country of which no rule is known, on your own account. Leads that are there are
   * called from then on, at the hours that you name.
   *
   * @param jurisdiction ISO 3166-1 alpha-2; {@code ZZ}: numbers that belong to no country
   * @throws ConflictException {@code RULE_KNOWN} where rules are known
   */
  public AcceptedJurisdiction acceptJurisdiction(
      String jurisdiction, JurisdictionAcceptance acceptance, RequestOption... options) {
    return transport.value(
        Request.put(ACCEPTED + "/{jurisdiction}", jurisdiction).json(acceptance).with(options),
        AcceptedJurisdiction.class);
  }

  /** Takes back that a country was accepted: nobody is called there any more. */
  public void withdrawJurisdiction(String jurisdiction, RequestOption... options) {
    transport.send(Request.delete(ACCEPTED + "/{jurisdiction}", jurisdiction).with(options));
  }

  /**
   * Lifts a rule that is recommended and no law.
   *
   * @throws ConflictException {@code RULE_RESERVED} if it is law
   */
  public LiftedRule liftCallingRule(String ruleId, RuleLift lift, RequestOption... options) {
    return transport.value(
        Request.put(ONE + "/lift", ruleId).json(lift).with(options), LiftedRule.class);
  }

  /** Puts a recommended rule back in force. */
  public void restoreCallingRule(String ruleId, RequestOption... options) {
    transport.send(Request.delete(ONE + "/lift", ruleId).with(options));
  }

  /**
   * Deletes a rule of your own.
   *
   * @throws ConflictException {@code RULE_IN_USE} while a campaign names it
   */
  public void deleteCallingRule(String ruleId, RequestOption... options) {
    transport.send(Request.delete(ONE, ruleId).with(options));
  }
}
