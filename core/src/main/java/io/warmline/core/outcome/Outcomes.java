package io.warmline.core.outcome;

import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.id.AppointmentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.HandoffId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.OutcomeId;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The outcomes of the tenant. */
@ApplicationScoped
public class Outcomes {

  private static final String SELECT = "select * from outcome where tenant_id = :tenant and ";

  private final TenantSql sql;

  Outcomes(TenantSql sql) {
    this.sql = sql;
  }

  /** Which outcomes a list is about; empty: no condition. */
  public record Filter(
      Optional<LeadId> lead,
      Optional<AppointmentId> appointment,
      Optional<HandoffId> handoff,
      Optional<CampaignId> campaign,
      Optional<ClientId> client,
      Optional<OutcomeKind> kind) {

    /**
     * @throws InvalidValue if it is of a meeting and of a hand-off
     */
    public Filter {
      if (appointment.isPresent() && handoff.isPresent()) {
        throw InvalidValue.contradicts(
            "handoffId", "an outcome is of a meeting or of a hand-off: give one of them");
      }
    }
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Outcome get(OutcomeId id) {
    return sql.query(
            SELECT + "id = :id", q -> q.bind("id", id.value()).map(OutcomeRow::read).findOne())
        .orElseThrow(() -> new NotFound("outcome", id));
  }

  /** Newest first, those that were withdrawn among them. */
  public Page<Outcome> list(Filter filter, Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Outcome> rows =
        sql.query(
            SELECT
                + """
                (cast(:lead as uuid) is null or lead_id = :lead)
                  and (cast(:appointment as uuid) is null or appointment_id = :appointment)
                  and (cast(:handoff as uuid) is null or handoff_id = :handoff)
                  and (cast(:campaign as uuid) is null or campaign_id = :campaign)
                  and (cast(:client as uuid) is null or client_id = :client)
                  and (cast(:kind as text) is null or kind = :kind)
                  and (cast(:after as uuid) is null or id < :after)
                order by id desc
                limit :limit
                """,
            q ->
                q.bind("lead", filter.lead().map(LeadId::value).orElse(null))
                    .bind(
                        "appointment", filter.appointment().map(AppointmentId::value).orElse(null))
                    .bind("handoff", filter.handoff().map(HandoffId::value).orElse(null))
                    .bind("campaign", filter.campaign().map(CampaignId::value).orElse(null))
                    .bind("client", filter.client().map(ClientId::value).orElse(null))
                    .bind("kind", filter.kind().map(Enum::name).orElse(null))
                    .bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(OutcomeRow::read)
                    .list());
    return Page.of(rows, paging.limit(), outcome -> new Cursor("", outcome.id().value()));
  }

  /** The latest of a lead that stands: the one that came about last. */
  Optional<Outcome> latestOf(LeadId lead) {
    return sql.query(
        SELECT + "lead_id = :lead and not withdrawn order by happened_at desc, id desc limit 1",
        q -> q.bind("lead", lead.value()).map(OutcomeRow::read).findOne());
  }

  /** Whether a lead was a customer, or had been one, when we called it first or since. */
  boolean wasCustomer(LeadId lead, Instant before) {
    return sql.query(
        """
        select exists (select 1 from call k
                       where k.tenant_id = :tenant and k.lead_id = :lead and k.status_before in ('CUSTOMER', 'LAPSED'))
            or exists (select 1 from outcome o
                       where o.tenant_id = :tenant and o.lead_id = :lead and o.kind = 'WON' and not o.withdrawn
                         and o.happened_at < :before)
        """,
        q -> q.bind("lead", lead.value()).bind("before", before).mapTo(Boolean.class).one());
  }

  void add(Outcome outcome) {
    sql.update(
        """
        insert into outcome (tenant_id, id, version, lead_id, campaign_id, client_id, appointment_id, handoff_id, kind, value,
                             currency, reason, next_step, revisit_on, told_by, agent_id, happened_at, withdrawn, created_at,
                             updated_at)
        values (:tenant, :id, :version, :lead, :campaign, :client, :appointment, :handoff, :kind, :value, :currency, :reason,
                :nextStep, :revisitOn, :by, :agent, :at, :withdrawn, :created, :updated)
        """,
        u -> OutcomeRow.bindOrigin(OutcomeRow.bind(u, outcome), outcome));
  }

  /**
   * Writes an outcome that was corrected, and gives it with its new version.
   *
   * @throws Collision if somebody else changed it meanwhile; the work is then done again
   */
  Outcome write(Outcome corrected) {
    int rows =
        sql.update(
            """
            update outcome
            set version = version + 1, kind = :kind, value = :value, currency = :currency, reason = :reason,
                next_step = :nextStep, revisit_on = :revisitOn, happened_at = :at, withdrawn = :withdrawn, updated_at = :updated
            where tenant_id = :tenant and id = :id and version = :version
            """,
            u -> OutcomeRow.bind(u, corrected));
    if (rows == 0) {
      throw new Collision("outcome");
    }
    return get(corrected.id());
  }
}
