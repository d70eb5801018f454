package io.warmline.core.compliance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rules that apply together, in all their versions: which version is in force is judged for each
 * day.
 *
 * @param rules sorted by id and version
 */
public record RuleSet(List<CallingRule> rules) {

  private static final Comparator<CallingRule> ORDER =
      Comparator.comparing(CallingRule::id).thenComparing(rule -> rule.identity().version());

  /** No rule at all. */
  public static final RuleSet NONE = new RuleSet(List.of());

  /** Sorts a copy, without repetition. */
  public RuleSet {
    rules = rules.stream().distinct().sorted(ORDER).toList();
  }

  /** These rules and one more. */
  public RuleSet and(CallingRule rule) {
    return and(List.of(rule));
  }

  /** These rules and more. */
  public RuleSet and(Collection<CallingRule> more) {
    return new RuleSet(Stream.concat(rules.stream(), more.stream()).toList());
  }

  /** The ids of the rules, each once, sorted; where no rule is known there is none. */
  public List<RuleId> ids() {
    return rules.stream()
        .filter(rule -> !MissingLaw.isMissing(rule))
        .map(CallingRule::id)
        .distinct()
        .toList();
  }

  /** All of them but the stand-ins for rules that are not known. */
  public static List<CallingRule> known(RuleSet set) {
    return set.rules.stream().filter(rule -> !MissingLaw.isMissing(rule)).toList();
  }

  /** Those that protect a prospect of this audience who may be in any of these places. */
  public RuleSet protecting(Collection<Jurisdiction> places, Audience audience) {
    return new RuleSet(
        rules.stream().filter(rule -> rule.identity().reach().includes(places, audience)).toList());
  }

  /** Those in force on a day by the prospect's calendar. */
  public RuleSet on(LocalDate day) {
    return new RuleSet(rules.stream().filter(rule -> rule.isInForceOn(day)).toList());
  }

  /** What all of them demand together, whatever the day: ask {@link #on} first. */
  public Demands demands() {
    return rules.stream().map(CallingRule::demands).reduce(Demands.NONE, Demands::and);
  }
}
