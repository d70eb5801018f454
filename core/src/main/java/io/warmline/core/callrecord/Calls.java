package io.warmline.core.callrecord;

import io.warmline.core.Cursor;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.Page;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.disposition.CheckIn;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.disposition.ReportPart;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** The calls of the tenant, as far as they are looked at. */
@ApplicationScoped
public class Calls {

  private final TenantSql sql;

  Calls(TenantSql sql) {
    this.sql = sql;
  }

  /** Which calls a list is about; empty: no condition. */
  public record Filter(
      Optional<CampaignId> campaign,
      Optional<LeadId> lead,
      Optional<AgentId> agent,
      Optional<Disposition> disposition,
      Optional<CheckIn> checkIn,
      Optional<Instant> startedAfter) {

    /**
     * @throws InvalidValue if no call with this outcome says this of a check-in
     */
    public Filter {
      if (checkIn.isPresent()
          && disposition.isPresent()
          && !disposition.get().takes().contains(ReportPart.CHECK_IN)) {
        throw InvalidValue.contradicts("checkIn", "no check-in goes with " + disposition.get());
      }
    }
  }

  /**
   * @throws NotFound if the tenant has none with this id
   */
  public Call get(CallId id) {
    return sql.query(
            "select * from call where tenant_id = :tenant and id = :id",
            q -> q.bind("id", id.value()).map(CallRow::read).findOne())
        .orElseThrow(() -> new NotFound("call", id));
  }

  /** Whether a call was logged by a report of this digest. */
  public boolean isReport(CallId id, String digest) {
    return sql.query(
        """
        select report_digest is not distinct from cast(:digest as text) from call
        where tenant_id = :tenant and id = :id
        """,
        q -> q.bind("id", id.value()).bind("digest", digest).mapTo(Boolean.class).one());
  }

  /**
   * Goes on only with a call of which all is still there.
   *
   * @throws WarmlineException CALL_DETAILS_GONE if it is not
   */
  public void requireDetails(CallId id) {
    boolean gone =
        sql.query(
            "select details_gone_at is not null from call where tenant_id = :tenant and id = :id",
            q -> q.bind("id", id.value()).mapTo(Boolean.class).one());
    if (gone) {
      throw new WarmlineException(
          ProblemCode.CALL_DETAILS_GONE,
          "What this call said was kept for as long as your firm wants, and is gone. It cannot be"
              + " corrected any more.");
    }
  }

  /** How things stood before a call. */
  public BeforeCall before(CallId id) {
    return sql.query(
        "select before from call where tenant_id = :tenant and id = :id",
        q -> q.bind("id", id.value()).mapTo(String.class).map(BeforeCall::read).one());
  }

  /** Newest first. */
  public Page<Call> list(Filter filter, Cursor.Paging paging) {
    Cursor after = paging.after();
    List<Call> rows =
        sql.query(
            """
            select * from call
            where tenant_id = :tenant
              and (cast(:campaign as uuid) is null or campaign_id = :campaign)
              and (cast(:lead as uuid) is null or lead_id = :lead)
              and (cast(:agent as uuid) is null or agent_id = :agent)
              and (cast(:disposition as text) is null or disposition = :disposition)
              and (cast(:checkIn as text) is null or check_in = :checkIn)
              and (cast(:startedAfter as timestamptz) is null or started_at > :startedAfter)
              and (cast(:after as uuid) is null or id < :after)
            order by id desc
            limit :limit
            """,
            q ->
                q.bind("campaign", filter.campaign().map(CampaignId::value).orElse(null))
                    .bind("lead", filter.lead().map(LeadId::value).orElse(null))
                    .bind("agent", filter.agent().map(AgentId::value).orElse(null))
                    .bind("disposition", filter.disposition().map(Enum::name).orElse(null))
                    .bind("checkIn", filter.checkIn().map(Enum::name).orElse(null))
                    .bind("startedAfter", filter.startedAfter().orElse(null))
                    .bind("after", after == null ? null : after.id())
                    .bind("limit", paging.probe())
                    .map(CallRow::read)
                    .list());
    return Page.of(rows, paging.limit(), call -> new Cursor("", call.id().value()));
  }

  /** Whether a later call to the same lead was logged. */
  public boolean hasLater(LeadId lead, CallId except, Instant startedAt) {
    return sql.query(
        """
        select exists (select 1 from call
                       where tenant_id = :tenant and lead_id = :lead and id <> :except
                         and (started_at, id) > (:started, :except))
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("except", except.value())
                .bind("started", startedAt)
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Whether a call to the lead was made since, under another claim or none.
   *
   * @param claim under which the call was made that is asked about
   * @param madeAt when it was made
   */
  public boolean hasOtherSince(LeadId lead, Optional<ClaimId> claim, Instant madeAt) {
    return sql.query(
        """
        select exists (select 1 from call
                       where tenant_id = :tenant and lead_id = :lead
                         and (started_at > :made or (started_at = :made and claim_id is distinct from :claim)))
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("made", madeAt)
                .bind("claim", claim.map(ClaimId::value).orElse(null))
                .mapTo(Boolean.class)
                .one());
  }

  /** How many calls to a number began after {@code from}, and not after {@code until}. */
  public long toNumber(PhoneNumber number, Instant from, Instant until) {
    return sql.query(
        """
        select count(*) from call
        where tenant_id = :tenant and phone = :phone and started_at > :from and started_at <= :until
        """,
        q ->
            q.bind("phone", number.e164())
                .bind("from", from)
                .bind("until", until)
                .mapTo(Long.class)
                .one());
  }

  /** When, until an instant, whoever has a number was last not interested. */
  public Optional<Instant> lastRefusal(PhoneNumber number, Instant until) {
    return sql.query(
        """
        select max(started_at) from call
        where tenant_id = :tenant and phone = :phone and disposition = 'NOT_INTERESTED' and started_at <= :until
        """,
        q ->
            q.bind("phone", number.e164())
                .bind("until", until)
                .map((RowView row) -> Optional.ofNullable(row.getColumn(1, Instant.class)))
                .one());
  }
}
