package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Cursor;
import io.warmline.core.Desk;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.agent.Agents;
import io.warmline.core.callback.PromiseCallback;
import io.warmline.core.callrecord.Calls;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.Ids;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.id.TenantId;
import io.warmline.core.idempotency.IdempotencyKeys;
import io.warmline.core.idempotency.StoredAnswer;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.suppression.Suppressions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing of one tenant is seen or written by another, by whichever way. */
@QuarkusTest
class TenantWallsTest extends OnPostgres {

  @Inject PromiseCallback promises;
  @Inject IdempotencyKeys keys;
  @Inject Leads leads;
  @Inject Campaigns campaigns;
  @Inject Agents agents;
  @Inject Calls calls;
  @Inject Suppressions suppressions;

  TenantId owner;
  CampaignId campaign;
  AgentId agent;
  LeadId lead;
  CallId call;
  SuppressionId suppression;

  /** Something in every table that a use case fills; the caller is somebody else afterwards. */
  @BeforeEach
  void aTenantWithEverythingAndAnother() {
    owner = given.tenant();
    campaign = given.campaign();
    agent = given.agent();
    lead = given.lead(campaign);
    promises.promise(given.lead(campaign), Desk.at(clock.instant().plus(Duration.ofDays(1))));
    desk.claim(agent);
    var refused = desk.log(given.lead(campaign), agent, Disposition.DO_NOT_CALL);
    call = refused.call().id();
    suppression = refused.call().links().suppression();
    desk.log(given.lead(campaign), agent, Disposition.APPOINTMENT_SET);
    transaction.run(
        () -> keys.keep("key", "a", new StoredAnswer(200, Map.of(), null), clock.instant()));
    transaction.run(this::fillTheRest);
    given.newTenant();
  }

  private void fillTheRest() {
    UUID job = Ids.next();
    execute(
        "insert into client (tenant_id, id, version, name, fiscal_year_start, created_at,"
            + " updated_at) values (:tenant, :id, 0, 'c', 1, now(), now())",
        job);
    execute(
        "insert into suppression_import (tenant_id, id, registry, jurisdiction, as_of, status,"
            + " created_at) values (:tenant, :id, 'R', 'US', '2026-11-16', 'QUEUED', now())",
        job);
    execute(
        "insert into registry (tenant_id, id, name, jurisdiction, calling_code, as_of, list_id,"
            + " numbers, imported_at) values (:tenant, :id, 'R', 'US', '+1', '2026-11-16', :id, 1,"
            + " now())",
        job);
    execute(
        "insert into registry_number (tenant_id, list_id, phone) values (:tenant, :id,"
            + " '+15046218927')",
        job);
    execute(
        "insert into calling_rule (tenant_id, id, body, created_at, updated_at)"
            + " values (:tenant, left(cast(:id as text), 8), '{}', now(), now())",
        job);
    execute("insert into event_counter (tenant_id, last) values (:tenant, 0)", job);
    execute("insert into event_month (tenant_id, month, first) values (:tenant, 202611, 1)", job);
    execute(
        "insert into retention (tenant_id, deliveries_days, rejected_rows_days, answers_days,"
            + " due_at) values (:tenant, 30, 30, 30, now())",
        job);
    execute(
        "insert into api_key (tenant_id, id, name, key_hash, scopes, created_at)"
            + " values (:tenant, :id, 'k', decode(repeat('00', 32), 'hex'), '{}', now())",
        job);
    execute(
        "insert into calendar_link (tenant_id, agent_id, token_hash, created_at)"
            + " select :tenant, id, decode(repeat('00', 32), 'hex'), now() from agent limit 1",
        job);
    execute(
        "insert into complaint (tenant_id, id, lead_id, campaign_id, status, raised_at) select"
            + " :tenant, :id, id, campaign_id, 'OPEN', now() from lead limit 1",
        job);
    execute(
        "insert into call_review (tenant_id, id, call_id, lead_id, campaign_id, agent_id, note, created_at, updated_at) select"
            + " :tenant, :id, id, lead_id, campaign_id, agent_id, 'Good.', now(), now() from call limit 1",
        job);
    execute(
        "insert into shift (tenant_id, id, agent_id, state, state_since, silence_seconds,"
            + " signed_on_at, seen_at, silent_at) select :tenant, :id, id, 'READY', now(), 600,"
            + " now(), now(), now() from agent limit 1",
        job);
    execute(
        "insert into shift_part (tenant_id, shift_id, agent_id, state, began_at) select :tenant,"
            + " :id, id, 'READY', now() from agent limit 1",
        job);
    execute(
        "insert into saved_filter (tenant_id, id, version, name, conditions, created_at, updated_at)"
            + " values (:tenant, :id, 0, 'f', '{\"q\": \"roof\"}', now(), now())",
        job);
    execute(
        "insert into bulk_operation (tenant_id, id, kind, dry_run, status, total, created_at,"
            + " finished_at) values (:tenant, :id, 'TAG', true, 'COMPLETED', 1, now(), now())",
        job);
    execute(
        "insert into bulk_item (tenant_id, bulk_id, lead_id, ordinal, outcome) select :tenant, :id,"
            + " id, 0, 'UNCHANGED' from lead limit 1",
        job);
    execute(
        "insert into follow_up (tenant_id, id, lead_id, campaign_id, agent_id, call_id, occasion,"
            + " status, due_at, created_at, updated_at) select :tenant, :id, lead_id, campaign_id,"
            + " agent_id, id, 'VOICEMAIL', 'OWED', now(), now(), now() from call limit 1",
        job);
    execute(
        "insert into tracked_link (tenant_id, id, lead_id, token_hash, target_url, created_at)"
            + " select :tenant, :id, id, decode(repeat('00', 32), 'hex'), 'https://a.example',"
            + " now() from lead limit 1",
        job);
    execute(
        "insert into signal (tenant_id, id, lead_id, campaign_id, type, occurred_at, counted,"
            + " created_at) select :tenant, :id, id, campaign_id, 'REPLY', now(), true, now() from"
            + " lead limit 1",
        job);
    execute(
        "insert into handoff (tenant_id, id, lead_id, campaign_id, agent_id, call_id, kind,"
            + " version, status, offered_at, decide_by, updated_at) select :tenant, :id, lead_id,"
            + " campaign_id, agent_id, id, 'QUALIFIED', 0, 'OFFERED', now(), now() + interval '1"
            + " day', now() from call limit 1",
        job);
    execute(
        "insert into outcome (tenant_id, id, version, lead_id, campaign_id, handoff_id, kind,"
            + " told_by, happened_at, withdrawn, created_at, updated_at) select :tenant, :id, 0,"
            + " lead_id, campaign_id, id, 'PROPOSAL', 'CLIENT', now(), false, now(), now() from"
            + " handoff limit 1",
        job);
    execute(
        "insert into correction (tenant_id, id, lead_id, outcome_id, before, created_at) select"
            + " :tenant, :id, lead_id, id, '{}', now() from outcome limit 1",
        job);
    execute(
        "insert into programme (tenant_id, id, version, kind, name, enabled, days, max_per_day,"
            + " created_at, updated_at) values (:tenant, :id, 0, 'REHEAT', 'p', false, 60, 1,"
            + " now(), now())",
        job);
    execute(
        "insert into programme_task (tenant_id, programme_id, lead_id, period, created_at) select"
            + " :tenant, :id, id, '2026-11-18', now() from lead limit 1",
        job);
    execute(
        "insert into webhook (tenant_id, id, version, url, full_data, secret, position, created_at,"
            + " updated_at) values (:tenant, :id, 0, 'https://a.example/', false, 's', 0, now(),"
            + " now())",
        job);
    execute(
        "insert into webhook_delivery (tenant_id, id, webhook_id, sequence, type, about_id, status,"
            + " next_attempt_at, created_at) values (:tenant, :id, :id, 1, 'call.logged', :id,"
            + " 'PENDING', now(), now())",
        job);
    execute(
        "insert into webhook_attempt (tenant_id, delivery_id, number, made_at, took_ms) values"
            + " (:tenant, :id, 1, now(), 1)",
        job);
    execute(
        "insert into audit_entry (tenant_id, id, done_at, key_id, operation, method, path, fields,"
            + " status, request_id) values (:tenant, :id, now(), :id, 'createLead', 'POST',"
            + " '/v1/leads', '{}', 201, 'r')",
        job);
    execute(
        "insert into accepted_jurisdiction (tenant_id, country, calling_hours, accepted_by, reason,"
            + " accepted_at) values (:tenant, 'IS', 'x', 'Ada', cast(:id as text), now())",
        job);
    execute(
        "insert into lifted_rule (tenant_id, id, lifted_by, reason, lifted_at) values (:tenant,"
            + " 'gb-hours', 'Ada', cast(:id as text), now())",
        job);
    execute(
        "insert into import_job (tenant_id, id, campaign_id, status, dry_run, format, charset,"
            + " created_at) select :tenant, :id, id, 'QUEUED', false, 'CSV', 'UTF-8', now() from"
            + " campaign limit 1",
        job);
    execute(
        "insert into import_mapping (tenant_id, name, updated_at) values (:tenant, cast(:id as"
            + " text), now())",
        job);
    execute(
        "insert into lead_merge (tenant_id, id, lead_id, merged_id, lead_image, merged_image,"
            + " lead_version, merged_at) select :tenant, :id, cast(min(cast(id as text)) as uuid),"
            + " cast(max(cast(id as text)) as uuid), '{}', '{}', 0, now() from lead",
        job);
    execute(
        "insert into erasure_key (tenant_id, secret) select :tenant, decode(repeat('00', 32), 'hex')"
            + " where cast(:id as uuid) is not null",
        job);
    execute(
        "insert into erased_person (tenant_id, digest, erased_at) select :tenant, repeat('0', 64),"
            + " now() where cast(:id as uuid) is not null",
        job);
    execute(
        "insert into lead_tag (tenant_id, campaign_id, name) select :tenant, id, 'webinar' from"
            + " campaign where cast(:id as uuid) is not null limit 1",
        job);
    execute(
        "insert into list_turn (tenant_id, campaign_id, shares, dealt) select :tenant, id, '[]',"
            + " '{}' from campaign where cast(:id as uuid) is not null limit 1",
        job);
    execute(
        "insert into import_chunk (tenant_id, import_id, ordinal, content) values (:tenant, :id, 1,"
            + " '')",
        job);
    execute(
        "insert into import_rehearsal (tenant_id, import_id, lead_id, phone) values (:tenant, :id,"
            + " :id, '+15046218927')",
        job);
    execute(
        "insert into import_rejection (tenant_id, import_id, ordinal, line, code, reason) values"
            + " (:tenant, :id, 1, 1, 'c', 'r')",
        job);
    execute(
        "insert into import_row (tenant_id, import_id, ordinal, content) values (:tenant, :id, 1,"
            + " 'c')",
        job);
  }

  private void execute(String statement, UUID id) {
    sql.update(statement, u -> u.bind("id", id));
  }

  @Test
  void sqlWithoutATenantInItSeesNothingOfAnotherTenant() {
    List<String> tables = tables();

    assertThat(tables).hasSizeGreaterThan(14);
    for (String table : tables) {
      long forItsOwner = given.as(owner, () -> count(table));
      long forSomebodyElse = count(table);

      assertThat(forItsOwner).as("rows of %s for its owner", table).isPositive();
      assertThat(forSomebodyElse)
          .as("rows of %s for somebody else", table)
          .isEqualTo(table.equals("tenant") ? 1 : 0);
    }
  }

  @Test
  void sqlOutsideATenantsTransactionSeesNothing() {
    for (String table : tables()) {
      long seen = rows(table);

      assertThat(seen).as(table).isZero();
    }
  }

  @Test
  void nothingIsWrittenForAnotherTenant() {
    assertThatThrownBy(
            () ->
                transaction.run(
                    () -> write("insert into event_counter (tenant_id, last) values (:other, 0)")))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .hasMessageContaining("row-level security");
    for (String table : tables()) {
      assertThatThrownBy(() -> transaction.run(() -> copyOwnersRow(table)))
          .as(table)
          .isInstanceOf(UnableToExecuteStatementException.class);
    }
  }

  /**
   * A row that is only wrong in belonging to somebody else: not-null columns may complain first,
   * never nobody.
   */
  private void copyOwnersRow(String table) {
    write("insert into " + table + " (" + key(table) + ") values (:other)");
  }

  private void write(String statement) {
    sql.jdbi().useHandle(h -> h.createUpdate(statement).bind("other", owner.value()).execute());
  }

  private static String key(String table) {
    return table.equals("tenant") ? "id" : "tenant_id";
  }

  @Test
  void aRowIsNeverGivenToAnotherTenant() {
    given.agent();

    assertThatThrownBy(() -> transaction.run(() -> write("update agent set tenant_id = :other")))
        .isInstanceOf(UnableToExecuteStatementException.class);
  }

  @Test
  void everyTableHasAForcedPolicyAndBelongsToSomebodyElseThanTheApplication() {
    List<String> open =
        names(
            """
            select relname from pg_class
            where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
              and relname <> 'flyway_schema_history'
              and not (relrowsecurity and relforcerowsecurity and relowner <> 'warmline_app'::regrole)
            """);

    assertThat(open).isEmpty();
  }

  @Test
  void theApplicationWorksInARoleThatOwnsNothingAndBypassesNothing() {
    assertThat(names("select current_user")).containsExactly("warmline_app");
    assertThat(
            names(
                "select rolname from pg_roles where rolname = current_user and (rolsuper or"
                    + " rolbypassrls or rolcreaterole)"))
        .isEmpty();
    assertThat(
            names(
                "select relname from pg_class where relowner = (select oid from pg_roles where"
                    + " rolname = current_user)"))
        .isEmpty();
  }

  @Test
  void whatMustBeKeptCannotBeDeletedByTheApplication() {
    for (String table : List.of("call", "suppression", "event")) {
      assertThatThrownBy(
              () ->
                  given.run(
                      owner,
                      () ->
                          transaction.run(
                              () -> sql.jdbi().useHandle(h -> h.execute("delete from " + table)))))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void hibernateFindsNothingOfAnotherTenant() {
    assertThatThrownBy(() -> read(lead)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> transaction.call(() -> campaigns.get(campaign)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> transaction.call(() -> agents.get(agent)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> transaction.call(() -> suppressions.get(suppression)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> transaction.call(() -> calls.get(call))).isInstanceOf(NotFound.class);
    assertThat(transaction.call(() -> campaigns.list(new Cursor.Paging(10, null))).items())
        .isEmpty();
  }

  /**
   * The second wall holds although the first one is down: Hibernate and our own SQL ask for the
   * tenant by themselves.
   */
  @Test
  void hibernateFindsNothingOfAnotherTenantEvenWhereTheDatabaseWouldShowIt() {
    long found =
        transaction.call(
            () -> {
              sql.jdbi()
                  .useHandle(
                      h -> h.execute("select set_config('app.tenant', ?, true)", owner.toString()));
              return everyLead().size() + campaigns.count() + agents.count() + suppressions.count();
            });

    assertThat(found).isZero();
  }

  private List<Lead> everyLead() {
    Leads.Filter all =
        new Leads.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return leads.list(all, new Cursor.Paging(10, null)).items();
  }

  @Test
  void theTenantOfATransactionIsForgottenWithIt() {
    transaction.run(() -> given.tenant());

    String left =
        sql.jdbi()
            .withHandle(
                h ->
                    h.select("select coalesce(current_setting('app.tenant', true), '')")
                        .mapTo(String.class)
                        .one());

    assertThat(left).isEmpty();
  }

  private long count(String table) {
    return transaction.call(() -> rows(table));
  }

  private long rows(String table) {
    return sql.jdbi()
        .withHandle(h -> h.select("select count(*) from " + table).mapTo(Long.class).one());
  }

  private List<String> tables() {
    return names(
        """
        select table_name from information_schema.tables
        where table_schema = current_schema()
          and table_name not in ('flyway_schema_history', 'operator_action', 'operator_answer')
        order by table_name
        """);
  }

  private List<String> names(String query) {
    return transaction.call(
        () -> sql.jdbi().withHandle(h -> h.select(query).mapTo(String.class).list()));
  }
}
