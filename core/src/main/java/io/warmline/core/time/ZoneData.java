package io.warmline.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clocks of the world as the runtime knows them, corrected where a law in force is newer than
 * the runtime's time-zone data. The law goes by these clocks.
 */
public final class ZoneData {

  /** The edition of the time-zone database that has all corrections made here. */
  public static final String NEWEST_CORRECTION = "2026b";

  /**
   * British Columbia keeps the clock of March 2026 for good, seven hours behind UTC (tz 2026b). The
   * change of that month is the last.
   */
  private static final Correction BRITISH_COLUMBIA =
      new Correction(Instant.parse("2026-03-08T10:00:01Z"), ZoneOffset.ofHours(-7));

  private static final Map<String, Correction> CORRECTIONS =
      Map.of("America/Vancouver", BRITISH_COLUMBIA, "Canada/Pacific", BRITISH_COLUMBIA);

  private static final Map<ZoneId, ZoneRules> CORRECTED = new ConcurrentHashMap<>();

  private ZoneData() {}

  /**
   * A clock that does not change any more.
   *
   * @param from after the last change
   */
  private record Correction(Instant from, ZoneOffset forGood) {

    /** The same rules where they say so already. */
    ZoneRules of(ZoneRules rules) {
      if (rules.getOffset(from).equals(forGood) && rules.nextTransition(from) == null) {
        return rules;
      }
      List<ZoneOffsetTransition> until = new ArrayList<>();
      ZoneOffsetTransition change = rules.nextTransition(Instant.parse("1900-01-01T00:00:00Z"));
      while (change != null && change.getInstant().isBefore(from)) {
        until.add(change);
        change = rules.nextTransition(change.getInstant());
      }
      ZoneOffset first = until.get(0).getOffsetBefore();
      return ZoneRules.of(first, first, List.of(), until, List.of());
    }
  }

  /** The version of the runtime's time-zone data, such as {@code 2025a}. */
  public static String version() {
    return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
  }

  /** Whether the runtime's data are older than a law in force, and corrected here. */
  public static boolean isCorrected() {
    return version().compareTo(NEWEST_CORRECTION) < 0;
  }

  /** The rules of a zone. */
  public static ZoneRules rules(ZoneId zone) {
    Correction correction = CORRECTIONS.get(zone.getId());
    return correction == null
        ? zone.getRules()
        : CORRECTED.computeIfAbsent(zone, z -> correction.of(z.getRules()));
  }

  /** What the clock on the wall shows. */
  public static OffsetDateTime at(Instant instant, ZoneId zone) {
    return instant.atOffset(rules(zone).getOffset(instant));
  }

  /** What the calendar on the wall shows. */
  public static LocalDate dateAt(Instant instant, ZoneId zone) {
    return at(instant, zone).toLocalDate();
  }

  /** When the clock shows this time: the earlier of two instants, and after a gap as much later. */
  public static Instant instantOf(LocalDateTime wall, ZoneId zone) {
    ZoneRules rules = rules(zone);
    List<ZoneOffset> offsets = rules.getValidOffsets(wall);
    return offsets.isEmpty()
        ? wall.toInstant(rules.getTransition(wall).getOffsetBefore())
        : wall.toInstant(offsets.get(0));
  }
}
