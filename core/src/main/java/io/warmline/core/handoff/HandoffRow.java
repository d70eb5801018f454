package io.warmline.core.handoff;

import io.warmline.core.handoff.Handoff.ClientDecision;
import io.warmline.core.handoff.Handoff.Expiry;
import io.warmline.core.handoff.Handoff.Offer;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.QualificationText;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** A hand-off as a row of its table. */
final class HandoffRow {

  private HandoffRow() {}

  static Handoff read(RowView row) {
    return new Handoff(
        row.getColumn("id", HandoffId.class),
        row.getColumn("version", Integer.class),
        row.getColumn("lead_id", LeadId.class),
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("client_id", ClientId.class),
        row.getColumn("agent_id", AgentId.class),
        row.getColumn("call_id", CallId.class),
        new Offer(
            row.getColumn("kind", HandoffKind.class),
            QualificationText.read(row.getColumn("qualification", String.class)),
            row.getColumn("reason", String.class),
            row.getColumn("revisit_on", LocalDate.class)),
        row.getColumn("status", HandoffStatus.class),
        row.getColumn("offered_at", Instant.class),
        row.getColumn("decide_by", Instant.class),
        decision(row),
        expiry(row),
        row.getColumn("do_not_call", Boolean.class));
  }

  private static @Nullable ClientDecision decision(RowView row) {
    Instant at = row.getColumn("decided_at", Instant.class);
    return at == null
        ? null
        : new ClientDecision(
            at,
            row.getColumn("return_reason", ReturnReason.class),
            row.getColumn("comment", String.class),
            row.getColumn("ready_on", LocalDate.class));
  }

  private static @Nullable Expiry expiry(RowView row) {
    Instant at = row.getColumn("expired_at", Instant.class);
    return at == null ? null : new Expiry(at, row.getColumn("expiry_reason", ExpiryReason.class));
  }

  static Update bind(Update u, Handoff handoff) {
    return u.bind("id", handoff.id().value())
        .bind("lead", handoff.lead().value())
        .bind("campaign", handoff.campaign().value())
        .bind("client", handoff.client() == null ? null : handoff.client().value())
        .bind("agent", handoff.agent().value())
        .bind("call", handoff.call().value())
        .bind("kind", handoff.offer().kind().name())
        .bind("qualification", QualificationText.write(handoff.offer().qualification()))
        .bind("reason", handoff.offer().reason())
        .bind("revisitOn", handoff.offer().revisitOn())
        .bind("offeredAt", handoff.offeredAt())
        .bind("decideBy", handoff.decideBy());
  }
}
