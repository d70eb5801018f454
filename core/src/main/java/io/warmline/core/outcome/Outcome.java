package io.warmline.core.outcome;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.OutcomeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a meeting that was held, or of a lead that the client accepted.
 *
 * @param at when it came about
 * @param withdrawn whether it was told by mistake: no figure counts it
 */
public record Outcome(
    OutcomeId id,
    int version,
    Source source,
    Told told,
    Teller teller,
    Instant at,
    boolean withdrawn,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * Of what it is the outcome.
   *
   * @param campaign of the meeting or the hand-off, wherever the lead has gone since
   * @param client null: the tenant itself
   * @param appointment null: it is of a hand-off
   * @param handoff null: it is of a meeting
   */
  public record Source(
      LeadId lead,
      CampaignId campaign,
      @Nullable ClientId client,
      @Nullable AppointmentId appointment,
      @Nullable HandoffId handoff) {}

  /**
   * Who told it.
   *
   * @param agent of the firm who entered it; null: nobody in particular
   */
  public record Teller(OutcomeTeller by, @Nullable AgentId agent) {}

  Outcome corrected(Told instead, Instant when, Instant now) {
    return new Outcome(id, version, source, instead, teller, when, false, createdAt, now);
  }

  Outcome withdraw(Instant now) {
    return new Outcome(id, version, source, told, teller, at, true, createdAt, now);
  }
}
