package io.warmline.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.EmptyDatabase;
import io.warmline.core.NotFound;
import io.warmline.core.OnPostgres;
import io.warmline.core.archive.TenantTables.Table;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.ApiKeys;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A firm that is taken to another database is there what it was here. */
@QuarkusTest
class TenantArchiveTest extends OnPostgres {

  @TempDir Path folder;

  @Inject TenantArchive archive;
  @Inject Jdbi here;
  @Inject ApiKeys keys;

  private Path file;
  private TenantId tenant;

  @BeforeEach
  void aFirmThatHasWorkedADay() {
    tenant = given.tenant();
    file = folder.resolve("firm.zip");
    CampaignId campaign = given.campaign();
    AgentId agent = given.agentNamed("Agent");
    given.leads(campaign, 20);
    for (Disposition outcome :
        List.of(
            Disposition.NO_ANSWER,
            Disposition.CALLBACK_REQUESTED,
            Disposition.APPOINTMENT_SET,
            Disposition.VOICEMAIL_LEFT,
            Disposition.DO_NOT_CALL,
            Disposition.REFERRED_TO_OTHER,
            Disposition.NOT_NOW_NURTURE)) {
      desk.log(desk.claim(agent), outcome);
    }
    desk.claim(agent);
  }

  @Test
  void everyRowOfEveryTableIsTheSame() throws SQLException {
    Jdbi there = EmptyDatabase.make();

    TenantArchive.Moved out = archive.export(Optional.of(tenant), file);
    TenantArchive.Moved in = of(there).read(file);

    assertThat(in).isEqualTo(out);
    Map<String, List<String>> wanted = rows(here);
    assertThat(rows(there)).isEqualTo(wanted);
    assertThat(wanted.get("call")).hasSize(7);
    assertThat(wanted.get("callback")).isNotEmpty();
    assertThat(wanted.get("appointment")).hasSize(1);
    assertThat(wanted.get("event")).isNotEmpty();
    assertThat(out.rows()).isEqualTo(wanted.values().stream().mapToLong(List::size).sum());
  }

  @Test
  void numbersThatTheDatabaseGivesGoOnAfterThoseThatCameAlong() throws SQLException {
    Jdbi there = EmptyDatabase.make();
    archive.export(Optional.of(tenant), file);
    of(there).read(file);

    long highest = highestOf(there, "select max(id) from window_bucket");
    long next = highestOf(there, "select nextval(pg_get_serial_sequence('window_bucket', 'id'))");

    assertThat(next).isGreaterThan(highest);
    assertThat(highestOf(there, "select nextval(pg_get_serial_sequence('event', 'ordinal'))"))
        .isGreaterThan(highestOf(there, "select max(ordinal) from event"));
  }

  @Test
  void aTenantThatIsThereIsNotOverwritten() throws SQLException {
    Jdbi there = EmptyDatabase.make();
    archive.export(Optional.of(tenant), file);
    of(there).read(file);
    Map<String, List<String>> before = rows(there);

    assertThatThrownBy(() -> of(there).read(file)).hasMessageContaining("in this database already");
    assertThatThrownBy(() -> archive.read(file)).hasMessageContaining("in this database already");
    assertThat(rows(there)).isEqualTo(before);
  }

  @Test
  void aKeyOfSomebodyElseIsRefusedAndNothingIsTaken() throws SQLException {
    String secret = given.as(tenant, () -> key());
    archive.export(Optional.of(tenant), file);
    Jdbi there = EmptyDatabase.make();
    owner(
        there,
        handle -> {
          handle.execute(
              "insert into tenant (id, name, created_at) values (gen_random_uuid(), 'Other', now())");
          handle.execute(
              """
              insert into api_key (tenant_id, id, name, key_hash, scopes, created_at)
              select id, gen_random_uuid(), 'Key', sha256(convert_to(?, 'UTF8')), '{}', now() from tenant
              """,
              secret);
        });

    assertThatThrownBy(() -> of(there).read(file)).hasMessageContaining("key of another tenant");
    assertThat(rows(there).values()).allSatisfy(rows -> assertThat(rows).isEmpty());
  }

  @Test
  void anArchiveThatWasTamperedWithIsRefusedAndNothingIsTaken() throws Exception {
    archive.export(Optional.of(tenant), file);
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path agents = zip.getPath("agent.copy");
      Files.writeString(agents, Files.readString(agents).replace("Agent", "Other"));
    }
    Jdbi there = EmptyDatabase.make();

    assertThatThrownBy(() -> of(there).read(file)).hasMessageContaining("damaged: agent");
    assertThat(rows(there).values()).allSatisfy(rows -> assertThat(rows).isEmpty());
  }

  @Test
  void anArchiveOfAnotherVersionIsRefused() throws SQLException {
    archive.export(Optional.of(tenant), file);
    Jdbi there = EmptyDatabase.make();
    owner(there, handle -> handle.execute("alter table lead add nickname text"));

    assertThatThrownBy(() -> of(there).read(file)).hasMessageContaining("another version");
  }

  @Test
  void whatIsNoArchiveIsRefused() throws IOException {
    Files.writeString(file, "no archive");
    Path empty = folder.resolve("empty.zip");
    try (OutputStream out = Files.newOutputStream(empty)) {
      out.write("PK\5\6".getBytes(StandardCharsets.ISO_8859_1));
      out.write(new byte[18]);
    }

    assertThatThrownBy(() -> archive.read(file)).hasMessageContaining("no archive of a tenant");
    assertThatThrownBy(() -> archive.read(empty)).hasMessageContaining("no manifest");
    assertThatThrownBy(() -> archive.read(folder.resolve("nowhere.zip")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void onlyItsOwnerReadsTheFileAndNoneIsOverwritten() throws IOException {
    archive.export(Optional.of(tenant), file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .startsWith("rw-")
        .endsWith("---");
    assertThatThrownBy(() -> archive.export(Optional.of(tenant), file))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void whoHasSeveralTenantsSaysWhich() {
    given.newTenant();

    assertThatThrownBy(() -> archive.export(Optional.empty(), file))
        .hasMessageContaining("Say which tenant");
    assertThatThrownBy(() -> archive.export(Optional.of(TenantId.next()), file))
        .isInstanceOf(NotFound.class);
    assertThat(file).doesNotExist();
  }

  private String key() {
    String secret = keys.generate();
    transaction.run(
        () ->
            sql.update(
                """
                insert into api_key (tenant_id, id, name, key_hash, scopes, created_at)
                values (:tenant, gen_random_uuid(), 'Key', sha256(convert_to(:secret, 'UTF8')), '{}', now())
                """,
                u -> u.bind("secret", secret)));
    return secret;
  }

  private static TenantArchive of(Jdbi jdbi) {
    return new TenantArchive(jdbi, Clock.systemUTC());
  }

  /** The rows of the tenant as texts, by table. */
  private Map<String, List<String>> rows(Jdbi jdbi) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("set local role none");
          Map<String, List<String>> rows = new TreeMap<>();
          for (Table table : TenantTables.of(handle)) {
            List<String> texts =
                handle
                    .createQuery(
                        "select cast(row(%s) as text) from %s where %s = :tenant order by 1"
                            .formatted(table.columnList(), table.name(), table.tenantColumn()))
                    .bind("tenant", tenant.value())
                    .mapTo(String.class)
                    .list();
            rows.put(table.name(), new ArrayList<>(texts));
          }
          return rows;
        });
  }

  private interface Work {
    void on(Handle handle);
  }

  private static void owner(Jdbi jdbi, Work work) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("set local role none");
          work.on(handle);
        });
  }

  private static long highestOf(Jdbi jdbi, String question) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("set local role none");
          return handle.createQuery(question).mapTo(Long.class).one();
        });
  }
}
