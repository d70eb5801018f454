package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {

  private static final String PROGRAM = "PG-1/bin/postgres";

  @TempDir Path packaged;
  @TempDir Path data;

  @BeforeEach
  void unpackedByTheBuild() throws IOException {
    Files.createDirectories(packaged.resolve("PG-1/bin"));
    Files.writeString(packaged.resolve(PROGRAM), "the program");
    Files.setPosixFilePermissions(
        packaged.resolve(PROGRAM), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(packaged.resolve("PG-1/bin/postmaster"), Path.of("postgres"));
    Files.createFile(packaged.resolve("PG-1/.exists"));
  }

  @Test
  void aFirstStartHasTheProgramsThatTheBuildHasUnpacked() throws IOException {
    PostgresPrograms.bring(packaged, data.resolve("binaries"));

    assertThat(data.resolve("binaries").resolve(PROGRAM)).isExecutable();
    assertThat(data.resolve("binaries/PG-1/bin/postmaster"))
        .isSymbolicLink()
        .hasContent("the program");
    assertThat(data.resolve("binaries/PG-1/.exists")).exists();
  }

  @Test
  void whatIsThereStays() throws IOException {
    PostgresPrograms.bring(packaged, data);
    Files.writeString(data.resolve(PROGRAM), "as it was");

    PostgresPrograms.bring(packaged, data);

    assertThat(data.resolve(PROGRAM)).hasContent("as it was");
  }

  @Test
  void aCopyThatWasCutShortIsMadeAnew() throws IOException {
    Files.createDirectories(data.resolve("PG-1/bin"));
    Files.writeString(data.resolve(PROGRAM), "the pro");

    PostgresPrograms.bring(packaged, data);

    assertThat(data.resolve(PROGRAM)).hasContent("the program");
  }

  @Test
  void aBuildThatWasCutShortIsNotCopied() throws IOException {
    Files.delete(packaged.resolve("PG-1/.exists"));

    PostgresPrograms.bring(packaged, data);

    assertThat(data).isEmptyDirectory();
  }

  @Test
  void withoutAPackageTheLibraryUnpacksThem() throws IOException {
    PostgresPrograms.bring(packaged.resolve("nowhere"), data);

    assertThat(data).isEmptyDirectory();
  }

  /** The library takes a folder for half unpacked if anything in it is newer than the mark. */
  @Test
  void nothingOfACopyIsNewerThanItsMark() throws IOException {
    PostgresPrograms.bring(packaged, data);
    Path mark = data.resolve("PG-1/.exists");

    Instant marked = Files.getLastModifiedTime(mark).toInstant();

    assertThat(Files.getLastModifiedTime(data.resolve("PG-1")).toInstant().minusMillis(100))
        .isBeforeOrEqualTo(marked);
    assertThat(Files.getLastModifiedTime(data.resolve("PG-1/bin")).toInstant())
        .isBeforeOrEqualTo(marked);
  }
}
