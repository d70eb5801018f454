package io.warmline.core.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.HouseLaw;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.compliance.RuleJson;
import io.warmline.core.compliance.RuleJsonWriter;
import io.warmline.core.id.CampaignId;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rules that the tenant made for itself. */
@ApplicationScoped
public class HouseRules {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TenantSql sql;
  private final AcceptedJurisdictions accepted;
  private final LiftedRules lifted;

  HouseRules(TenantSql sql, AcceptedJurisdictions accepted, LiftedRules lifted) {
    this.sql = sql;
    this.accepted = accepted;
    this.lifted = lifted;
  }

  /** What the house adds to the law in all campaigns, and what of it it has set aside. */
  public HouseLaw law() {
    return new HouseLaw(
        all().stream().filter(rule -> rule.jurisdiction().isPresent()).toList(),
        accepted.all().stream()
            .collect(Collectors.toMap(AcceptedJurisdiction::country, AcceptedJurisdiction::hours)),
        lifted.all().stream().map(LiftedRule::rule).collect(Collectors.toSet()));
  }

  /** All of them, by id. */
  public List<CallingRule> all() {
    return sql.query(
        "select body::text from calling_rule where tenant_id = :tenant order by id",
        q -> q.mapTo(String.class).stream().map(HouseRules::read).toList());
  }

  Optional<CallingRule> find(RuleId id) {
    return sql.query(
        "select body::text from calling_rule where tenant_id = :tenant and id = :id",
        q -> q.bind("id", id.value()).mapTo(String.class).findOne().map(HouseRules::read));
  }

  /**
   * Those with these ids; nobody changes or deletes them until the transaction ends, so that a
   * campaign cannot come to name a rule that is just being deleted.
   *
   * @throws InvalidValue if there is none with one of the ids, with a pointer into {@code
   *     /callingRules}
   */
  public List<CallingRule> require(List<RuleId> ids) {
    List<CallingRule> rules = new ArrayList<>();
    List<CallingRule> known = ids.isEmpty() ? List.of() : hold(ids);
    for (int i = 0; i < ids.size(); i++) {
      RuleId id = ids.get(i);
      String pointer = "/callingRules/" + i;
      rules.add(
          known.stream()
              .filter(rule -> rule.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () -> new InvalidValue(pointer, "UNKNOWN_RULE", "there is no house rule " + id)));
    }
    return rules;
  }

  private List<CallingRule> hold(List<RuleId> ids) {
    return sql.query(
        """
        select body::text from calling_rule where tenant_id = :tenant and id = any(:ids)
        order by id
        for share
        """,
        q ->
            q
                .bindArray("ids", String.class, ids.stream().map(RuleId::value).toArray())
                .mapTo(String.class)
                .stream()
                .map(HouseRules::read)
                .toList());
  }

  private static CallingRule read(String body) {
    try {
      return RuleJson.readHouseRule(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored house rule is not readable", e);
    }
  }

  void save(CallingRule rule, Instant now) {
    sql.update(
        """
        insert into calling_rule (tenant_id, id, body, created_at, updated_at)
        values (:tenant, :id, cast(:body as jsonb), :now, :now)
        on conflict (tenant_id, id) do update set body = excluded.body, updated_at = excluded.updated_at
        """,
        u ->
            u.bind("id", rule.id().value())
                .bind("body", RuleJsonWriter.write(rule).toString())
                .bind("now", now));
  }

  /**
   * Waits for campaigns that are coming to name the rule, and lets no other until the transaction
   * ends.
   *
   * @throws NotFound if there is none with this id
   */
  void lock(RuleId id) {
    boolean exists =
        sql.query(
            "select true from calling_rule where tenant_id = :tenant and id = :id for update",
            q -> q.bind("id", id.value()).mapTo(Boolean.class).findOne().isPresent());
    if (!exists) {
      throw new NotFound("calling rule", id);
    }
  }

  /** Deletes a rule that is locked and that no campaign names. */
  void delete(RuleId id) {
    sql.update(
        "delete from calling_rule where tenant_id = :tenant and id = :id",
        u -> u.bind("id", id.value()));
  }

  /** The campaigns that name a rule, locked against naming others meanwhile. */
  Collection<CampaignId> campaignsWith(RuleId id) {
    return sql.query(
        """
        select id from campaign where tenant_id = :tenant and :rule = any(calling_rules)
        order by id
        for no key update
        """,
        q -> q.bind("rule", id.value()).mapTo(UUID.class).stream().map(CampaignId::new).toList());
  }
}
