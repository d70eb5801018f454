package io.warmline.core.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.WarmlineException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The rules of law that Warmline brings along, from the files in {@code calling-rules}. They are no
 * legal advice: each says how far it was checked.
 */
public final class CallingRules {

  private static final int MOST_FINDINGS_KEPT = 10_000;

  private final Map<RuleId, List<CallingRule>> byId = new TreeMap<>();
  private final Map<Protected, RuleSet> found = new ConcurrentHashMap<>();

  private CallingRules() {}

  private record Protected(Set<Jurisdiction> places, Audience audience) {}

  private static final class Loaded {
    static final CallingRules PRESETS = load(RuleFiles.all("calling-rules"));
  }

  /**
   * The rules, read and checked once.
   *
   * @throws IllegalStateException if a file is not as it must be
   */
  public static CallingRules presets() {
    return Loaded.PRESETS;
  }

  static CallingRules load(List<JsonNode> documents) {
    CallingRules rules = new CallingRules();
    for (JsonNode document : documents) {
      try {
        rules.add(RuleJson.readPreset(document));
      } catch (WarmlineException e) {
        throw new IllegalStateException(
            "calling rule " + document.path("id").asText() + ": " + e.violations(), e);
      }
    }
    return rules;
  }

  /** Whether house rules may not have this id. */
  public static boolean isReserved(RuleId id) {
    return id.equals(CallingRule.CAMPAIGN_HOURS) || presets().byId.containsKey(id);
  }

  private void add(CallingRule rule) {
    List<CallingRule> versions = byId.computeIfAbsent(rule.id(), id -> new ArrayList<>());
    for (CallingRule other : versions) {
      if (other.identity().version() == rule.identity().version()
          || other.identity().validity().overlaps(rule.identity().validity())) {
        throw new IllegalStateException(
            "two versions of calling rule " + rule.id() + " are in force on the same day");
      }
    }
    versions.add(rule);
  }

  /** All rules in all versions. */
  public RuleSet all() {
    return new RuleSet(byId.values().stream().flatMap(List::stream).toList());
  }

  /** The versions of one rule, the oldest first; empty if there is no such rule. */
  public List<CallingRule> versions(RuleId id) {
    return List.copyOf(byId.getOrDefault(id, List.of()));
  }

  /**
   * The rules with these ids in all versions.
   *
   * @throws IllegalArgumentException if there is no rule with one of the ids: to leave a law out
   *     because its name is not known would allow what it forbids
   */
  public RuleSet withIds(Collection<RuleId> ids) {
    List<CallingRule> rules = new ArrayList<>();
    for (RuleId id : ids) {
      List<CallingRule> versions = byId.get(id);
      if (versions == null) {
        throw new IllegalArgumentException("there is no calling rule " + id);
      }
      rules.addAll(versions);
    }
    return new RuleSet(rules);
  }

  /**
   * These places as far as the law tells them apart: each that has rules of its own, and for any
   * other its country, if that has.
   */
  public Set<Jurisdiction> withLaw(Set<Jurisdiction> places) {
    Set<Jurisdiction> known =
        all().rules().stream()
            .flatMap(rule -> rule.jurisdiction().stream())
            .collect(Collectors.toSet());
    return places.stream()
        .map(place -> known.contains(place) ? place : place.country())
        .filter(known::contains)
        .collect(Collectors.toSet());
  }

  /**
   * The rules that protect a prospect of this audience who may be in any of these places, in all
   * versions. The law of a country holds in its subdivisions, too.
   */
  public RuleSet of(Set<Jurisdiction> places, Audience audience) {
    if (found.size() >= MOST_FINDINGS_KEPT) {
      found.clear();
    }
    return found.computeIfAbsent(
        new Protected(Set.copyOf(places), audience),
        who -> all().protecting(who.places(), who.audience()));
  }
}
