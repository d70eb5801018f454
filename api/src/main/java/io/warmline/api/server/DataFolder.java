package io.warmline.api.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where a server keeps the data of a database of its own. Nobody else on the machine may look into
 * it, and only one server works on it at a time.
 */
final class DataFolder implements AutoCloseable {

  private static final int PASSWORD_BYTES = 24;

  private final Path folder;
  private final FileChannel channel;
  private final String password;

  private DataFolder(Path folder, FileChannel channel, String password) {
    this.folder = folder;
    this.channel = channel;
    this.password = password;
  }

  /**
   * Takes the folder for this process, and makes it if it is not there.
   *
   * @throws IOException if another process has it
   */
  static DataFolder take(Path folder) throws IOException {
    boolean fresh = !Files.exists(folder);
    Files.createDirectories(folder);
    if (fresh) {
      keepOthersOut(folder);
    }
    FileChannel channel =
        FileChannel.open(
            folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new IOException(
          "Another Warmline works on "
              + folder
              + ". Stop it first, or set WARMLINE_DATA_DIR or WARMLINE_DATABASE_URL.");
    }
    return new DataFolder(folder, channel, passwordIn(folder));
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** One was drawn when the folder was made. */
  private static String passwordIn(Path folder) throws IOException {
    Path file = passwordFile(folder);
    if (!Files.exists(file)) {
      byte[] secret = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(secret);
      Path draft = folder.resolve("postgres.password.new");
      Files.deleteIfExists(draft);
      Files.createFile(draft);
      keepOthersOut(draft);
      Files.writeString(draft, HexFormat.of().formatHex(secret));
      Files.move(draft, file);
    }
    return Files.readString(file).strip();
  }

  Path path() {
    return folder;
  }

  String password() {
    return password;
  }

  Path passwordFile() {
    return passwordFile(folder);
  }

  private static Path passwordFile(Path folder) {
    return folder.resolve("postgres.password");
  }

  /** The programs of PostgreSQL are unpacked for everybody to write; nobody else needs them. */
  void closeToOthers() throws IOException {
    Path programs = folder.resolve("binaries");
    if (Files.exists(programs)) {
      keepOthersOut(programs);
    }
  }

  private static void keepOthersOut(Path path) throws IOException {
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(
          path,
          PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  /** Gives it back. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
