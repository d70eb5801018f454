package io.warmline.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path home;

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void oneServerWorksOnAFolder() throws IOException {
    Path path = home.resolve("data");
    DataFolder first = DataFolder.take(path);

    assertThatThrownBy(() -> DataFolder.take(path))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Another Warmline works on " + path);

    first.close();
    DataFolder.take(path).close();
  }

  @Test
  void nobodyElseLooksIntoIt() throws IOException {
    Path path = home.resolve("data");

    try (DataFolder folder = DataFolder.take(path)) {
      Path programs = Files.createDirectory(path.resolve("binaries"));
      Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxrwxrwx"));
      folder.closeToOthers();

      assertThat(permissions(path)).isEqualTo("rwx------");
      assertThat(permissions(folder.passwordFile())).isEqualTo("rw-------");
      assertThat(permissions(programs)).isEqualTo("rwx------");
    }
  }

  @Test
  void thePasswordIsDrawnOnce() throws IOException {
    Path path = home.resolve("data");
    String password;
    try (DataFolder folder = DataFolder.take(path)) {
      password = folder.password();
    }

    try (DataFolder folder = DataFolder.take(path)) {
      assertThat(folder.password()).isEqualTo(password).hasSize(48);
    }
    try (DataFolder other = DataFolder.take(home.resolve("other"))) {
      assertThat(other.password()).isNotEqualTo(password);
    }
  }
}
