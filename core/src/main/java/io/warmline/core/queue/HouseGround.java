package io.warmline.core.queue;

import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.AreaCode;
import io.warmline.core.phone.PhoneNumber;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the rules of a house hold: leads there wait in buckets of their own.
 *
 * @param places the places for which it has rules
 * @param areaCodes the area codes for which it has rules
 */
public record HouseGround(Set<Jurisdiction> places, Set<AreaCode> areaCodes) {

  /** Keeps copies. */
  public HouseGround {
    places = Set.copyOf(places);
    areaCodes = Set.copyOf(areaCodes);
  }

  /** Those of the codes that a number has; mostly none. */
  public Set<AreaCode> codesOf(PhoneNumber number) {
    return areaCodes.isEmpty()
        ? Set.of()
        : areaCodes.stream().filter(code -> code.isOf(number)).collect(Collectors.toSet());
  }

  /** The codes as they are written, sorted, without some. */
  Object[] codesBut(Set<AreaCode> some) {
    return areaCodes.stream()
        .filter(code -> !some.contains(code))
        .map(AreaCode::toString)
        .sorted()
        .toArray();
  }
}
