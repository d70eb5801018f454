package io.warmline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  @ParameterizedTest
  @CsvSource({
    "08001, the database",
    "08006, the database",
    "57P01, the database",
    "57P03, the database",
    "3D000, the database",
    "53300, a free connection to the database",
    "53100, room on the disk of the database",
    "53200, memory of the database",
    "25006, a database that takes changes",
    "58030, the database"
  })
  void whatTheDatabaseLacksIsNamed(String state, String missing) {
    SQLException e = new SQLException("anything", state);

    assertThat(Outage.in(e)).contains(missing);
    assertThat(Outage.in(new IllegalStateException(new RuntimeException(e)))).contains(missing);
  }

  @Test
  void aFullPoolIsToldByItsMessage() {
    assertThat(Outage.in(new SQLException("Acquisition timeout while waiting for new connection")))
        .contains("a free connection to the database");
    assertThat(Outage.in(new SQLException("Sorry, acquisition timeout!")))
        .contains("a free connection to the database");
  }

  @Test
  void theCauseMayStandBesideTheFailure() {
    RuntimeException failure = new RuntimeException("could not commit");
    failure.addSuppressed(new SQLException("gone", "08006"));
    BatchUpdateException batch = new BatchUpdateException();
    batch.setNextException(new SQLException("full", "53100"));

    assertThat(Outage.in(failure)).contains("the database");
    assertThat(Outage.in(batch)).contains("room on the disk of the database");
  }

  @Test
  void aFullDiskOfTheServerIsAnOutageToo() {
    assertThat(Outage.in(new UncheckedIOException(new IOException("No space left on device"))))
        .contains("room on the disk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42P01", "22021", "40001", "XX000"})
  void aFaultOfTheRequestOrOfTheServerIsNone(String state) {
    assertThat(Outage.in(new SQLException("anything", state))).isEmpty();
  }

  @Test
  void causesThatTurnInCirclesEnd() {
    RuntimeException one = new RuntimeException();
    one.addSuppressed(new RuntimeException(one));

    assertThat(Outage.in(one)).isEmpty();
  }
}
