package io.warmline.api.journey;

import io.warmline.api.journey.Program.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A Chromium without a window, for machines that have none: npm has one in a package, for Linux on
 * x64. It stays in the build's folder.
 */
final class NpmChromium {

  private static final String PACKAGE = "@sparticuz/chromium@147.0.0";
  private static final Path FOLDER = Path.of("target", "chromium");

  /** Unpacks it into TMPDIR. */
  private static final String UNPACK =
      "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";

  private NpmChromium() {}

  /**
   * What came of it.
   *
   * @param whyNot empty if there is one
   */
  record Brought(Optional<Path> executable, String whyNot) {}

  static Brought bring() throws IOException, InterruptedException {
    if (!System.getProperty("os.name").equals("Linux")
        || !System.getProperty("os.arch").equals("amd64")) {
      return not("npm has a Chromium for Linux on x64 only");
    }
    if (!Program.isOnPath("npm") || !Program.isOnPath("node")) {
      return not("no npm on the path that could bring one");
    }
    Path executable = FOLDER.resolve("chromium").toAbsolutePath();
    if (!Files.isExecutable(executable)) {
      Ended unpacked = unpack();
      if (unpacked.status() != 0) {
        return not("npm could not bring " + PACKAGE + ": " + unpacked.output());
      }
    }
    Ended tried = Program.in(FOLDER).run(executable.toString(), "--version");
    return tried.status() == 0
        ? new Brought(Optional.of(executable), "")
        : not("this machine lacks what " + PACKAGE + " needs: " + tried.output());
  }

  private static Ended unpack() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("package.json"), "{\"private\": true}\n");
    Program program =
        Program.in(FOLDER)
            .with(
                Map.of(
                    "TMPDIR", FOLDER.toAbsolutePath().toString(),
                    "npm_config_fetch_retries", "0",
                    "npm_config_update_notifier", "false"));
    Ended installed =
        program.run("npm", "install", "--no-audit", "--no-fund", "--prefer-offline", PACKAGE);
    return installed.status() == 0
        ? program.run("node", "--input-type=module", "--eval", UNPACK)
        : installed;
  }

  private static Brought not(String why) {
    return new Brought(Optional.empty(), why);
  }
}
