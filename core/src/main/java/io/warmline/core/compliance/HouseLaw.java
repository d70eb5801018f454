package io.warmline.core.compliance;

import io.warmline.core.phone.AreaCode;
import io.warmline.core.phone.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a tenant adds to the law that Warmline brings along, and what of the recommended rules it
 * has set aside.
 *
 * @param rules the house rules that bind: those of a jurisdiction, and those that a campaign names
 * @param accepted the countries that it calls without a rule, and the hours that it keeps there
 * @param lifted recommended rules that it does not keep; of a law nothing can be lifted
 */
public record HouseLaw(
    List<CallingRule> rules, Map<Jurisdiction, CallingHours> accepted, Set<RuleId> lifted) {

  /** A house that adds nothing. */
  public static final HouseLaw NONE = new HouseLaw(List.of(), Map.of(), Set.of());

  /** Keeps copies. */
  public HouseLaw {
    rules = List.copyOf(rules);
    accepted = Map.copyOf(accepted);
    lifted = Set.copyOf(lifted);
  }

  /** The same house with more rules that bind. */
  public HouseLaw and(List<CallingRule> more) {
    return new HouseLaw(Stream.concat(rules.stream(), more.stream()).toList(), accepted, lifted);
  }

  /** The places for which it has rules of its own. */
  public Set<Jurisdiction> places() {
    return rules.stream().flatMap(rule -> rule.jurisdiction().stream()).collect(Collectors.toSet());
  }

  /** The area codes for which it has rules of its own. */
  public Set<AreaCode> areaCodes() {
    return rules.stream()
        .flatMap(rule -> rule.identity().reach().areaCodes().stream())
        .collect(Collectors.toSet());
  }

  /** The same house towards numbers with these area codes. */
  public HouseLaw towardsNumbersOf(Set<AreaCode> codes) {
    return new HouseLaw(
        rules.stream().filter(rule -> rule.identity().reach().bindsNumbersOf(codes)).toList(),
        accepted,
        lifted);
  }

  /** The same house towards a number. */
  public HouseLaw towards(PhoneNumber number) {
    return towardsNumbersOf(
        areaCodes().stream().filter(code -> code.isOf(number)).collect(Collectors.toSet()));
  }

  boolean keeps(CallingRule rule) {
    return !(rule.isRecommended() && lifted.contains(rule.id()));
  }

  List<CallingRule> protecting(Set<Jurisdiction> where, Audience audience) {
    return Stream.concat(
            rules.stream(),
            accepted.entrySet().stream()
                .map(one -> AcceptedHours.rule(one.getKey(), one.getValue())))
        .filter(rule -> rule.identity().reach().includes(where, audience))
        .toList();
  }
}
