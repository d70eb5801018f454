package io.warmline.core.queue;

import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TaskId;
import io.warmline.core.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** A claim as a row: those of the table, and whether the promise it is about was late. */
final class ClaimRow {

  private ClaimRow() {}

  static Claim read(ResultSet rs) throws SQLException {
    return new Claim(
        new ClaimId(uuid(rs, "id")),
        ClaimStatus.valueOf(rs.getString("status")),
        new AgentId(uuid(rs, "agent_id")),
        new CampaignId(uuid(rs, "campaign_id")),
        new LeadId(uuid(rs, "lead_id")),
        Optional.ofNullable(rs.getObject("callback_id", UUID.class)).map(CallbackId::new),
        Optional.ofNullable(rs.getObject("task_id", UUID.class)).map(TaskId::new),
        Optional.ofNullable(rs.getString("phone")).map(PhoneNumber::new),
        rs.getLong("fence"),
        new QueuePlace(
            Tier.of(rs.getInt("tier")),
            rs.getInt("score"),
            instant(rs, "due_at"),
            rs.getBoolean("overdue"),
            turn(rs)),
        instant(rs, "claimed_at"),
        instant(rs, "expires_at"),
        instant(rs, "call_until"),
        Arrays.stream((String[]) rs.getArray("rules").getArray()).map(RuleId::new).toList(),
        Optional.ofNullable(rs.getObject("ended_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Optional<ListTurn> turn(ResultSet rs) throws SQLException {
    int of = rs.getInt("list_shares");
    return of == 0
        ? Optional.empty()
        : Optional.of(
            new ListTurn(
                Optional.ofNullable(rs.getString("list")),
                rs.getInt("list_share"),
                of,
                Optional.ofNullable(rs.getString("instead_of"))));
  }

  private static UUID uuid(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, UUID.class);
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }
}
