package io.warmline.core.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/**
 * Takes a copy of months that are over, of all tenants, as files that any program reads: a month of
 * a table is one, CSV with a header, packed by gzip. A month that has its file is passed over, so
 * that whoever was interrupted goes on, and whoever comes each month takes what is new.
 */
@ApplicationScoped
public class MonthArchive {

  private static final List<String> TABLES = List.of("event", "audit_entry");

  private final Jdbi jdbi;

  MonthArchive(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * A month that was copied.
   *
   * @param rows how many it has
   */
  public record Copied(Path file, long rows) {}

  private record Part(String name, String relation) {

    Path fileIn(Path directory) {
      return directory.resolve(name + ".csv.gz");
    }
  }

  /**
   * Copies the months that are over by the clock of the database and have no file yet, oldest
   * first. A file is there when it is whole; nobody but its owner may read it.
   *
   * @throws UncheckedIOException if a file cannot be written
   */
  public List<Copied> copyTo(Path directory) {
    List<Copied> copied = new ArrayList<>();
    for (Part part : over()) {
      Path file = part.fileIn(directory);
      if (!Files.exists(file)) {
        copied.add(new Copied(file, copy(part, file)));
      }
    }
    return copied;
  }

  private List<Part> over() {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("set local role none");
          return TABLES.stream().flatMap(table -> over(handle, table).stream()).toList();
        });
  }

  private static List<Part> over(Handle handle, String table) {
    return handle
        .createQuery(
            """
            select c.relname, cast(p.part as text) as relation
            from parts_of(cast(:table as regclass)) p join pg_class c on c.oid = p.part
            where p.month + interval '1 month' <= now() at time zone 'UTC'
            order by p.month
            """)
        .bind("table", table)
        .map((rs, ctx) -> new Part(rs.getString("relname"), rs.getString("relation")))
        .list();
  }

  private long copy(Part part, Path file) {
    Path begun = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(begun);
      long rows = write(part, begun);
      Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long write(Part part, Path file) throws IOException {
    try (OutputStream out = new GZIPOutputStream(TenantArchive.newFile(file))) {
      return jdbi.inTransaction(
          handle -> {
            handle.execute("set local role none");
            handle.execute("set local statement_timeout = 0");
            return copyOut(handle, part, out);
          });
    }
  }

  private static long copyOut(Handle handle, Part part, OutputStream out) {
    try {
      return handle
          .getConnection()
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy %s to stdout (format csv, header)".formatted(part.relation()), out);
    } catch (SQLException e) {
      throw new IllegalStateException(part.name() + " cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
