package io.warmline.core.queue;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.TenantId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.queue.ClaimStatement.Reach;
import io.warmline.core.queue.Watermarks.Mark;
import io.warmline.core.tenant.LocalSettings;
import io.warmline.core.tenant.Question;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The plans of the statements whose cost must not grow with the table: in a queue of 20,000 leads,
 * with as many calls, whatever they touch they find by an index; and they do so among thousands of
 * small tenants.
 */
@QuarkusTest
class QueryPlansTest extends OnPostgres {

  private static final List<String> LARGE = List.of("queue_entry", "lead", "lead_phone", "call");

  /**
   * Of leads that agents hold, and of callbacks that are an agent's own: these may be read whole.
   */
  private static final List<String> FEW =
      List.of("queue_personal", "queue_leased", "queue_one_call_per_number");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):(\\w+)");

  @Inject QueueEntries queue;
  @Inject ClaimNextLead claimNextLead;

  private AgentId agent;
  private LeadId lead;
  private CampaignId campaign;
  private List<Long> buckets;

  @BeforeEach
  void aLargeQueue() {
    agent = given.agent();
    campaign = given.campaign();
    lead = given.lead(campaign);
    given.newLead(campaign).zone("America/Denver").create();
    buckets =
        transaction.call(
            () ->
                sql.query(
                    "select id from window_bucket where tenant_id = :tenant order by id",
                    q -> q.mapTo(Long.class).list()));
    multiply();
    divide();
  }

  /** By copies of one lead: the statements only look at keys. */
  private void multiply() {
    TenantId tenant = given.tenant();
    asOwner(
        """
        set session_replication_role = replica;
        create temporary table copied as
          select gen_random_uuid() as id, '+1646' || (1000000 + n) as phone, (n %% 2) as other, n
          from generate_series(1, 20000) n;
        insert into lead (tenant_id, id, campaign_id, external_id, phone, score, created_at, updated_at)
          select '%1$s', id, '%2$s', 'copy-' || n, phone, n %% 100, now(), now() from copied;
        insert into lead_phone (tenant_id, lead_id, position, e164, zone_source, candidate_zones, jurisdictions, bucket_id, country)
          select '%1$s', c.id, 1, c.phone, p.zone_source, p.candidate_zones, p.jurisdictions,
                 case c.other when 0 then %3$d else %4$d end, p.country
          from copied c, lead_phone p where p.tenant_id = '%1$s' and p.lead_id = '%5$s';
        insert into queue_entry (tenant_id, lead_id, campaign_id, bucket_id, phone, state, tier, score, due_at, not_before, blocked_by)
          select '%1$s', id, '%2$s', case other when 0 then %3$d else %4$d end, phone,
                 case when n %% 5 = 0 then 'WAITING' else 'READY' end, 8, n %% 100, now(), now(),
                 case when n %% 5 = 0 then 'RETRY_DELAY' end
          from copied;
        insert into call (tenant_id, id, version, lead_id, campaign_id, agent_id, phone, disposition, status_before, rang, late,
                          started_at, created_at)
          select '%1$s', gen_random_uuid(), 0, id, '%2$s', '%6$s', phone, 'NO_ANSWER', 'COLD', true, false, now(), now() from copied;
        drop table copied;
        set session_replication_role = origin;
        analyze lead; analyze lead_phone; analyze queue_entry; analyze call; analyze window_bucket
        """
            .formatted(tenant, campaign, buckets.get(0), buckets.get(1), lead, agent));
  }

  /**
   * As ANALYZE would find it among 4,000 tenants: where a tenant seems to have five rows, reading
   * all that it has seems cheap, whatever this one has. Where the schema says how many to take them
   * for, ANALYZE takes that.
   */
  private void divide() {
    asOwner(
        """
        update pg_statistic s set stadistinct = 4000
        from pg_attribute a
        where a.attrelid = s.starelid and a.attnum = s.staattnum and a.attname = 'tenant_id' and a.attoptions is null
        """);
  }

  /** They are no real leads: the queue is made sound again. */
  @AfterEach
  void onlyRealLeadsAreLeft() {
    asOwner(
        """
        set session_replication_role = replica;
        delete from call where tenant_id = '%1$s';
        delete from queue_entry where tenant_id = '%1$s' and phone like '+1646%%' and lead_id in (select id from lead where external_id like 'copy-%%');
        delete from lead_phone where tenant_id = '%1$s' and lead_id in (select id from lead where external_id like 'copy-%%');
        delete from lead where tenant_id = '%1$s' and external_id like 'copy-%%';
        set session_replication_role = origin;
        analyze
        """
            .formatted(given.tenant()));
  }

  @Test
  void aClaimMergesOneOrderedWalkOfEachOpenBucket() {
    Map<String, Object> values = new HashMap<>();
    values.put("agent", agent.value());
    values.put("now", clock.instant());
    values.put("ids", new UUID[] {UUID.randomUUID()});
    for (long bucket : buckets) {
      values.put("rank" + bucket, Mark.START.rank());
      values.put("due" + bucket, Mark.START.dueAt());
      values.put("lead" + bucket, Mark.START.lead());
    }

    List<JsonNode> plan = plan(ClaimStatement.forAgent(buckets, 1, Reach.NEAR), values);

    touchesLittle(plan);
    assertThat(indexes(plan)).contains("queue_ready", "queue_one_call_per_number");
    mergesWalksInOrder(plan);
  }

  private static void mergesWalksInOrder(List<JsonNode> plan) {
    assertThat(plan)
        .filteredOn(node -> type(node).equals("Merge Append"))
        .isNotEmpty()
        .allSatisfy(
            merge ->
                assertThat(merge.path("Plans"))
                    .as("no walk is sorted")
                    .noneMatch(walk -> type(walk).equals("Sort")));
  }

  private Map<String, Object> claimOf(Reach reach, Segment segment) {
    Map<String, Object> values = new HashMap<>();
    values.put("agent", agent.value());
    values.put("now", clock.instant());
    values.put("ids", new UUID[] {UUID.randomUUID()});
    if (!segment.tags().isEmpty()) {
      values.put("segmentTags", segment.tags().toArray(String[]::new));
    }
    if (!segment.imports().isEmpty()) {
      values.put(
          "segmentImports", segment.imports().stream().map(ImportId::value).toArray(UUID[]::new));
    }
    if (ClaimStatement.walksBuckets(reach, segment)) {
      for (long bucket : buckets) {
        values.put("rank" + bucket, Mark.START.rank());
        values.put("due" + bucket, Mark.START.dueAt());
        values.put("lead" + bucket, Mark.START.lead());
      }
    }
    return values;
  }

  /** What nobody asks for costs nothing. */
  @Test
  void withoutASegmentAClaimReadsNoLead() {
    for (Reach reach : Reach.values()) {
      String statement = ClaimStatement.forAgent(buckets, 1, reach);

      assertThat(statement).doesNotContain("lead l", "segment");
      assertThat(plan(statement, claimOf(reach, Segment.EVERYONE)))
          .noneMatch(node -> node.path("Relation Name").asText().equals("lead"));
    }
  }

  @Test
  void aClaimOfASegmentWalksTheSameWayNearTheHeads() {
    Segment solar = new Segment(List.of("solar"), Set.of(ImportId.next()));

    List<JsonNode> plan =
        plan(ClaimStatement.forAgent(buckets, 1, Reach.NEAR, solar), claimOf(Reach.NEAR, solar));

    touchesLittle(plan);
    assertThat(indexes(plan)).contains("queue_ready");
    assertThat(plan).anyMatch(node -> type(node).equals("Merge Append"));
  }

  @Test
  void farFromTheHeadsTheLeadsOfASegmentAreFoundByTheirOwnIndex() {
    Segment tagged = new Segment(List.of("solar"), Set.of());
    Segment imported = new Segment(List.of(), Set.of(ImportId.next()));

    assertThat(indexes(farClaim(tagged))).contains("lead_tagged");
    assertThat(indexes(farClaim(imported))).contains("lead_import");
  }

  /** The next of a list is found as the next of all is, however many others are before it. */
  @Test
  void aClaimOfAListWalksTheIndexOfTheLists() {
    asOwner(
        """
        update queue_entry set list = 1 + score %% 2 where tenant_id = '%1$s';
        analyze queue_entry
        """
            .formatted(given.tenant()));
    Map<String, Object> values = new HashMap<>();
    values.put("agent", agent.value());
    values.put("now", clock.instant());
    values.put("ids", new UUID[] {UUID.randomUUID()});

    List<JsonNode> plan = plan(ClaimStatement.forAgent(buckets, 1, Among.listed(2)), values);

    asOwner("update queue_entry set list = null where tenant_id = '" + given.tenant() + "'");
    touchesLittle(plan);
    assertThat(indexes(plan)).contains("queue_listed").doesNotContain("queue_ready");
    mergesWalksInOrder(plan);
  }

  private List<JsonNode> farClaim(Segment segment) {
    return plan(
        ClaimStatement.forAgent(buckets, 1, Reach.TO_THE_END, segment),
        claimOf(Reach.TO_THE_END, segment),
        LeaseLeads.PLANNED_ANEW);
  }

  @Test
  void theOneOfASegmentIsFoundBehindTwentyThousandOthers() {
    asOwner(
        """
        update queue_entry set score = 500 where tenant_id = '%1$s' and phone like '+1646%%';
        analyze queue_entry;
        update lead set tags = '{solar}' where tenant_id = '%1$s' and id = '%2$s'
        """
            .formatted(given.tenant(), lead.value()));

    long begun = System.nanoTime();
    ClaimNextLead.Outcome outcome =
        claimNextLead.claim(agent, null, new Segment(List.of("solar"), Set.of()), 1);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));

    assertThat(((ClaimNextLead.Outcome.Claimed) outcome).claims())
        .extracting(Claim::lead)
        .containsExactly(lead);
  }

  @Test
  void aRowIsDerivedFromWhatIndexesFindOfItsLead() {
    List<JsonNode> plan =
        plan(
            RefreshStatement.TEXT,
            Map.of(
                "leads",
                new UUID[] {lead.value()},
                "unreached",
                new String[0],
                "now",
                clock.instant()));

    touchesLittle(plan);
  }

  @Test
  void leadsAreFoundByTheirIds() {
    Question<List<Lead>> those = Leads.those(List.of(lead));

    touchesLittle(plan(those.sql(), those.values()));
  }

  @Test
  void theNextOpeningIsTheFirstOfEachBucket() {
    Map<String, Object> values = new HashMap<>();
    values.put("agent", agent.value());
    values.put("campaigns", new UUID[] {campaign.value()});

    List<JsonNode> plan = plan(NextOpening.NEXT, values);

    touchesLittle(plan);
    assertThat(indexes(plan)).contains("queue_ready", "queue_waiting");
  }

  @Test
  void theRowsAroundALeadAreFoundByTheirIds() {
    Question<List<UUID>> around = queue.lockAround(List.of(lead.value()), List.of());

    List<JsonNode> plan = plan(around.sql(), around.values());

    touchesLittle(plan);
    assertThat(plan)
        .filteredOn(node -> node.path("Relation Name").asText().equals("queue_entry"))
        .allMatch(node -> node.path("Index Cond").asText().contains("lead_id"));
  }

  /** No large table is read from end to end, nor an index of the whole tenant. */
  private void touchesLittle(List<JsonNode> plan) {
    assertThat(plan)
        .filteredOn(node -> LARGE.contains(node.path("Relation Name").asText()))
        .filteredOn(node -> !type(node).equals("ModifyTable"))
        .isNotEmpty()
        .allMatch(node -> type(node).startsWith("Index") || type(node).startsWith("Bitmap"))
        .filteredOn(node -> !FEW.contains(node.path("Index Name").asText()))
        .allSatisfy(
            node ->
                assertThat(node.path("Index Cond").asText())
                    .as("beyond the tenant")
                    .contains(columnBehindTheTenant(node.path("Index Name").asText())));
  }

  /** Empty where the index does not begin with the tenant. */
  private String columnBehindTheTenant(String index) {
    return sql.jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select case when pg_get_indexdef(cast(:index as regclass), 1, true) = 'tenant_id'
                                    then trim(both '()' from split_part(pg_get_indexdef(cast(:index as regclass), 2, true), '::', 1))
                                    else '' end
                        """)
                    .bind("index", index)
                    .mapTo(String.class)
                    .one());
  }

  private static String type(JsonNode node) {
    return node.path("Node Type").asText();
  }

  private static List<String> indexes(List<JsonNode> plan) {
    return plan.stream().map(node -> node.path("Index Name").asText()).toList();
  }

  /**
   * The nodes of a plan, from the top: the generic one, which the pool has every statement use,
   * whatever its values are.
   */
  private List<JsonNode> plan(String statement, Map<String, Object> values) {
    return plan(statement, values, LocalSettings.of("plan_cache_mode", "force_generic_plan"));
  }

  private List<JsonNode> plan(
      String statement, Map<String, Object> values, LocalSettings settings) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("tenant", given.tenant().value());
    List<String> names = new ArrayList<>();
    String text =
        PARAMETER
            .matcher(statement)
            .replaceAll(
                found -> {
                  if (!names.contains(found.group(1))) {
                    names.add(found.group(1));
                  }
                  return "\\$" + (names.indexOf(found.group(1)) + 1);
                });
    String types = names.stream().map(name -> typeOf(all.get(name))).collect(joining(", "));
    String literals = names.stream().map(name -> literal(all.get(name))).collect(joining(", "));
    String json =
        transaction.call(
            () ->
                sql.jdbi()
                    .withHandle(
                        handle -> {
                          settings.make(handle);
                          raw(handle, "prepare planned (" + types + ") as " + text);
                          String plan =
                              raw(
                                  handle,
                                  "explain (format json) execute planned (" + literals + ")");
                          handle.execute("deallocate planned");
                          return plan;
                        }));
    List<JsonNode> nodes = new ArrayList<>();
    try {
      collect(JSON.readTree(json).path(0).path("Plan"), nodes);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
    return nodes;
  }

  /** As it is: these texts have no parameters that Jdbi should know. */
  private static String raw(Handle handle, String text) {
    try (Statement statement = handle.getConnection().createStatement()) {
      if (!statement.execute(text)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        rows.next();
        return rows.getString(1);
      }
    } catch (SQLException e) {
      throw new AssertionError(text, e);
    }
  }

  private static String literal(Object value) {
    return value instanceof Object[] values
        ? Arrays.stream(values).map(Object::toString).collect(joining(",", "'{", "}'"))
        : "'" + value + "'";
  }

  private static String typeOf(Object value) {
    return switch (value.getClass().getSimpleName()) {
      case "UUID" -> "uuid";
      case "UUID[]" -> "uuid[]";
      case "String[]" -> "text[]";
      case "Instant" -> "timestamptz";
      case "Integer" -> "integer";
      default -> throw new IllegalArgumentException("no type for " + value.getClass());
    };
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    into.add(node);
    node.path("Plans").forEach(child -> collect(child, into));
  }
}
