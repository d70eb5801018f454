package io.warmline.core.programme;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ProgrammeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A standing rule that turns quiet leads or customers into warm calls.
 *
 * @param version of the terms; a run does not change it
 */
public record Programme(
    ProgrammeId id,
    int version,
    Terms terms,
    Figures figures,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * What its user agrees on.
   *
   * @param enabled whether it makes tasks
   * @param days 1 to 3650, of the calendar in the campaign's zone
   * @param campaigns whose leads it concerns; empty: those of all campaigns of the tenant
   * @param maxPerDay most tasks in any 24 hours, at least 1
   * @param hint told to the agent with the reason of the call
   */
  public record Terms(
      ProgrammeKind kind,
      String name,
      boolean enabled,
      int days,
      List<CampaignId> campaigns,
      int maxPerDay,
      Optional<String> hint) {

    /** Keeps a copy. */
    public Terms {
      campaigns = List.copyOf(campaigns);
    }
  }

  /**
   * What it has done.
   *
   * @param tasks how many it has made
   * @param lastRunAt when it last looked for leads
   * @param nextRunAt when it looks again; empty while it is disabled
   */
  public record Figures(long tasks, Optional<Instant> lastRunAt, Optional<Instant> nextRunAt) {}

  /** Why it has a lead called, for the agent. */
  String reason(LocalDate period) {
    String reason = terms.kind().reason(period);
    return terms.hint().map(hint -> reason + " " + hint).orElse(reason);
  }
}
