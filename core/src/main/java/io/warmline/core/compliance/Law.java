package io.warmline.core.compliance;

import io.warmline.core.time.ZoneData;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules say about calls to one prospect. A call is allowed only where every rule allows it
 * in every zone in which the prospect may be; each version of a rule holds on its own days by the
 * calendar of the zone.
 *
 * @param zones at least one
 */
public record Law(RuleSet rules, Set<ZoneId> zones, Consent consent) {

  /** Passes a year of suspension, and a ban on any holiday after it. */
  private static final Duration FAR_AHEAD = Duration.ofDays(400);

  /**
   * Keeps copies.
   *
   * @throws IllegalArgumentException if there is no zone: hours without a place mean nothing
   */
  public Law {
    zones = Set.copyOf(zones);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("the law needs at least one zone");
    }
  }

  /** The same law in other zones. */
  public Law in(Set<ZoneId> others) {
    return new Law(rules, others, consent);
  }

  /**
   * The opening that contains {@code now} or, if a call is not allowed now, the next one that opens
   * within 400 days. Windows that meet at midnight make one opening; it is cut to 14 days at most,
   * as that of {@link CallingHours#openingAt}.
   *
   * @return empty if no call is allowed for 400 days
   */
  public Optional<Opening> openingAt(Instant now) {
    return Openings.openingAt(timetables(), zones, now, FAR_AHEAD);
  }

  /** Whether the prospect may be called at an instant and, if not, what forbids it until when. */
  public CallingVerdict verdictAt(Instant now) {
    List<Blocker> blockers = blockersAt(now);
    if (blockers.isEmpty()) {
      return new CallingVerdict.Allowed(inForceAt(now).ids());
    }
    return openingAt(now)
        .<CallingVerdict>map(next -> new CallingVerdict.Postponed(blockers, next.opensAt()))
        .orElseGet(() -> new CallingVerdict.Forbidden(blockers));
  }

  /** What the rules demand besides the hour, of those in force on this day in any of the zones. */
  public Demands demandsAt(Instant now) {
    return inForceAt(now).demands();
  }

  private List<Timetable> timetables() {
    return rules.rules().isEmpty()
        ? List.of(date -> CallingTimes.WHOLE_DAY)
        : rules.rules().stream().<Timetable>map(r -> date -> r.on(date, consent)).toList();
  }

  /** The rules in force on this day in any of the zones. */
  public RuleSet inForceAt(Instant now) {
    return zones.stream()
        .map(zone -> rules.on(ZoneData.dateAt(now, zone)))
        .reduce(RuleSet.NONE, (one, other) -> one.and(other.rules()));
  }

  private List<Blocker> blockersAt(Instant now) {
    return rules.rules().stream()
        .flatMap(rule -> blocker(rule, now).stream())
        .sorted(longestFirst(now))
        .toList();
  }

  /** When a rule that forbids a call now will not any more; empty if not within 400 days. */
  public Optional<Instant> endOf(Blocker blocker, Instant now) {
    return new Law(new RuleSet(List.of(blocker.rule())), zones, consent)
        .openingAt(now)
        .map(Opening::opensAt);
  }

  private Optional<Blocker> blocker(CallingRule rule, Instant now) {
    return zones.stream()
        .sorted(Comparator.comparing(ZoneId::getId))
        .flatMap(zone -> Objection.to(rule, consent, now, zone).stream())
        .findFirst();
  }

  /** Of rules that last equally long, that of the smaller place comes first. */
  private Comparator<Blocker> longestFirst(Instant now) {
    return Comparator.comparing((Blocker blocker) -> endOf(blocker, now).orElse(Instant.MAX))
        .reversed()
        .thenComparing(blocker -> blocker.kind() != Blocker.Kind.NO_RULE)
        .thenComparing(blocker -> sizeOfPlace(blocker.rule()))
        .thenComparing(Blocker::id);
  }

  private static int sizeOfPlace(CallingRule rule) {
    boolean wholeCountry = rule.identity().reach().areaCodes().isEmpty();
    return rule.jurisdiction().map(place -> place.isCountry() && wholeCountry ? 1 : 0).orElse(2);
  }
}
