package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.warmline.api.contract.ContractFile.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks through the contract, operation by operation, in a world where its examples are true. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class ContractWalkTest extends Walk {

  /** Batches that tell of each item whether it was found, and how they say that it was not. */
  private static final Map<String, String> ITEM_BY_ITEM =
      Map.of("recordSignals", "UNKNOWN_LEAD", "logCalls", "NOT_FOUND");

  private boolean strangers;

  static Stream<String> thatNameSomething() {
    return where(row -> !row.contract().isOperators())
        .filter(
            operation -> {
              Message example = row(operation).example();
              return ID.matcher(example.target() + example.text()).find();
            });
  }

  static Stream<String> ofTenants() {
    return where(row -> row.contract().isTenants());
  }

  static Stream<String> ofTheOperator() {
    return where(row -> row.contract().isOperators());
  }

  static Stream<String> thatNeedAKey() {
    return where(row -> !row.contract().isOpen());
  }

  @Test
  void everyOperationOfTheContractHasARow() {
    assertThat(Rows.ALL.keySet())
        .containsExactlyInAnyOrderElementsOf(
            ContractFile.operations().stream().map(Operation::id).toList());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theExampleDoesWhatTheContractShows(String operation) {
    Row row = row(operation);
    World world = worldFor(row);

    Answer answer = wire.send(ready(row, world));

    assertThat(answer.status()).as("%s", answer).isEqualTo(row.status());
    JsonNode promised = row.contract().answer(row.status());
    List<String> missing = new ArrayList<>();
    if (!promised.isMissingNode()) {
      findMissing("", promised, answer.json(), missing);
    }
    assertThat(missing).as("what the example has and the answer has not: %s", answer).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyMediaTypeOfAnAnswerIsGivenToWhoeverAsksForIt(String operation) {
    Row row = row(operation);
    List<String> types = row.contract().mediaTypes(row.status());

    for (String type : types.isEmpty() ? List.of("application/json", "text/html") : types) {
      Answer answer = wire.send(ready(row).with("Accept", type));

      assertThat(answer.status()).as("%s: %s", type, answer).isEqualTo(row.status());
      if (!types.isEmpty()) {
        assertThat(answer.header("Content-Type")).as("%s", answer).startsWith(type);
        assertThat(answer.text().startsWith("{")).isEqualTo(ContractFile.isJson(type));
        assertThat(type.equals("text/csv") && firstLine(answer).contains("{"))
            .as("an object as Java shows it: %s", answer)
            .isFalse();
      }
    }
  }

  private static String firstLine(Answer answer) {
    return answer.text().lines().findFirst().orElse("");
  }

  private static List<String> fewestMissing(String where, JsonNode promised, JsonNode items) {
    List<List<String>> candidates = new ArrayList<>();
    for (JsonNode item : items) {
      List<String> missing = new ArrayList<>();
      findMissing(where, promised, item, missing);
      candidates.add(missing);
    }
    return candidates.stream().min(Comparator.comparingInt(List::size)).orElse(List.of());
  }

  private static void findMissing(
      String where, JsonNode promised, JsonNode given, List<String> missing) {
    if (given.isMissingNode()) {
      missing.add(where);
    } else if (promised.isArray()) {
      // A list may be empty in this world, and its items may be of several kinds: one must be like
      // the example's.
      if (!promised.isEmpty() && !given.isEmpty()) {
        missing.addAll(fewestMissing(where + "/0", promised.get(0), given));
      }
    } else {
      promised
          .properties()
          .forEach(
              p ->
                  findMissing(
                      where + "/" + p.getKey(), p.getValue(), given.path(p.getKey()), missing));
    }
  }

  @ParameterizedTest
  @MethodSource("thatNeedAKey")
  void withoutAKeyNothingIsDone(String operation) {
    Message message = row(operation).example();

    Answer anonymous = wire.send(message);
    Answer unknown = wire.send(message.key("wl_live_0000000000000000000000000000000000"));
    Answer basic = wire.send(message.with("Authorization", "Basic d2w6d2w="));

    for (Answer answer : List.of(anonymous, unknown, basic)) {
      assertThat(answer.status()).as("%s", answer).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("INVALID_API_KEY");
      assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
  }

  @ParameterizedTest
  @MethodSource("ofTenants")
  void theOperatorsKeyOpensNothingThatIsATenants(String operation) {
    Answer answer = wire.send(row(operation).example().key(ContractProfile.OPERATOR_KEY));

    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("INVALID_API_KEY");
  }

  @ParameterizedTest
  @MethodSource("ofTheOperator")
  void noKeyOfATenantOpensWhatIsTheOperators(String operation) {
    Row row = row(operation);
    World world = worldFor(row);

    Answer answer = wire.send(row.example().key(world.key()));

    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("INVALID_API_KEY");
    assertThat(answer.json().path("detail").asText()).contains("operator");
  }

  @ParameterizedTest
  @MethodSource("ofTenants")
  void aKeyThatLacksTheScopeIsToldWhichOne(String operation) {
    Row row = row(operation);
    String scope = row.contract().scopes().get(0);

    Answer answer = wire.send(row.example().key(newcomers.allBut(scope).key()));

    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("MISSING_SCOPE");
    assertThat(answer.json().path("detail").asText()).contains(scope);
  }

  @ParameterizedTest
  @MethodSource("thatNameSomething")
  void whatBelongsToAnotherTenantIsNotThere(String operation) {
    Row row = row(operation);
    World owner = worldFor(row);
    String other = newcomers.allBut().key();
    Message trespass = ready(row, owner).key(other);

    Message astray = trespass;
    for (String id : ids(trespass)) {
      astray = astray.naming(id, UNKNOWN);
    }

    sameAnswer(row, wire.send(trespass), wire.send(astray));
  }

  @ParameterizedTest
  @MethodSource("thatNameSomething")
  void everySingleIdIsLookedUpInTheTenantOfTheKey(String operation) {
    Row row = row(operation);
    haveStrangers();
    Message message = ready(row, worldFor(row));

    for (String id : ids(message)) {
      Answer strange = wire.send(message.naming(id, World.strange(id)));
      Answer unknown = wire.send(message.naming(id, UNKNOWN));

      sameAnswer(row, strange, unknown);
    }
  }

  /**
   * Another tenant has one of everything, under ids of its own. Nobody changes it: one is enough.
   */
  private void haveStrangers() {
    if (!strangers) {
      World other = world().everything().estranged();
      assertThat(wire.send(get("/v1/leads/" + World.strange(World.LEAD)).key(other.key())).status())
          .isEqualTo(200);
      StandingClock.reset();
      strangers = true;
    }
  }

  /** 404 word for word, or for a list asked for what is nobody's, an empty one. */
  private static void sameAnswer(Row row, Answer strange, Answer unknown) {
    if (ITEM_BY_ITEM.containsKey(row.operation())) {
      assertThat(strange.text())
          .contains(ITEM_BY_ITEM.get(row.operation()))
          .doesNotContain("RECORDED")
          .doesNotContain("\"status\":201");
      assertThat(anonymous(strange)).isEqualTo(anonymous(unknown));
      return;
    }
    assertThat(strange.status())
        .as("%s", strange)
        .isEqualTo(row.operation().startsWith("list") && !row.contract().answers(404) ? 200 : 404);
    if (strange.status() == 200) {
      assertThat(strange.json().path("items")).isEmpty();
    }
    assertThat(anonymous(strange)).isEqualTo(anonymous(unknown));
  }

  /** An answer without what names the request. */
  private static String anonymous(Answer answer) {
    ObjectNode bare = answer.json().deepCopy();
    bare.remove(List.of("requestId", "instance"));
    Matcher ids = ID.matcher(bare.toString());
    return answer.status()
        + " "
        + ids.replaceAll("an-id").replaceAll("req_[0-9a-f]{32}", "a-request");
  }
}
