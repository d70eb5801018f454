package io.warmline.api.faults;

import io.warmline.api.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock of one process, which is set while the process runs; what counts the time that passes
 * is left alone, as when a machine's clock is set. Needs libfaketime (on Debian: {@code faketime}).
 */
final class SteppedClock {

  /** How soon a process knows, by the least that the library allows, and some. */
  private static final Duration KNOWN_WITHIN = Duration.ofMillis(1200);

  private static final List<String> WHERE =
      List.of(
          "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib64/faketime/libfaketimeMT.so.1",
          "/usr/lib/faketime/libfaketimeMT.so.1");

  private final Path file;

  private SteppedClock(Path file) throws IOException {
    this.file = file;
    set(Duration.ZERO);
  }

  /** One for a process to come; empty where the library is missing. */
  static Optional<SteppedClock> in(Path folder) throws IOException {
    return library().isPresent()
        ? Optional.of(new SteppedClock(folder.resolve("clock")))
        : Optional.empty();
  }

  private static Optional<Path> library() {
    return Stream.concat(Stream.ofNullable(System.getProperty("fault.faketime")), WHERE.stream())
        .map(Path::of)
        .filter(Files::isReadable)
        .findFirst();
  }

  /** What the process has to be started with; without the last, all that waits in Java spins. */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD",
        library().orElseThrow().toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        "FAKETIME_CACHE_DURATION",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_DONT_RESET",
        "1",
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }

  /** Sets it this far from the right time, and waits until the process knows. */
  void stepTo(Duration ahead) throws IOException {
    set(ahead);
    ServerProcess.pause(KNOWN_WITHIN);
  }

  private void set(Duration ahead) throws IOException {
    Path written = file.resolveSibling("clock.new");
    Files.writeString(written, (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n");
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
