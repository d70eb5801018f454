package io.warmline.core.quality;

import io.warmline.core.InvalidValue;
import io.warmline.core.id.AgentId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a supervisor says of a call.
 *
 * @param reviewer who says it; empty: nobody of the agents
 * @param criteria at most {@value #MOST_CRITERIA}, no two of one name
 * @param note for the agent who made the call
 */
public record Verdict(Optional<AgentId> reviewer, List<Criterion> criteria, Optional<String> note) {

  private static final int MOST_CRITERIA = 20;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_NOTE = 4000;

  /**
   * @throws InvalidValue if it says nothing, a criterion has no name or another's, or a score is
   *     not from 0 to 100
   */
  public Verdict {
    criteria =
        criteria.stream().map(one -> new Criterion(one.name().strip(), one.score())).toList();
    note = note.map(String::strip).filter(words -> !words.isEmpty());
    requireSomething(criteria, note);
    requireNames(criteria);
  }

  private static void requireSomething(List<Criterion> criteria, Optional<String> note) {
    if (criteria.isEmpty() && note.isEmpty()) {
      throw InvalidValue.required("/note", "give scores, a note, or both");
    }
    if (criteria.size() > MOST_CRITERIA) {
      throw new InvalidValue("/scores", "TOO_MANY", "must be at most " + MOST_CRITERIA);
    }
    if (note.filter(words -> words.length() > LONGEST_NOTE).isPresent()) {
      throw new InvalidValue(
          "/note", "TOO_LONG", "must have at most " + LONGEST_NOTE + " characters");
    }
  }

  private static void requireNames(List<Criterion> criteria) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < criteria.size(); i++) {
      Criterion one = criteria.get(i);
      String at = "/scores/" + i;
      if (one.name().isEmpty() || one.name().length() > LONGEST_NAME) {
        throw new InvalidValue(
            at + "/criterion", "NO_NAME", "must have 1 to " + LONGEST_NAME + " characters");
      }
      if (!names.add(one.name().toLowerCase(Locale.ROOT))) {
        throw new InvalidValue(at + "/criterion", "DUPLICATE", "is scored twice");
      }
      if (one.score() < 0 || one.score() > 100) {
        throw new InvalidValue(at + "/score", "OUT_OF_RANGE", "must be from 0 to 100");
      }
    }
  }

  /** The mean of the scores, to two decimals; empty where there are none. */
  public OptionalDouble score() {
    OptionalDouble mean = criteria.stream().mapToInt(Criterion::score).average();
    return mean.isPresent()
        ? OptionalDouble.of(Math.round(mean.getAsDouble() * 100) / 100.0)
        : mean;
  }

  /** Hides the note: it may be about the prospect. */
  @Override
  public String toString() {
    return "Verdict[" + criteria.size() + " scores]";
  }
}
