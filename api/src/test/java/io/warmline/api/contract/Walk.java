package io.warmline.api.contract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.warmline.core.PostgresForTests;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * What every walk through the contract needs: a server, and a fresh world for each step. Each names
 * {@link ContractProfile}.
 */
@QuarkusTestResource(PostgresForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Walk {

  static final Pattern ID = Pattern.compile("0198f1a0-[0-9a-f-]{27}");
  static final String UNKNOWN = "0198f1a0-9999-7000-8000-000000000404";

  private static final Superuser SUPERUSER = new Superuser();

  private final Map<String, Message> shared = new ConcurrentHashMap<>();

  @TestHTTPResource URI server;
  @Inject Newcomers newcomers;

  Wire wire = new Wire(URI.create("http://localhost"));

  @BeforeEach
  void start() {
    wire = new Wire(server);
    StandingClock.reset();
  }

  static Stream<String> operations() {
    return Rows.ALL.keySet().stream();
  }

  static Stream<String> where(Predicate<Row> condition) {
    return Rows.ALL.values().stream().filter(condition).map(Row::operation);
  }

  static Row row(String operation) {
    return Objects.requireNonNull(Rows.ALL.get(operation));
  }

  World world() {
    return new World(wire, SUPERUSER, newcomers.allBut());
  }

  World worldFor(Row row) {
    World world = world();
    row.arrangement().accept(world);
    return world;
  }

  /** The example as it is sent in this world: with the key, and the version where one is needed. */
  Message ready(Row row, World world) {
    Message message = row.example().key(keyFor(row, world));
    return row.contract().takes("header", "If-Match")
        ? message.with("If-Match", version(message))
        : message;
  }

  private static String keyFor(Row row, World world) {
    return row.contract().isOperators() ? ContractProfile.OPERATOR_KEY : world.key();
  }

  Message ready(Row row) {
    return ready(row, worldFor(row));
  }

  /**
   * The same, in a world that all tests of the operation share: for requests that are refused, and
   * so leave the world as it is.
   */
  Message readyToBeRefused(String operation) {
    return shared.computeIfAbsent(operation, name -> ready(row(name)));
  }

  private String version(Message change) {
    return wire.send(change.reading()).header("ETag");
  }

  static List<String> ids(Message message) {
    return ID.matcher(message.target() + message.text())
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  static Message get(String path) {
    return new Message("GET", path, Map.of(), Map.of(), null, false);
  }
}
