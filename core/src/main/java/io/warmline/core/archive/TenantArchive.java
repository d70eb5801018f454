package io.warmline.core.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Sha256;
import io.warmline.core.WarmlineException;
import io.warmline.core.archive.Manifest.Content;
import io.warmline.core.archive.TenantTables.Table;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.LocalSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Takes a tenant out of one database and into another, whole: its leads, queue, promises, calls,
 * events, keys and ids are the same there. The file holds everything, secrets of webhooks and
 * personal data included, and nobody but its owner may read it.
 *
 * <p>What is taken out is how things stood at one moment. What is done in the old database after
 * that is not in the file: stop whatever works for the tenant before.
 */
@ApplicationScoped
public class TenantArchive {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final String ARRIVED = "arrived";

  private final Jdbi jdbi;
  private final Clock clock;

  TenantArchive(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * What was taken out or in.
   *
   * @param rows of all tables
   */
  public record Moved(TenantId tenant, String name, long rows) {}

  /**
   * Writes a tenant into a new file.
   *
   * @param tenant which one; empty: the only one there is
   * @throws NotFound if there is no such tenant
   * @throws WarmlineException INVALID_VALUE if none was named and there are several, or none
   * @throws UncheckedIOException if the file is there already or cannot be written
   */
  public Moved export(Optional<TenantId> tenant, Path file) {
    return export(tenant, () -> newFile(file));
  }

  /**
   * Writes a tenant, and closes what it was written to.
   *
   * @throws NotFound if there is no such tenant
   * @throws UncheckedIOException if it cannot be written
   */
  public Moved export(TenantId tenant, OutputStream out) {
    return export(Optional.of(tenant), () -> out);
  }

  private interface Opening {
    OutputStream open() throws IOException;
  }

  private Moved export(Optional<TenantId> tenant, Opening to) {
    return jdbi.withHandle(
        handle -> {
          handle.begin();
          try {
            handle.execute("set transaction isolation level repeatable read");
            handle.execute("set local statement_timeout = 0");
            UUID id = chosen(handle, tenant);
            enter(handle, id);
            return write(handle, id, to);
          } finally {
            handle.rollback();
          }
        });
  }

  private static UUID chosen(Handle handle, Optional<TenantId> tenant) {
    handle.execute("set local role warmline_rounds");
    List<UUID> there =
        handle
            .createQuery("select id from tenant order by created_at, id")
            .mapTo(UUID.class)
            .list();
    handle.execute("set local role warmline_app");
    if (tenant.isPresent()) {
      if (!there.contains(tenant.get().value())) {
        throw new NotFound("tenant", tenant.get());
      }
      return tenant.get().value();
    }
    if (there.size() != 1) {
      throw invalid("Say which tenant: there are " + there.size() + ": " + there + ".");
    }
    return there.get(0);
  }

  private Moved write(Handle handle, UUID id, Opening to) {
    String name =
        handle
            .createQuery("select name from tenant where id = :tenant")
            .bind("tenant", id)
            .mapTo(String.class)
            .one();
    List<Table> tables = TenantTables.of(handle);
    List<Content> contents = new ArrayList<>();
    try (OutputStream out = to.open();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Table table : tables) {
        contents.add(copyOut(handle, table, id, zip));
      }
      Manifest manifest =
          new Manifest(
              Manifest.FORMAT, id, name, clock.instant(), schemaOf(tables), List.copyOf(contents));
      zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
      zip.write(JSON.writeValueAsBytes(manifest));
      zip.closeEntry();
      return new Moved(new TenantId(id), name, manifest.rows());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file that nobody but its owner may read. */
  static OutputStream newFile(Path file) throws IOException {
    OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    file.toFile().setReadable(false, false);
    file.toFile().setReadable(true, true);
    return out;
  }

  private static Content copyOut(Handle handle, Table table, UUID id, ZipOutputStream zip)
      throws IOException, SQLException {
    MessageDigest digest = Sha256.running();
    zip.putNextEntry(new ZipEntry(new Content(table.name(), 0, "").entry()));
    long rows =
        copies(handle)
            .copyOut(
                "copy (select %s from %s where %s = '%s') to stdout"
                    .formatted(table.columnList(), table.name(), table.tenantColumn(), id),
                new StaysOpen(new DigestOutputStream(zip, digest)));
    zip.closeEntry();
    return new Content(table.name(), rows, Sha256.of(digest));
  }

  /** The driver closes what it was given; the archive goes on. */
  private static final class StaysOpen extends FilterOutputStream {

    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /**
   * Reads a tenant out of a file, in one transaction: all of it is there afterwards, or nothing.
   *
   * @throws WarmlineException INVALID_VALUE if the file is no archive, is damaged, or was made by
   *     another version of Warmline; if the tenant is there already, or one of its API keys is
   *     another tenant's
   */
  public Moved read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Manifest manifest = manifestOf(zip);
      jdbi.useTransaction(handle -> takeIn(handle, zip, manifest));
      return new Moved(new TenantId(manifest.tenant()), manifest.name(), manifest.rows());
    } catch (ZipException e) {
      throw invalid("This is no archive of a tenant: " + e.getMessage() + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Manifest manifestOf(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw invalid("This is no archive of a tenant, or it ends too early: it has no manifest.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      Manifest manifest = JSON.readValue(in, Manifest.class);
      if (manifest.format() != Manifest.FORMAT) {
        throw invalid("The archive is of a later format, " + manifest.format() + ".");
      }
      return manifest;
    }
  }

  private static void takeIn(Handle handle, ZipFile zip, Manifest manifest) {
    handle.execute("set local statement_timeout = 0");
    List<Table> tables = TenantTables.of(handle);
    if (!schemaOf(tables).equals(manifest.schema())) {
      throw invalid(
          "The archive was made by another version of Warmline. Read it with the version that made"
              + " it, and upgrade then.");
    }
    requireAbsent(handle, manifest);
    enter(handle, manifest.tenant());
    Map<String, Table> byName = tables.stream().collect(Collectors.toMap(Table::name, t -> t));
    for (Content content : manifest.tables()) {
      copyIn(handle, zip, Optional.ofNullable(byName.get(content.table())).orElseThrow(), content);
    }
    if (SharedKeys.areThere(handle, manifest.tenant())) {
      throw invalid(
          "An API key of the archive is a key of another tenant here. Revoke it there, or replace"
              + " it before the export.");
    }
    tables.forEach(table -> countOn(handle, table, manifest.tenant()));
  }

  private static void requireAbsent(Handle handle, Manifest manifest) {
    handle.execute("set local role warmline_rounds");
    boolean there =
        handle
            .createQuery("select 1 from tenant where id = :tenant")
            .bind("tenant", manifest.tenant())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    handle.execute("set local role warmline_app");
    if (there) {
      throw invalid("The tenant " + manifest.tenant() + " is in this database already.");
    }
  }

  /**
   * By way of a table of its own, because rows behind walls cannot be copied into. A row of another
   * tenant would run into the wall.
   */
  private static void copyIn(Handle handle, ZipFile zip, Table table, Content content) {
    ZipEntry entry = zip.getEntry(content.entry());
    if (entry == null) {
      throw damaged(content);
    }
    handle.execute(
        "create temporary table %s as select %s from %s where false"
            .formatted(ARRIVED, table.columnList(), table.name()));
    MessageDigest digest = Sha256.running();
    try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
      long rows = copies(handle).copyIn("copy " + ARRIVED + " from stdin", in);
      if (rows != content.rows() || !Sha256.of(digest).equals(content.sha256())) {
        throw damaged(content);
      }
    } catch (SQLException e) {
      throw damaged(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    handle.execute(
        "insert into %s (%s) overriding system value select %s from %s"
            .formatted(table.name(), table.columnList(), table.columnList(), ARRIVED));
    handle.execute("drop table " + ARRIVED);
  }

  private static WarmlineException damaged(Content content) {
    return invalid("The archive is damaged: " + content.table() + " is not as it was written.");
  }

  /** Numbers that the database gives from now on are none of those that came along. */
  private static void countOn(Handle handle, Table table, UUID tenant) {
    table
        .counted()
        .ifPresent(
            column -> {
              long highest =
                  handle
                      .createQuery(
                          "select coalesce(max(%s), 0) from %s where tenant_id = :tenant"
                              .formatted(column, table.name()))
                      .bind("tenant", tenant)
                      .mapTo(Long.class)
                      .one();
              handle.execute("set local role none");
              handle
                  .createQuery(
                      """
                      select setval(sequence, greatest(:highest, nextval(sequence)))
                      from cast(pg_get_serial_sequence(:table, :column) as regclass) sequence
                      """)
                  .bind("table", table.name())
                  .bind("column", column)
                  .bind("highest", highest)
                  .mapTo(Long.class)
                  .one();
              handle.execute("set local role warmline_app");
            });
  }

  private static String schemaOf(List<Table> tables) {
    return Sha256.of(
        tables.stream()
            .map(table -> table.name() + table.columns())
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  private static CopyManager copies(Handle handle) throws SQLException {
    return handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
  }

  private static void enter(Handle handle, UUID tenant) {
    LocalSettings.of("app.tenant", tenant.toString()).make(handle);
  }

  private static WarmlineException invalid(String detail) {
    return new WarmlineException(ProblemCode.INVALID_VALUE, detail);
  }
}
