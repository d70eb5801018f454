package io.warmline.core.outcome;

import io.warmline.core.event.EventType;
import io.warmline.core.event.Happening;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.OutcomeId;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of outcomes: ids, states and sums, no words. */
sealed interface OutcomeEvent extends Happening {

  OutcomeId id();

  @Override
  default UUID subject() {
    return id().value();
  }

  /** Told of a meeting or a hand-off. */
  record Recorded(
      OutcomeId id,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable AppointmentId appointmentId,
      @Nullable HandoffId handoffId,
      OutcomeKind outcome,
      @Nullable BigDecimal value,
      @Nullable String currency)
      implements OutcomeEvent {

    static Recorded of(Outcome o) {
      return new Recorded(
          o.id(),
          o.source().lead(),
          o.source().campaign(),
          o.source().appointment(),
          o.source().handoff(),
          o.told().kind(),
          o.told().value(),
          o.told().currency());
    }

    @Override
    public EventType type() {
      return EventType.OUTCOME_RECORDED;
    }
  }

  /** Was told wrongly; the data are the right ones. */
  record Corrected(
      OutcomeId id,
      LeadId leadId,
      CampaignId campaignId,
      @Nullable AppointmentId appointmentId,
      @Nullable HandoffId handoffId,
      OutcomeKind outcome,
      @Nullable BigDecimal value,
      @Nullable String currency,
      boolean withdrawn)
      implements OutcomeEvent {

    static Corrected of(Outcome o) {
      return new Corrected(
          o.id(),
          o.source().lead(),
          o.source().campaign(),
          o.source().appointment(),
          o.source().handoff(),
          o.told().kind(),
          o.told().value(),
          o.told().currency(),
          o.withdrawn());
    }

    @Override
    public EventType type() {
      return EventType.OUTCOME_CORRECTED;
    }
  }
}
