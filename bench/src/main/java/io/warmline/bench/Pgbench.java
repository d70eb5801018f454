package io.warmline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a script by pgbench, as the role and with the planner settings of the application's
 * connections.
 */
final class Pgbench {

  private static final Pattern TPS =
      Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

  private static final String LATENCIES = "statement latencies";

  private final Path folder;
  private final Database database;
  private final boolean latencies;

  /**
   * @param latencies whether it is printed how long each statement of a script takes
   */
  Pgbench(Path folder, Database database, boolean latencies) {
    this.folder = folder;
    this.database = database;
    this.latencies = latencies;
  }

  /** Transactions a second of so many transactions by so many clients. */
  double rate(String script, Map<String, String> variables, int clients, int transactions)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("script.sql"), script);
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            program("pgbench"),
            "-n",
            "-M",
            "prepared",
            "-h",
            "127.0.0.1",
            "-p",
            String.valueOf(database.port()),
            "-U",
            Database.USER,
            "-c",
            String.valueOf(clients),
            "-j",
            "2",
            "-t",
            String.valueOf(transactions / clients),
            "-f",
            file.toString()));
    if (latencies) {
      command.add("-r");
    }
    variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    command.add("postgres");
    String output =
        run(
            command,
            "-c role=warmline_app -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1");
    Matcher tps = TPS.matcher(output);
    if (!tps.find() || output.contains("aborted")) {
      throw new IOException("pgbench failed:\n" + output);
    }
    if (latencies) {
      Benchmark.say("%s", output.substring(output.indexOf(LATENCIES)));
    }
    return Double.parseDouble(tps.group(1));
  }

  /** Runs a file by psql, as the owner of the tables. */
  String psql(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("script.sql"), script);
    return run(
        List.of(
            program("psql"),
            "-X",
            "-q",
            "-v",
            "ON_ERROR_STOP=1",
            "-h",
            "127.0.0.1",
            "-p",
            String.valueOf(database.port()),
            "-U",
            Database.USER,
            "-f",
            file.toString(),
            "postgres"),
        "");
  }

  private String run(List<String> command, String options)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGOPTIONS", options);
    builder.environment().put("PGPASSWORD", database.password());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command.get(0) + " failed:\n" + output);
    }
    return output;
  }

  /** Debian keeps pgbench beside the server of its version. */
  private static String program(String name) throws IOException {
    for (Path folder : List.of(Path.of("/usr/lib/postgresql"))) {
      if (Files.isDirectory(folder)) {
        try (var found = Files.find(folder, 3, (path, a) -> path.endsWith(Path.of("bin", name)))) {
          var newest = found.map(Path::toString).max(String::compareTo);
          if (newest.isPresent()) {
            return newest.get();
          }
        }
      }
    }
    return name;
  }
}
