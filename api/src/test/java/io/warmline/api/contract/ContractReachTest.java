package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.http.LimitedKeys;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClientId;
import io.warmline.core.tenant.Reach;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation by every id, for keys that are limited to a client or to an agent: what is
 * others' is answered as what is nowhere, and what is theirs as to anybody.
 */
@QuarkusTest
@TestProfile(ContractProfile.class)
class ContractReachTest extends Walk {

  private static final Set<String> AGENTS = Set.of(World.AGENT, World.SECOND_AGENT);

  /** What may be one agent's and no other's. */
  private static final Set<String> ONE_AGENTS =
      Set.of(World.CLAIM, World.CALL, World.CALLBACK, World.FOLLOW_UP);

  /** What is moved from tenant to tenant, so that there is another client's, or agent's. */
  private static final List<String> BELONGINGS =
      List.of(
          "agent",
          "client",
          "campaign",
          "window_bucket",
          "lead_phone",
          "lead",
          "import_job",
          "callback",
          "task",
          "claim",
          "queue_entry",
          "call",
          "appointment",
          "handoff",
          "outcome",
          "follow_up");

  private static final Superuser SUPERUSER = new Superuser();

  private @Nullable String strangersLiveIn;

  static Stream<String> forClients() {
    return where(row -> isFor("client", row));
  }

  static Stream<String> notForClients() {
    return where(row -> row.contract().isTenants() && !isFor("client", row));
  }

  static Stream<String> forAgents() {
    return where(row -> isFor("agent", row));
  }

  static Stream<String> notForAgents() {
    return where(row -> row.contract().isTenants() && !isFor("agent", row));
  }

  private static boolean isFor(String limit, Row row) {
    return row.contract().node().path("x-limited-keys").has(limit);
  }

  /** Or an id of another client's would be taken as it is. */
  @Test
  void everyIdThatAClientMayNameIsLookedAt() {
    Set<String> unknown = new TreeSet<>();
    for (Row row : Rows.ALL.values()) {
      if (row.contract().node().path("x-limited-keys").path("client").asText().equals("acts")) {
        for (String in : List.of("path", "query")) {
          row.contract()
              .parameters(in)
              .forEach(one -> find(one.path("name").asText(), one.path("schema"), unknown));
        }
        find("", row.contract().jsonSchema(), unknown);
      }
    }

    assertThat(unknown).isEmpty();
  }

  private static void find(String name, JsonNode written, Set<String> unknown) {
    JsonNode schema = ContractFile.resolve(written);
    if (schema.path("format").asText().equals("uuid") && !LimitedKeys.knows(name)) {
      unknown.add(name);
    }
    schema.path("allOf").forEach(part -> find(name, part, unknown));
    if (schema.has("items")) {
      find(name, schema.path("items"), unknown);
    }
    ContractFile.fields(schema.path("properties"))
        .forEach(property -> find(property.getKey(), property.getValue(), unknown));
  }

  @ParameterizedTest
  @MethodSource("forClients")
  void aClientDoesWithItsOwnWhatAnybodyDoes(String operation) {
    Row row = row(operation);
    World world = ofOneClient(worldFor(row));

    Answer answer = wire.send(ready(row, world).key(keyOfClient(world)));

    assertThat(answer.status()).as("%s", answer).isEqualTo(row.status());
  }

  @ParameterizedTest
  @MethodSource("forClients")
  void whatIsAnotherClientsIsNowhere(String operation) {
    Row row = row(operation);
    World world = ofOneClient(worldFor(row));
    haveStrangersIn(world);
    Message own = ready(row, world).key(keyOfClient(world));

    for (String id : ids(own)) {
      if (!AGENTS.contains(id)) {
        Answer strange = wire.send(own.naming(id, World.strange(id)));

        sameAnswer(row, strange, wire.send(own.naming(id, UNKNOWN)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("notForClients")
  void whatCannotBeLimitedToAClientIsRefusedByName(String operation) {
    World world = ofOneClient(world());

    Answer answer = wire.send(row(operation).example().key(keyOfClient(world)));

    refusedByName(operation, answer);
  }

  @ParameterizedTest
  @MethodSource("forAgents")
  void anAgentDoesWhatAnybodyDoesForAnAgent(String operation) {
    Row row = row(operation);
    World world = worldFor(row);

    Answer answer = wire.send(ready(row, world).key(keyOfAgent(world)));

    assertThat(answer.status()).as("%s", answer).isEqualTo(row.status());
  }

  @ParameterizedTest
  @MethodSource("forAgents")
  void whatIsAnotherAgentsIsNowhereAndNobodyElseIsActedAs(String operation) {
    Row row = row(operation);
    World world = worldFor(row);
    haveStrangersIn(world);
    Message own = ready(row, world).key(keyOfAgent(world));

    for (String id : ids(own)) {
      Answer strange = wire.send(own.naming(id, World.strange(id)));
      if (id.equals(World.AGENT)) {
        assertThat(strange.status()).as("%s", strange).isEqualTo(403);
        assertThat(strange.code()).isEqualTo("AGENT_NOT_OF_KEY");
      } else if (ONE_AGENTS.contains(id)) {
        sameAnswer(row, strange, wire.send(own.naming(id, UNKNOWN)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("notForAgents")
  void whatCannotBeLimitedToAnAgentIsRefusedByName(String operation) {
    World world = world();

    Answer answer = wire.send(row(operation).example().key(keyOfAgent(world)));

    refusedByName(operation, answer);
  }

  private static void refusedByName(String operation, Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("KEY_IS_LIMITED");
    assertThat(answer.json().path("detail").asText()).contains(operation);
  }

  private String keyOfClient(World world) {
    return newcomers.limited(
        world.tenant(), new Reach.OfClient(new ClientId(UUID.fromString(World.CLIENT))));
  }

  private String keyOfAgent(World world) {
    return newcomers.limited(
        world.tenant(), new Reach.OfAgent(new AgentId(UUID.fromString(World.AGENT))));
  }

  /** All that there is in the world is the example's client's. */
  private static World ofOneClient(World world) {
    SUPERUSER.execute(
        """
        insert into client (tenant_id, id, version, name, fiscal_year_start, created_at, updated_at)
        values ('%1$s', '%2$s', 0, 'Gulf Coast IT', 1, '2026-11-18T15:15:00Z', '2026-11-18T15:15:00Z')
        on conflict do nothing;
        """
            .formatted(world.tenant(), World.CLIENT));
    give(world.tenant(), World.CLIENT);
    return world;
  }

  private static void give(String tenant, String client) {
    for (String table : List.of("campaign", "handoff", "appointment", "outcome")) {
      SUPERUSER.execute(
          "update %s set client_id = '%s' where tenant_id = '%s' and client_id is null"
              .formatted(table, client, tenant));
    }
  }

  /** Another client, with one of everything, and another agent who did it, are in this tenant. */
  private void haveStrangersIn(World world) {
    String from = strangersLiveIn;
    if (from == null) {
      World other = world().everything().estranged();
      from = other.tenant();
      give(from, World.strange(World.CLIENT));
      SUPERUSER.execute(
          """
          update callback set agent_id = '%1$s' where tenant_id = '%2$s';
          update campaign set description = 'strangers' where tenant_id = '%2$s'
          """
              .formatted(World.strange(World.AGENT), from));
      StandingClock.reset();
    }
    StringBuilder script =
        new StringBuilder("begin; set local session_replication_role = replica;");
    for (String table : BELONGINGS) {
      script.append(
          "update %1$s set tenant_id = '%2$s' where tenant_id = '%3$s' and %4$s;"
              .formatted(table, world.tenant(), from, strangers(table)));
    }
    SUPERUSER.execute(script.append("commit").toString());
    strangersLiveIn = world.tenant();
    for (String path : List.of("/v1/leads/" + World.LEAD, "/v1/claims/" + World.CLAIM)) {
      String id = path.substring(path.lastIndexOf('/') + 1);
      assertThat(wire.send(get(path.replace(id, World.strange(id))).key(world.key())).status())
          .as("the firm sees %s", path)
          .isEqualTo(200);
    }
  }

  private static String strangers(String table) {
    String campaigns = "(select id from campaign where description = 'strangers')";
    return switch (table) {
      case "agent", "client" -> "substr(cast(id as text), 25, 1) = 'f'";
      case "campaign" -> "description = 'strangers'";
      case "lead_phone" ->
          "lead_id in (select id from lead where campaign_id in " + campaigns + ")";
      default -> "campaign_id in " + campaigns;
    };
  }

  /** 404 word for word, or for a list asked for what is not seen, an empty one. */
  private static void sameAnswer(Row row, Answer strange, Answer unknown) {
    boolean list = row.operation().startsWith("list") && !row.contract().answers(404);
    assertThat(strange.status()).as("%s", strange).isEqualTo(list ? 200 : 404);
    if (list) {
      assertThat(strange.json().path("items")).isEmpty();
    }
    assertThat(anonymous(strange)).isEqualTo(anonymous(unknown));
  }

  private static String anonymous(Answer answer) {
    ObjectNode bare = answer.json().deepCopy();
    bare.remove(List.of("requestId", "instance"));
    Matcher ids = ID.matcher(bare.toString());
    return answer.status()
        + " "
        + ids.replaceAll("an-id").replaceAll("req_[0-9a-f]{32}", "a-request");
  }
}
