package io.warmline.sdk;

import io.warmline.sdk.model.CallingRule;
import io.warmline.sdk.model.CallingRuleList;
import io.warmline.sdk.model.HouseRule;
import io.warmline.sdk.model.PlaceToCall;
import io.warmline.sdk.model.PlaceVerdict;
import java.util.List;

/** When the law and the house allow calls. None of it is legal advice. */
public final class CallingRules {
  private static final String ALL = "/v1/calling-rules";
  private static final String ONE = ALL + "/{ruleId}";

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
   * Creates or replaces a rule of your own. It binds the campaigns that name it, at once.
   *
   * @throws ConflictException {@code RULE_RESERVED} if the id is that of a law
   */
  public CallingRule saveCallingRule(String ruleId, HouseRule rule, RequestOption... options) {
    return transport.value(Request.put(ONE, ruleId).json(rule).with(options), CallingRule.class);
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
