package io.warmline.core.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.evidence.CallExplanation.Choice;
import io.warmline.core.evidence.CallExplanation.Clock;
import io.warmline.core.evidence.CallExplanation.ExplainedCall;
import io.warmline.core.evidence.CallExplanation.Held;
import io.warmline.core.evidence.CallExplanation.KeptRules;
import io.warmline.core.evidence.CallExplanation.Place;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.time.ZoneData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What is kept with calls, read together with the law that is kept. */
@ApplicationScoped
class KeptCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  /*
   * What the house has decided is told by events, which outlast it: the last word before the claim, or before the call.
   */
  private static final String SELECT =
      """
      select k.id, k.lead_id, k.campaign_id, k.agent_id, a.name as agent_name, k.phone, k.disposition, k.late, k.direction, k.started_at,
             k.created_at, k.details_gone_at, k.breaches::text as breaches, k.evidence::text as evidence, l.erased_at,
             m.id as claim_id, m.claimed_at, m.call_until, w.digest, w.body as law,
             (select jsonb_agg(jsonb_build_object('type', e.type, 'at', e.occurred_at, 'data', e.data) order by e.ordinal)
              from event e
              where e.tenant_id = :tenant
                and e.type in ('jurisdiction.accepted', 'jurisdiction.withdrawn', 'rule.lifted', 'rule.restored')
                and e.occurred_at <= coalesce(m.claimed_at, k.started_at))::text as decided
      from call k
      join agent a on a.tenant_id = :tenant and a.id = k.agent_id
      join lead l on l.tenant_id = :tenant and l.id = k.lead_id
      left join claim m on m.tenant_id = :tenant and m.id = k.claim_id
      left join kept_law w on w.tenant_id = :tenant and w.digest = k.evidence ->> 'law'
      where k.tenant_id = :tenant and %s
      order by k.started_at desc, k.id desc
      limit :most
      """;

  private final TenantSql sql;

  KeptCalls(TenantSql sql) {
    this.sql = sql;
  }

  /** The call with this id, if there is one. */
  List<CallExplanation> byId(CallId call) {
    return select("k.id = :call", q -> q.bind("call", call.value()).bind("most", 1));
  }

  /** The calls to a number, newest first. */
  List<CallExplanation> to(PhoneNumber number, int most) {
    return select("k.phone = :phone", q -> q.bind("phone", number.e164()).bind("most", most));
  }

  private List<CallExplanation> select(String which, Consumer<Query> bind) {
    return sql.query(
        SELECT.formatted(which),
        q -> {
          bind.accept(q);
          return q.map((rs, ctx) -> read(rs)).list();
        });
  }

  private static CallExplanation read(ResultSet rs) throws SQLException {
    JsonNode evidence = json(rs.getString("evidence"));
    ExplainedCall made = made(rs);
    List<Clock> clocks = clocks(evidence.path("zones"), made.startedAt());
    Optional<KeptRules> law = law(rs, clocks, made.startedAt());
    return new CallExplanation(
        made,
        held(rs),
        new Place(
            clocks,
            text(evidence.path("zoneSource")),
            texts(evidence.path("jurisdictions")),
            evidence.path("audience").asText("B2C")),
        law,
        orNull(evidence.path("consent")),
        orNull(evidence.path("relationship")),
        items(evidence.path("registries")),
        law.map(kept -> choices(rs, kept)).orElse(List.of()),
        items(json(rs.getString("breaches"))));
  }

  private static ExplainedCall made(ResultSet rs) throws SQLException {
    return new ExplainedCall(
        new CallId(id(rs, "id")),
        new LeadId(id(rs, "lead_id")),
        new CampaignId(id(rs, "campaign_id")),
        new AgentId(id(rs, "agent_id")),
        rs.getString("agent_name"),
        Optional.ofNullable(rs.getString("phone")).map(PhoneNumber::new),
        rs.getString("disposition"),
        rs.getBoolean("late"),
        "INBOUND".equals(rs.getString("direction")),
        instant(rs, "started_at").orElseThrow(),
        instant(rs, "created_at").orElseThrow(),
        instant(rs, "erased_at"),
        instant(rs, "details_gone_at"));
  }

  private static Optional<Held> held(ResultSet rs) throws SQLException {
    return rs.getObject("claim_id") == null
        ? Optional.empty()
        : Optional.of(
            new Held(
                new ClaimId(id(rs, "claim_id")),
                instant(rs, "claimed_at").orElseThrow(),
                instant(rs, "call_until").orElseThrow()));
  }

  private static List<Clock> clocks(JsonNode zones, Instant at) {
    return texts(zones).stream()
        .map(zone -> new Clock(zone, ZoneData.at(at, ZoneId.of(zone))))
        .toList();
  }

  private static Optional<KeptRules> law(ResultSet rs, List<Clock> clocks, Instant at)
      throws SQLException {
    String digest = rs.getString("digest");
    if (digest == null) {
      return Optional.empty();
    }
    JsonNode kept = json(rs.getString("law"));
    List<String> opened = texts(kept.path("clocks"));
    Set<LocalDate> days = new HashSet<>();
    clocks.forEach(clock -> days.add(clock.showed().toLocalDate()));
    opened.forEach(zone -> days.add(ZoneData.dateAt(at, ZoneId.of(zone))));
    return Optional.of(
        new KeptRules(
            digest,
            kept.path("edition").asInt(),
            kept.path("zoneData").asText(),
            kept.path("zoneDataCorrected").asBoolean(),
            opened,
            KeptRule.inForce(kept.path("rules"), days)));
  }

  /** The last word on each country and rule that has to do with the call. */
  private static List<Choice> choices(ResultSet rs, KeptRules kept) {
    try {
      String decided = rs.getString("decided");
      JsonNode law = json(rs.getString("law"));
      return decided == null
          ? List.of()
          : HouseDecisions.concerning(
              json(decided),
              texts(law.path("lifted")),
              kept.rules().stream().map(CallExplanation.Rule::id).toList());
    } catch (SQLException e) {
      throw new IllegalStateException("what the house has decided is not readable", e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is kept with a call is not readable", e);
    }
  }

  private static @Nullable JsonNode orNull(JsonNode node) {
    return node.isObject() ? node : null;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static List<JsonNode> items(JsonNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  private static UUID id(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, UUID.class);
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
