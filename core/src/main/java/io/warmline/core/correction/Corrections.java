package io.warmline.core.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.agent.Agents;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.Ids;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.OutcomeId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The corrections of the tenant: each says how a thing stood before. */
@ApplicationScoped
public class Corrections {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TenantSql sql;
  private final Agents agents;

  Corrections(TenantSql sql, Agents agents) {
    this.sql = sql;
    this.agents = agents;
  }

  /**
   * Why something is corrected.
   *
   * @param by who does it; empty: an integration
   */
  public record Because(Optional<AgentId> by, String reason) {

    /** Hides the reason: it may be personal data. */
    @Override
    public String toString() {
      return "Because[" + by + "]";
    }
  }

  /**
   * Notes that it was told wrongly whether a meeting was held, and how.
   *
   * @param before as it was told, by name
   * @throws io.warmline.core.NotFound if nobody ever worked here by this id
   */
  public void note(
      LeadId lead, AppointmentId attendance, Map<String, String> before, Because why, Instant now) {
    note(lead, attendance, null, before, why, now);
  }

  /** As above, for what became of a meeting or a hand-off. */
  public void note(
      LeadId lead, OutcomeId outcome, Map<String, String> before, Because why, Instant now) {
    note(lead, null, outcome, before, why, now);
  }

  private void note(
      LeadId lead,
      @Nullable AppointmentId appointment,
      @Nullable OutcomeId outcome,
      Map<String, String> before,
      Because why,
      Instant now) {
    why.by().ifPresent(agents::requireKnown);
    sql.update(
        """
        insert into correction (tenant_id, id, lead_id, appointment_id, outcome_id, agent_id, reason, before, created_at)
        values (:tenant, :id, :lead, :appointment, :outcome, :agent, :reason, cast(:before as jsonb), :now)
        """,
        u ->
            u.bind("id", Ids.next())
                .bind("lead", lead.value())
                .bind("appointment", appointment == null ? null : appointment.value())
                .bind("outcome", outcome == null ? null : outcome.value())
                .bind("agent", why.by().map(AgentId::value).orElse(null))
                .bind("reason", why.reason())
                .bind("before", text(before))
                .bind("now", now));
  }

  private static String text(Map<String, String> before) {
    try {
      return JSON.writeValueAsString(before);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a correction is not writable", e);
    }
  }
}
