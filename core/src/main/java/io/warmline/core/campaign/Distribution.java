package io.warmline.core.campaign;

import java.util.List;
import java.util.Optional;

/**
 * Who gets the leads of a campaign, and how many of them a day.
 *
 * @param dailyDials dials a day, by the clock of the campaign's zone, 0 or more; promises and
 *     confirmations are made beyond it, and count; empty: as many as there are
 * @param weight its share of ordinary work among the campaigns of an agent, 1 to 100
 * @param skills what an agent must be able to do
 * @param teams whose agents get its leads; empty: those of all
 */
public record Distribution(
    Optional<Integer> dailyDials, int weight, List<String> skills, List<String> teams) {

  /** To everybody, without an end. */
  public static final Distribution DEFAULT =
      new Distribution(Optional.empty(), 1, List.of(), List.of());

  public Distribution {
    skills = skills.stream().distinct().sorted().toList();
    teams = teams.stream().distinct().sorted().toList();
  }
}
