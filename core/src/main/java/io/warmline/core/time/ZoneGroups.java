package io.warmline.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Zones put together by their offsets in a year and the two after it, all in UTC. */
final class ZoneGroups {

  private final int year;
  private final Map<Offsets, ZoneId> byOffsets = new HashMap<>();
  private final Map<ZoneId, ZoneId> byZone = new HashMap<>();

  private ZoneGroups(int year) {
    this.year = year;
  }

  static ZoneGroups of(Collection<ZoneId> zones, int year) {
    ZoneGroups groups = new ZoneGroups(year);
    zones.stream()
        .sorted(
            Comparator.comparing((ZoneId zone) -> !ProspectZones.isPlace(zone.getId()))
                .thenComparing(ZoneId::getId))
        .forEach(groups::add);
    return groups;
  }

  private void add(ZoneId zone) {
    Offsets offsets = Offsets.of(ZoneData.rules(zone), year);
    ZoneId first = byOffsets.putIfAbsent(offsets, zone);
    byZone.put(zone, first == null ? zone : first);
  }

  /** The first place by id whose zone agrees with this one; itself if none does. */
  ZoneId representative(ZoneId zone) {
    ZoneId known = byZone.get(zone);
    return known != null
        ? known
        : byOffsets.getOrDefault(Offsets.of(ZoneData.rules(zone), year), zone);
  }

  /**
   * All that a clock does in the three years: where it stands at their beginning, and its changes.
   */
  private record Offsets(ZoneOffset first, List<ZoneOffsetTransition> changes) {

    static Offsets of(ZoneRules rules, int year) {
      Instant from = newYear(year);
      Instant until = newYear(year + 3);
      List<ZoneOffsetTransition> changes = new ArrayList<>();
      ZoneOffsetTransition change = rules.nextTransition(from);
      while (change != null && change.getInstant().isBefore(until)) {
        changes.add(change);
        change = rules.nextTransition(change.getInstant());
      }
      return new Offsets(rules.getOffset(from), List.copyOf(changes));
    }

    private static Instant newYear(int year) {
      return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
  }
}
