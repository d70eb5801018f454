package io.warmline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares the server with PostgreSQL alone: both sides run on the same database, turn and turn
 * about.
 */
public final class Benchmark {

  private final Map<String, String> options;
  private final Setting setting;

  private Benchmark(Map<String, String> options, Setting setting) {
    this.options = options;
    this.setting = setting;
  }

  /** Options: see README.md. */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    Map<String, String> options =
        Arrays.stream(args)
            .map(a -> List.of(a.split("=", 2)))
            .collect(Collectors.toMap(a -> a.get(0), a -> a.get(1)));
    Path jar = Path.of(options.getOrDefault("server", "api/target/quarkus-app/quarkus-run.jar"));
    Path folder = Files.createTempDirectory("warmline-bench");
    try (Server server = new Server(jar.toAbsolutePath(), folder, javaOptions(options));
        Tables tables = new Tables(server.database());
        HttpConnection http = server.connect()) {
      Pgbench pgbench =
          new Pgbench(
              folder, server.database(), options.getOrDefault("latencies", "no").equals("yes"));
      int runs = Integer.parseInt(options.getOrDefault("runs", "5"));
      int warmUps = Integer.parseInt(options.getOrDefault("warm-ups", "10"));
      Benchmark benchmark =
          new Benchmark(options, new Setting(server, tables, pgbench, http, warmUps, runs));
      for (String part : List.of(options.getOrDefault("parts", "claims").split(",", -1))) {
        benchmark.measure(part, folder);
      }
    }
  }

  private void measure(String part, Path folder) throws Exception {
    int leads = number("leads", 100_000);
    int most = Math.min(leads / 25, 8000);
    switch (part) {
      case "claims" -> new ClaimBenchmark(setting, number("claims", most)).compare(leads);
      case "floor" -> new FloorBenchmark(setting, number("claims", most)).compare(leads);
      case "law" ->
          new LawBenchmark(setting, number("claims", most), number("jurisdictions", 10))
              .compare(leads);
      case "log-a-call" -> new CallBenchmark(setting, number("calls", most / 2)).compare(leads);
      case "reports" ->
          new ReportBenchmark(setting).compare(leads, number("past-calls", 1_000_000));
      case "working" ->
          new WorkingBenchmark(setting, folder).compare(number("each", 2000), other().orElse(null));
      case "get-a-lead" -> new GetBenchmark(setting, number("gets", 8000)).compare(leads);
      case "import" -> {
        ImportBenchmark imports = new ImportBenchmark(setting, folder);
        Optional<Path> other = other();
        if (other.isPresent()) {
          imports.compareWith(other.get(), number("rows", 1_000_000));
        } else {
          imports.compare(number("rows", 1_000_000));
        }
      }
      default -> throw new IllegalArgumentException("no such part: " + part);
    }
  }

  private Optional<Path> other() {
    return Optional.ofNullable(options.get("other")).map(Path::of);
  }

  private static List<String> javaOptions(Map<String, String> options) {
    String given = options.getOrDefault("java", "");
    return given.isEmpty() ? List.of() : List.of(given.split(" ", -1));
  }

  private int number(String option, int otherwise) {
    return Integer.parseInt(options.getOrDefault(option, String.valueOf(otherwise)));
  }

  static void ratio(String what, Series one, Series other) {
    say("  ratio %.2f  %s", one.median() / other.median(), what);
  }

  @SuppressWarnings("AnnotateFormatMethod")
  static void say(String format, Object... values) {
    System.out.println(format.formatted(values));
  }
}
