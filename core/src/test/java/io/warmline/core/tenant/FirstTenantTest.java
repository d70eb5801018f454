package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.EmptyDatabase;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What a database begins with, on databases that are empty. */
@QuarkusTest
class FirstTenantTest extends OnPostgres {

  private static final String KEY = "wl_live_of_the_first_tenant";
  private static final Set<String> SCOPES = Set.of("leads:read", "leads:write");
  private static final Runnable NOTHING = () -> {};

  private static long count(Jdbi jdbi, String table) {
    return jdbi.withHandle(
        handle -> {
          handle.execute("reset role");
          return handle.createQuery("select count(*) from " + table).mapTo(Long.class).one();
        });
  }

  @Test
  void ofServersThatStartTogetherOneMakesTheTenant() throws SQLException {
    Jdbi jdbi = EmptyDatabase.make();
    List<Callable<Boolean>> servers =
        IntStream.range(0, 6)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () ->
                        new FirstTenant(jdbi, Clock.systemUTC())
                            .make("Demo", KEY + i, SCOPES, NOTHING))
            .toList();

    List<Boolean> made = Race.of(servers);

    assertThat(made).containsOnlyOnce(true);
    assertThat(count(jdbi, "tenant")).isEqualTo(1);
    assertThat(count(jdbi, "api_key")).isEqualTo(1);
  }

  @Test
  void aStartThatBreaksOffLeavesNothingAndTheNextOneBeginsAgain() throws SQLException {
    Jdbi jdbi = EmptyDatabase.make();
    FirstTenant first = new FirstTenant(jdbi, Clock.systemUTC());

    assertThatThrownBy(
            () ->
                first.make(
                    "Demo",
                    KEY,
                    SCOPES,
                    () -> {
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");

    assertThat(count(jdbi, "tenant")).isZero();
    assertThat(count(jdbi, "api_key")).isZero();
    assertThat(first.make("Demo", KEY, SCOPES, NOTHING)).isTrue();
  }

  @Test
  void whoLostTheKeyGetsAnotherOne() throws SQLException {
    Jdbi jdbi = EmptyDatabase.make();
    FirstTenant first = new FirstTenant(jdbi, Clock.systemUTC());
    assertThat(first.give("new-key", KEY, SCOPES)).isFalse();
    first.make("Demo", KEY, SCOPES, NOTHING);

    assertThat(first.give("new-key", KEY, SCOPES)).isFalse();
    assertThat(first.give("new-key", KEY + "2", SCOPES)).isTrue();
    assertThat(count(jdbi, "api_key")).isEqualTo(2);
    assertThat(count(jdbi, "tenant")).isEqualTo(1);
  }

  @Test
  void whatIsNoKeyIsRefused() throws SQLException {
    FirstTenant first = new FirstTenant(EmptyDatabase.make(), Clock.systemUTC());

    assertThatThrownBy(() -> first.make("Demo", "short", SCOPES, NOTHING))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
