package io.warmline.core.compliance;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What rules demand besides the right hour.
 *
 * @param consent what the prospect must have agreed to
 * @param contractSuffices whether a running contract that the call is about stands for the consent
 * @param caps each holds on its own
 * @param cooldowns at most one for each cause
 */
public record Demands(
    ConsentKind consent,
    boolean contractSuffices,
    List<Cap> caps,
    List<Cooldown> cooldowns,
    Keeping keeping) {

  /** Nothing is demanded. */
  public static final Demands NONE =
      new Demands(ConsentKind.NONE, false, List.of(), List.of(), Keeping.NOTHING);

  private static final Comparator<Cap> SHORTEST_PERIOD_FIRST =
      Comparator.comparing(Cap::period).thenComparing(Cap::n).thenComparing(Cap::scope);

  /** Keeps copies. */
  public Demands {
    caps = List.copyOf(caps);
    cooldowns = List.copyOf(cooldowns);
  }

  /**
   * All that either demands: the stronger consent, all caps, the longer cooldown for each cause,
   * and the stricter keeping.
   */
  public Demands and(Demands other) {
    return new Demands(
        consent.or(other.consent),
        contractSuffices && other.contractSuffices,
        Stream.concat(caps.stream(), other.caps.stream())
            .distinct()
            .sorted(SHORTEST_PERIOD_FIRST)
            .toList(),
        longest(Stream.concat(cooldowns.stream(), other.cooldowns.stream())),
        keeping.and(other.keeping));
  }

  /** Whether a prospect who agreed to that has agreed to what is demanded. */
  boolean areMetBy(Consent given) {
    return given.kind().satisfies(consent) || (contractSuffices && given.contract());
  }

  /** The cooldown that this begins, if any. */
  public Optional<Cooldown> after(Cooldown.After cause) {
    return cooldowns.stream().filter(cooldown -> cooldown.after() == cause).findFirst();
  }

  private static List<Cooldown> longest(Stream<Cooldown> all) {
    Map<Cooldown.After, Cooldown> byCause = new EnumMap<>(Cooldown.After.class);
    all.forEach(
        cooldown ->
            byCause.merge(
                cooldown.after(), cooldown, (one, two) -> two.isLongerThan(one) ? two : one));
    return List.copyOf(byCause.values());
  }
}
