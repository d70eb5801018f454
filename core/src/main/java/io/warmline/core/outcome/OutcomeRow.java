package io.warmline.core.outcome;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.OutcomeId;
import io.warmline.core.outcome.Outcome.Source;
import io.warmline.core.outcome.Outcome.Teller;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** An outcome as a row of its table. */
final class OutcomeRow {

  private OutcomeRow() {}

  static Outcome read(RowView row) {
    return new Outcome(
        row.getColumn("id", OutcomeId.class),
        row.getColumn("version", Integer.class),
        new Source(
            row.getColumn("lead_id", LeadId.class),
            row.getColumn("campaign_id", CampaignId.class),
            row.getColumn("client_id", ClientId.class),
            row.getColumn("appointment_id", AppointmentId.class),
            row.getColumn("handoff_id", HandoffId.class)),
        new Told(
            row.getColumn("kind", OutcomeKind.class),
            row.getColumn("value", BigDecimal.class),
            row.getColumn("currency", String.class),
            row.getColumn("reason", String.class),
            row.getColumn("next_step", String.class),
            row.getColumn("revisit_on", LocalDate.class)),
        new Teller(
            row.getColumn("told_by", OutcomeTeller.class),
            row.getColumn("agent_id", AgentId.class)),
        row.getColumn("happened_at", Instant.class),
        row.getColumn("withdrawn", Boolean.class),
        row.getColumn("created_at", Instant.class),
        row.getColumn("updated_at", Instant.class));
  }

  /** What a correction may change. */
  static Update bind(Update u, Outcome o) {
    Told told = o.told();
    return u.bind("id", o.id().value())
        .bind("version", o.version())
        .bind("kind", told.kind().name())
        .bind("value", told.value())
        .bind("currency", told.currency())
        .bind("reason", told.reason())
        .bind("nextStep", told.nextStep())
        .bind("revisitOn", told.revisitOn())
        .bind("at", o.at())
        .bind("withdrawn", o.withdrawn())
        .bind("updated", o.updatedAt());
  }

  /** What stays. */
  static Update bindOrigin(Update u, Outcome o) {
    Source source = o.source();
    return u.bind("lead", source.lead().value())
        .bind("campaign", source.campaign().value())
        .bind("client", value(source.client(), ClientId::value))
        .bind("appointment", value(source.appointment(), AppointmentId::value))
        .bind("handoff", value(source.handoff(), HandoffId::value))
        .bind("by", o.teller().by().name())
        .bind("agent", value(o.teller().agent(), AgentId::value))
        .bind("created", o.createdAt());
  }

  private static <T, V> @Nullable V value(@Nullable T of, Function<T, V> value) {
    return of == null ? null : value.apply(of);
  }
}
