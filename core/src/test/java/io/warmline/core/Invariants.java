package io.warmline.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.event.EventContract;
import io.warmline.core.queue.QueueEntries;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is true of the current tenant's queue whenever nobody is at work on it. */
@ApplicationScoped
public class Invariants {

  /**
   * A row that waits although its time has come is as good as ready: the promoter has not come by
   * yet.
   */
  private static final String ROWS =
      """
      select lead_id, campaign_id, bucket_id, phone, tier, score, due_at, not_before, agent_id, callback_id, list, company_domain, company_name,
             case when state = 'WAITING' and not_before <= :now then 'READY' else state end as state,
             case when state = 'WAITING' and not_before <= :now then null else blocked_by end as blocked_by
      from queue_entry where tenant_id = :tenant order by lead_id
      """;

  private static final Map<String, String> NEVER =
      Map.ofEntries(
          Map.entry(
              "a lead without a queue row",
              """
              select l.id from lead l left join queue_entry q on q.tenant_id = l.tenant_id and q.lead_id = l.id
              where l.tenant_id = :tenant and q.lead_id is null
              """),
          Map.entry(
              "a leased row without exactly one active claim of the same id",
              """
              select q.lead_id from queue_entry q
              where q.tenant_id = :tenant and q.state = 'LEASED'
                and (select array_agg(c.id) from claim c
                     where c.tenant_id = q.tenant_id and c.lead_id = q.lead_id and c.status = 'ACTIVE')
                    is distinct from array[q.claim_id]
              """),
          Map.entry(
              "an active claim whose lead is not leased to it",
              """
              select c.id from claim c
              left join queue_entry q on q.tenant_id = c.tenant_id and q.lead_id = c.lead_id and q.claim_id = c.id
              where c.tenant_id = :tenant and c.status = 'ACTIVE' and q.lead_id is null
              """),
          Map.entry(
              "two leased rows with one number",
              """
              select min(lead_id::text)::uuid from queue_entry where tenant_id = :tenant and state = 'LEASED'
              group by phone having count(*) > 1
              """),
          Map.entry(
              "a claimed callback whose lead is not leased",
              """
              select cb.id from callback cb
              left join queue_entry q on q.tenant_id = cb.tenant_id and q.lead_id = cb.lead_id and q.state = 'LEASED'
              where cb.tenant_id = :tenant and cb.status = 'CLAIMED' and q.lead_id is null
              """),
          Map.entry(
              "two open callbacks of a lead",
              """
              select lead_id from callback where tenant_id = :tenant and status in ('SCHEDULED', 'DUE', 'CLAIMED')
              group by lead_id having count(*) > 1
              """),
          Map.entry(
              "an open callback of a lead that will not be called",
              """
              select cb.id from callback cb join lead l on l.tenant_id = cb.tenant_id and l.id = cb.lead_id
              where cb.tenant_id = :tenant and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED')
                and l.status in ('DO_NOT_CALL', 'DISQUALIFIED', 'EXHAUSTED', 'CUSTOMER')
              """),
          Map.entry(
              "a lead that awaits a callback nobody promised",
              """
              select l.id from lead l
              where l.tenant_id = :tenant and l.status = 'CALLBACK_PENDING'
                and not exists (select from callback cb where cb.tenant_id = l.tenant_id and cb.lead_id = l.id
                                and cb.status in ('SCHEDULED', 'DUE', 'CLAIMED'))
              """),
          Map.entry(
              "a suppressed number that may be dialled",
              """
              select q.lead_id from queue_entry q
              join suppression s on s.tenant_id = q.tenant_id and s.phone = q.phone and s.removed_at is null
              join campaign c on c.tenant_id = q.tenant_id and c.id = q.campaign_id
               and (s.scope = 'TENANT' or s.campaign_id = c.id or s.client_id = c.client_id)
              where q.tenant_id = :tenant and q.state in ('READY', 'WAITING', 'LEASED')
              """),
          Map.entry(
              "a number on a registry in force that may be dialled without a relationship or a consent",
              """
              select q.lead_id from queue_entry q
              join lead l on l.tenant_id = q.tenant_id and l.id = q.lead_id and l.consent_kind is null
                and l.customer_since is null and l.last_purchase_on is null and l.last_inquiry_at is null
              join registry g on g.tenant_id = q.tenant_id
              join suppression_import i on i.tenant_id = g.tenant_id and i.id = g.list_id and i.status = 'COMPLETED'
              join registry_number n on n.tenant_id = g.tenant_id and n.list_id = g.list_id and n.phone = q.phone
              where q.tenant_id = :tenant and q.state in ('READY', 'WAITING', 'LEASED')
              """));

  @Inject TenantTransaction transaction;
  @Inject TenantSql sql;
  @Inject QueueEntries queue;
  @Inject TestClock clock;

  /** Checks them all. */
  public void hold() {
    NEVER.forEach((what, query) -> assertThat(violations(query)).as(what).isEmpty());
    everyRowIsWhatItsFactsSay();
  }

  private List<UUID> violations(String query) {
    return transaction.call(() -> sql.query(query, q -> q.mapTo(UUID.class).list()));
  }

  private void everyRowIsWhatItsFactsSay() {
    transaction.run(
        () -> {
          List<Map<String, Object>> kept = rows();

          queue.refresh(
              kept.stream().map(row -> (UUID) row.get("lead_id")).toList(), clock.instant());

          assertThat(rows()).as("rows derived anew").isEqualTo(kept);
          assertThat(eventsThatBreakTheContract()).as("events").isEmpty();
        });
  }

  /** Whoever listens to events can rely on what the contract says of their data. */
  private List<String> eventsThatBreakTheContract() {
    return sql
        .query(
            "select distinct type, cast(data as text) as data from event where tenant_id = :tenant",
            q -> q.mapToMap().list())
        .stream()
        .flatMap(
            event ->
                EventContract.faultsOf((String) event.get("type"), (String) event.get("data"))
                    .stream())
        .distinct()
        .toList();
  }

  private List<Map<String, Object>> rows() {
    return sql.query(ROWS, q -> q.bind("now", clock.instant()).mapToMap().list());
  }
}
