package io.warmline.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.EmptyDatabase;
import io.warmline.core.OnPostgres;
import io.warmline.core.archive.MonthArchive.Copied;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class MonthArchiveTest extends OnPostgres {

  @TempDir Path directory;

  private Jdbi jdbi;

  @BeforeEach
  void eventsOfJanuary() throws SQLException {
    jdbi = EmptyDatabase.make();
    thereAsOwner("select make_months(cast('2020-01-15' as date))");
    for (int i = 0; i < 2; i++) {
      UUID tenant = UUID.randomUUID();
      thereAsOwner(
          "insert into tenant (id, name, created_at) values ('%s', 'T', now())".formatted(tenant));
      thereAsOwner(
          """
          insert into event (tenant_id, month, sequence, type, occurred_at, subject_id, data)
          values ('%1$s', 202001, 1, 'call.logged', '2020-01-10', '%1$s', '{"late": false}')
          """
              .formatted(tenant));
    }
  }

  private void thereAsOwner(String statement) {
    try (Handle handle = jdbi.open()) {
      handle.execute("reset role");
      handle.execute(statement);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void aMonthThatIsOverIsAFileOfAllTenants() throws IOException {
    List<Copied> copied = new MonthArchive(jdbi).copyTo(directory);

    Path january = directory.resolve("event_2020_01.csv.gz");
    assertThat(copied).contains(new Copied(january, 2));
    assertThat(copied).extracting(c -> c.file().getFileName().toString()).hasSize(8);
    assertThat(lines(january))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("tenant_id,ordinal,month,xid,sequence,type,occurred_at,subject_id,data");
    assertThat(Files.getPosixFilePermissions(january)).hasSize(2);
  }

  @Test
  void whoeverWasInterruptedGoesOn() throws IOException {
    new MonthArchive(jdbi).copyTo(directory);
    Path january = directory.resolve("event_2020_01.csv.gz");
    Files.delete(january);
    Files.writeString(directory.resolve("event_2020_01.csv.gz.part"), "half of it");

    assertThat(new MonthArchive(jdbi).copyTo(directory)).containsExactly(new Copied(january, 2));
    assertThat(lines(january)).hasSize(3);
    assertThat(new MonthArchive(jdbi).copyTo(directory)).isEmpty();
    try (var files = Files.list(directory)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }
}
