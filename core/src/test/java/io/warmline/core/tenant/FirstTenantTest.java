package io.warmline.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.EmptyDatabase;
import io.warmline.core.OnPostgres;
import io.warmline.core.Race;
import io.warmline.core.tenant.FirstTenant.Outcome;
import io.warmline.core.tenant.FirstTenant.Outcome.Given;
import io.warmline.core.tenant.FirstTenant.Outcome.Had;
import io.warmline.core.tenant.FirstTenant.Outcome.Undecided;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(first.give(Optional.empty(), "new-key", KEY, SCOPES))
        .isEqualTo(new Undecided(List.of()));
    first.make("Demo", KEY, SCOPES, NOTHING);

    assertThat(first.give(Optional.empty(), "new-key", KEY, SCOPES)).isInstanceOf(Had.class);
    assertThat(first.give(Optional.empty(), "new-key", KEY + "2", SCOPES))
        .isInstanceOfSatisfying(
            Given.class, given -> assertThat(given.to().name()).isEqualTo("Demo"));
    assertThat(count(jdbi, "api_key")).isEqualTo(2);
    assertThat(count(jdbi, "tenant")).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Acme, Acme",
    "acme, Acme",
    "' Acme ', Acme",
    "Bolt, Bolt",
    "00000000-0000-7000-8000-00000000000B, Bolt",
    ", ",
    "Cargo, ",
    "Acm, ",
    "Twin, "
  })
  void ofSeveralTenantsItHasToBeSaidWhose(@Nullable String wanted, @Nullable String whose)
      throws SQLException {
    Jdbi jdbi = EmptyDatabase.make();
    FirstTenant first = new FirstTenant(jdbi, Clock.systemUTC());
    first.make("Acme", KEY, SCOPES, NOTHING);
    another(jdbi, "00000000-0000-7000-8000-00000000000b", "Bolt");
    another(jdbi, "00000000-0000-7000-8000-00000000000c", "Twin");
    another(jdbi, "00000000-0000-7000-8000-00000000000d", "twin");

    Outcome outcome = first.give(Optional.ofNullable(wanted), "new-key", KEY + "2", SCOPES);

    if (whose != null) {
      assertThat(((Given) outcome).to().name()).isEqualTo(whose);
      assertThat(count(jdbi, "api_key")).isEqualTo(2);
    } else {
      assertThat(((Undecided) outcome).firms()).hasSize("Twin".equals(wanted) ? 2 : 4);
      assertThat(count(jdbi, "api_key")).isEqualTo(1);
    }
    assertThat(first.give(Optional.empty(), "from settings", KEY, SCOPES))
        .as("a key that somebody has is no question")
        .isInstanceOf(Had.class);
  }

  private static void another(Jdbi jdbi, String id, String name) {
    jdbi.useHandle(
        handle -> {
          handle.execute("reset role");
          handle.execute(
              "insert into tenant (id, name, created_at) values (cast(? as uuid), ?, now())",
              id,
              name);
        });
  }

  @Test
  void whatIsNoKeyIsRefused() throws SQLException {
    FirstTenant first = new FirstTenant(EmptyDatabase.make(), Clock.systemUTC());

    assertThatThrownBy(() -> first.make("Demo", "short", SCOPES, NOTHING))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
