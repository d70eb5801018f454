package io.warmline.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What the planner knows of the leads follows a file that makes them many. */
@QuarkusTest
class TableStatisticsTest extends OnPostgres {

  @Inject TableStatistics statistics;

  private float known() {
    return transaction.call(
        () ->
            sql.jdbi()
                .withHandle(
                    handle ->
                        handle
                            .createQuery(
                                "select reltuples from pg_class where oid = cast('lead' as regclass)")
                            .mapTo(Float.class)
                            .one()));
  }

  @Test
  void manyMoreLeadsThanAreKnownAreLookedAt() {
    given.lead(given.campaign());

    assertThat(statistics.follow(1_000_000_000L)).isTrue();
    assertThat(known()).isPositive();
  }

  @Test
  void fewMoreAreNot() {
    given.lead(given.campaign());
    statistics.follow(1_000_000_000L);
    float before = known();
    given.lead(given.campaign());

    assertThat(statistics.follow(2)).isFalse();
    assertThat(known()).isEqualTo(before);
  }
}
