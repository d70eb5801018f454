package io.warmline.core.tenant;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.FollowUpId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.KeyId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.OutcomeId;
import io.warmline.core.id.SignalId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.id.TaskId;
import io.warmline.core.id.TrackedLinkId;
import io.warmline.core.phone.PhoneNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * How columns are read as the domain's types; a null stays one. Enums are read by name, which Jdbi
 * does of itself.
 */
final class DomainColumns {

  private DomainColumns() {}

  static void register(Jdbi jdbi) {
    read(jdbi, UUID.class, AgentId.class, AgentId::new);
    read(jdbi, UUID.class, AppointmentId.class, AppointmentId::new);
    read(jdbi, UUID.class, CallId.class, CallId::new);
    read(jdbi, UUID.class, CallbackId.class, CallbackId::new);
    read(jdbi, UUID.class, CampaignId.class, CampaignId::new);
    read(jdbi, UUID.class, ClaimId.class, ClaimId::new);
    read(jdbi, UUID.class, ClientId.class, ClientId::new);
    read(jdbi, UUID.class, HandoffId.class, HandoffId::new);
    read(jdbi, UUID.class, OutcomeId.class, OutcomeId::new);
    read(jdbi, UUID.class, FollowUpId.class, FollowUpId::new);
    read(jdbi, UUID.class, KeyId.class, KeyId::new);
    read(jdbi, UUID.class, LeadId.class, LeadId::new);
    read(jdbi, UUID.class, SignalId.class, SignalId::new);
    read(jdbi, UUID.class, SuppressionId.class, SuppressionId::new);
    read(jdbi, UUID.class, TaskId.class, TaskId::new);
    read(jdbi, UUID.class, TrackedLinkId.class, TrackedLinkId::new);
    read(jdbi, String.class, PhoneNumber.class, PhoneNumber::new);
    read(jdbi, String.class, ZoneId.class, ZoneId::of);
    read(jdbi, OffsetDateTime.class, Instant.class, OffsetDateTime::toInstant);
  }

  private static <C, T> void read(Jdbi jdbi, Class<C> column, Class<T> type, Function<C, T> make) {
    jdbi.registerColumnMapper(
        type,
        (rs, number, ctx) -> {
          C value = rs.getObject(number, column);
          return value == null ? null : make.apply(value);
        });
  }
}
