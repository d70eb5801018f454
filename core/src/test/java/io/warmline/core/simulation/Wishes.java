package io.warmline.core.simulation;

import io.warmline.core.callback.Wish;
import io.warmline.core.id.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When prospects want to be called: at a time, or in words; by an agent they know, or by anyone.
 */
final class Wishes {

  private static final List<String> WORDS =
      List.of(
          "tomorrow morning",
          "tomorrow afternoon",
          "tomorrow at 10am",
          "in two hours",
          "on Friday morning",
          "next Monday at 3pm",
          "next week",
          "in three days",
          "end of the month",
          "call me back some other time");

  private static final int DAY = 24 * 60;
  private static final int TRIES = 6;

  private final Chance chance;

  Wishes(Chance chance) {
    this.chance = chance;
  }

  Wish of(Prospect prospect, Optional<AgentId> agent, Instant now) {
    return chance.percent(30)
        ? new Wish(
            Optional.empty(),
            Optional.empty(),
            agent,
            Optional.of(chance.oneOf(WORDS)),
            Optional.empty())
        : new Wish(
            Optional.of(time(prospect, now)),
            Optional.empty(),
            agent,
            Optional.empty(),
            Optional.empty());
  }

  /** Whole minutes from now; often, but not always, a time at which calls are allowed. */
  Instant time(Prospect prospect, Instant now) {
    Instant time = anyTime(now);
    for (int i = 0; i < TRIES && !prospect.mayBeCalledAt(time); i++) {
      time = anyTime(now);
    }
    return time;
  }

  private Instant anyTime(Instant now) {
    int kind = chance.between(1, 100);
    int minutes;
    if (kind <= 25) {
      minutes = chance.between(5, 240);
    } else if (kind <= 70) {
      minutes = chance.between(DAY / 2, 5 * DAY);
    } else if (kind <= 92) {
      minutes = chance.between(5 * DAY, 14 * DAY);
    } else {
      minutes = chance.between(14 * DAY, 60 * DAY);
    }
    return now.plus(Duration.ofMinutes(minutes));
  }
}
