package io.warmline.core.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import io.warmline.core.WarmlineException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of law that Warmline brings along, from the files in {@code calling-rules}. They are no
 * legal advice: each says how far it was checked.
 */
public final class CallingRules {

  private static final int MOST_FINDINGS_KEPT = 10_000;

  private final Map<RuleId, List<CallingRule>> byId = new TreeMap<>();
  private final Map<Protected, RuleSet> found = new ConcurrentHashMap<>();

  private volatile @Nullable Set<Jurisdiction> places;
  private volatile @Nullable Set<Jurisdiction> exemptingContracts;

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
    return id.equals(CallingRule.CAMPAIGN_HOURS)
        || MissingLaw.isReserved(id)
        || AcceptedHours.isReserved(id)
        || presets().byId.containsKey(id);
  }

  /**
   * Whether the house has its say in it: a rule of its own, the hours of a country that it accepts,
   * or the want of a rule for one that it does not. Not the law, nor the hours of a campaign.
   */
  public static boolean isOfHouse(RuleId id) {
    return !id.equals(CallingRule.CAMPAIGN_HOURS) && !presets().byId.containsKey(id);
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

  /** The places that have rules of their own. */
  private Set<Jurisdiction> places() {
    Set<Jurisdiction> known = places;
    if (known == null) {
      known =
          byId.values().stream()
              .flatMap(List::stream)
              .flatMap(rule -> rule.jurisdiction().stream())
              .collect(Collectors.toUnmodifiableSet());
      places = known;
    }
    return known;
  }

  /**
   * These places as far as the law tells them apart: each that has rules of its own, and for any
   * other its country, whether that has rules or not; {@link Jurisdiction#NOWHERE} where there is
   * none.
   *
   * @param ofHouse places for which a house has rules of its own
   */
  public Set<Jurisdiction> withLaw(Set<Jurisdiction> places, Set<Jurisdiction> ofHouse) {
    return places.isEmpty()
        ? Set.of(Jurisdiction.NOWHERE)
        : places.stream().map(place -> withLaw(place, ofHouse)).collect(Collectors.toSet());
  }

  private Jurisdiction withLaw(Jurisdiction place, Set<Jurisdiction> ofHouse) {
    Set<Jurisdiction> known = places();
    if (known.contains(place) || ofHouse.contains(place)) {
      return place;
    }
    Jurisdiction country = place.country();
    return known.contains(country)
        ? country
        : Territories.countryOver(country).filter(known::contains).orElse(country);
  }

  /**
   * All that binds whoever calls a prospect of this audience who may be in any of these places: the
   * law, less the recommended rules that the house has lifted, the rules of the house, and where no
   * rule is known a stand-in that allows nothing. So it is never empty.
   *
   * @param places empty: nothing is known, not even a country
   */
  public RuleSet towards(Set<Jurisdiction> places, Audience audience, HouseLaw house) {
    Set<Jurisdiction> where = withCountriesOver(places);
    List<CallingRule> binding =
        new ArrayList<>(of(where, audience).rules().stream().filter(house::keeps).toList());
    binding.addAll(house.protecting(where, audience));
    List<CallingRule> covering = binding.stream().filter(CallingRules::isKnowledge).toList();
    for (Jurisdiction place : where) {
      binding.addAll(missing(place, covering));
    }
    return new RuleSet(binding);
  }

  private static Set<Jurisdiction> withCountriesOver(Set<Jurisdiction> places) {
    if (places.isEmpty()) {
      return Set.of(Jurisdiction.NOWHERE);
    }
    Set<Jurisdiction> where = new TreeSet<>(places);
    places.forEach(place -> Territories.countryOver(place).ifPresent(where::add));
    return where;
  }

  /**
   * A rule that recommends hours does not say what the law is, nor does one that nobody signed, nor
   * what holds for some area codes.
   */
  private static boolean isKnowledge(CallingRule rule) {
    boolean ofHouse = rule.provenance().status() == RuleStatus.HOUSE;
    return ofHouse
        ? AcceptedHours.isReserved(rule.id())
            || (rule.identity().reach().areaCodes().isEmpty()
                && !rule.provenance().sources().isEmpty()
                && rule.provenance().signOff().isPresent())
        : !rule.isRecommended();
  }

  private static List<CallingRule> missing(Jurisdiction place, List<CallingRule> covering) {
    Optional<Jurisdiction> over = Territories.countryOver(place);
    return MissingLaw.of(
        place.country(),
        covering.stream()
            .filter(
                rule ->
                    rule.jurisdiction()
                        .filter(j -> j.covers(place) || over.filter(j::covers).isPresent())
                        .isPresent())
            .toList());
  }

  /** Whether a rule of one of these places exempts calls about a running contract. */
  public boolean exemptContracts(Set<Jurisdiction> places) {
    return places.stream().map(Jurisdiction::country).anyMatch(exemptingContracts()::contains);
  }

  private Set<Jurisdiction> exemptingContracts() {
    Set<Jurisdiction> known = exemptingContracts;
    if (known == null) {
      known =
          byId.values().stream()
              .flatMap(List::stream)
              .filter(rule -> rule.demands().contractSuffices())
              .flatMap(rule -> rule.jurisdiction().stream())
              .map(Jurisdiction::country)
              .collect(Collectors.toUnmodifiableSet());
      exemptingContracts = known;
    }
    return known;
  }

  /** Whether this country has rules of its own, or another whose law holds there has. */
  public boolean cover(Jurisdiction country) {
    Set<Jurisdiction> known = places();
    return known.contains(country)
        || Territories.countryOver(country).filter(known::contains).isPresent();
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
