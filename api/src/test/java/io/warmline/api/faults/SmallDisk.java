package io.warmline.api.faults;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A file system of its own, in memory, that can be made as small as what is on it. */
final class SmallDisk implements AutoCloseable {

  private static final String ROOM = "size=6g";
  private static final long KIB = 1024;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Empty where nobody may mount anything. */
  static Optional<SmallDisk> at(Path folder) throws IOException {
    Files.createDirectories(folder);
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", ROOM + ",mode=0700", "tmpfs", folder.toString());
    return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
  }

  /**
   * Leaves no room.
   *
   * @throws IOException if it does not become full
   */
  void fill() throws IOException {
    // What is written meanwhile may have made it larger than what is asked for.
    for (int attempt = 0; attempt < 20; attempt++) {
      FileStore store = Files.getFileStore(folder);
      long used = (store.getTotalSpace() - store.getUnallocatedSpace()) / KIB;
      if (remount("size=" + used + "k")) {
        return;
      }
    }
    throw new IOException("cannot be made smaller: " + folder);
  }

  /** Has room again. */
  void makeRoom() throws IOException {
    if (!remount(ROOM)) {
      throw new IOException("cannot be made larger: " + folder);
    }
  }

  private boolean remount(String size) throws IOException {
    return run("mount", "-o", "remount," + size, folder.toString());
  }

  private static boolean run(String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (IOException e) {
      return false; // there is no such command
    }
  }

  @Override
  public void close() throws IOException {
    run("umount", "-l", folder.toString());
  }
}
