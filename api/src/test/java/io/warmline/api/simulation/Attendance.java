package io.warmline.api.simulation;

import io.warmline.sdk.model.ReportGrouping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who was there and for how long, as the firm has written it down at the door. */
final class Attendance {

  private enum What {
    SHIFT,
    BREAK,
    WRAP_UP
  }

  private record Spell(UUID agent, What what, Instant at, Instant until) implements Facts.Fact {

    @Override
    public Drive drive() {
      throw new UnsupportedOperationException("shifts are not of a campaign");
    }

    double minutes() {
      return Facts.minutes(at, until);
    }
  }

  private final List<Spell> spells = new ArrayList<>();
  private final Map<UUID, Instant> came = new HashMap<>();
  private final Map<UUID, Spell> besides = new HashMap<>();

  void signedOn(UUID agent, Instant now) {
    came.put(agent, now);
  }

  void rests(UUID agent, Instant now) {
    besides.put(agent, new Spell(agent, What.BREAK, now, now));
  }

  void writesUp(UUID agent, Instant now) {
    besides.put(agent, new Spell(agent, What.WRAP_UP, now, now));
  }

  void ready(UUID agent, Instant now) {
    Spell begun = besides.remove(agent);
    if (begun != null) {
      spells.add(new Spell(agent, begun.what(), begun.at(), now));
    }
  }

  void signedOff(UUID agent, Instant now) {
    spells.add(new Spell(agent, What.SHIFT, came.remove(agent), now));
  }

  /** By the whole, by agent, or by times. */
  Sheet by(ReportGrouping grouping, Period period) {
    Sheet sheet = new Sheet();
    new Cut(grouping, period)
        .of(spells)
        .forEach(
            (group, of) -> {
              sheet.sum(group, "timeAtWork", only(of, What.SHIFT), Spell::minutes);
              sheet.sum(group, "breakTime", only(of, What.BREAK), Spell::minutes);
              sheet.sum(group, "wrapUpTime", only(of, What.WRAP_UP), Spell::minutes);
            });
    return sheet;
  }

  private static List<Spell> only(List<Spell> spells, What what) {
    return spells.stream().filter(spell -> spell.what() == what).toList();
  }
}
