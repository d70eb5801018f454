package io.warmline.core.compliance;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule demands of the seller's books.
 *
 * @param registryMaxAgeDays how old the copy of the do-not-call registry may be; empty: no rule
 * @param registryCovers whom the registry protects; empty: all whom the rule protects
 * @param registryExempts whom a number on the list does not keep from being called; empty: only who
 *     consented in writing
 * @param recordYears how long records are kept; empty: no rule
 */
public record Keeping(
    OptionalInt registryMaxAgeDays,
    Set<Audience> registryCovers,
    Optional<RegistryExemptions> registryExempts,
    OptionalInt recordYears,
    Optional<Abandonment> abandonment) {

  static final Keeping NOTHING =
      new Keeping(
          OptionalInt.empty(), Set.of(), Optional.empty(), OptionalInt.empty(), Optional.empty());

  /** Keeps a copy. */
  public Keeping {
    registryCovers = Set.copyOf(registryCovers);
  }

  /** The stricter of both in every respect. */
  Keeping and(Keeping other) {
    return new Keeping(
        least(registryMaxAgeDays, other.registryMaxAgeDays),
        Stream.concat(registryCovers.stream(), other.registryCovers.stream())
            .collect(Collectors.toSet()),
        registryExempts.isPresent() && other.registryExempts.isPresent()
            ? Optional.of(registryExempts.get().and(other.registryExempts.get()))
            : registryExempts.or(other::registryExempts),
        most(recordYears, other.recordYears),
        abandonment.isPresent()
                && other.abandonment.filter(o -> o.max() < abandonment.get().max()).isEmpty()
            ? abandonment
            : other.abandonment);
  }

  private static OptionalInt least(OptionalInt one, OptionalInt other) {
    return one.isPresent() && (other.isEmpty() || one.getAsInt() <= other.getAsInt()) ? one : other;
  }

  private static OptionalInt most(OptionalInt one, OptionalInt other) {
    return one.isPresent() && (other.isEmpty() || one.getAsInt() >= other.getAsInt()) ? one : other;
  }
}
