package io.warmline.bench;

import io.warmline.core.queue.ClaimText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares the server with PostgreSQL alone: both sides run on the same database, turn and turn about. */
public final class Benchmark {

  private static final int CLIENTS = 8;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

  private final int leads;
  private final int runs;
  private final int claims;
  private final Server server;
  private final Tables tables;
  private final Pgbench pgbench;
  private final HttpConnection http;

  private Benchmark(Map<String, String> options, Path folder, Server server) throws Exception {
    this.leads = Integer.parseInt(options.getOrDefault("leads", "100000"));
    this.runs = Integer.parseInt(options.getOrDefault("runs", "5"));
    this.claims = Integer.parseInt(options.getOrDefault("claims", String.valueOf(Math.min(leads / 25, 8000))));
    this.server = server;
    this.tables = new Tables(server.databasePort());
    this.pgbench = new Pgbench(folder, server.databasePort());
    this.http = server.connect();
  }

  /** Options: {@code leads=100000 runs=5 claims=4000 parts=claims,import rows=1000000 server=api/target/quarkus-app/quarkus-run.jar}. */
  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    Map<String, String> options =
        Arrays.stream(args).map(a -> a.split("=", 2)).collect(Collectors.toMap(a -> a[0], a -> a[1]));
    Path jar = Path.of(options.getOrDefault("server", "api/target/quarkus-app/quarkus-run.jar"));
    Path folder = Files.createTempDirectory("warmline-bench");
    try (Server server = new Server(jar.toAbsolutePath(), folder)) {
      Benchmark benchmark = new Benchmark(options, folder, server);
      for (String part : options.getOrDefault("parts", "claims").split(",")) {
        switch (part) {
          case "claims" -> benchmark.claims();
          case "import" -> new ImportBenchmark(benchmark.server, benchmark.tables, benchmark.pgbench, folder)
              .compare(Integer.parseInt(options.getOrDefault("rows", "1000000")), benchmark.runs);
          default -> throw new IllegalArgumentException("no such part: " + part);
        }
      }
    }
  }

  private void claims() throws Exception {
    String campaign = create("/v1/campaigns", Campaigns.roundTheClock("Benchmark", 3600));
    String agent = create("/v1/agents", "{\"name\": \"Agent\"}");
    say("filling %,d leads", leads);
    tables.fill(campaign, leads);
    Claiming claiming = new Claiming(campaign, agent);
    say("warming up");
    for (int i = 0; i < 3; i++) {
      claiming.overHttp(i % 2 == 0);
    }
    Map<String, Series> series = new LinkedHashMap<>();
    for (String side : List.of("http all", "pgbench all", "http tenth", "pgbench tenth")) {
      series.put(side, new Series());
    }
    for (int run = 0; run < runs; run++) {
      for (boolean all : new boolean[] {true, false}) {
        series.get(all ? "http all" : "http tenth").add(claiming.overHttp(all));
        series.get(all ? "pgbench all" : "pgbench tenth").add(claiming.byPgbench(all));
      }
    }
    say("");
    say("claims/s at %,d leads, %d clients, %d claims a run", leads, CLIENTS, claims);
    say("  all callable         HTTP %s", series.get("http all"));
    say("                    pgbench %s", series.get("pgbench all"));
    say("  90%% not callable     HTTP %s", series.get("http tenth"));
    say("                    pgbench %s", series.get("pgbench tenth"));
    ratio("HTTP / pgbench, all callable", series.get("http all"), series.get("pgbench all"));
    ratio("HTTP / pgbench, 90% not callable", series.get("http tenth"), series.get("pgbench tenth"));
    ratio("HTTP: 90% not callable / all callable", series.get("http tenth"), series.get("http all"));
    ratio("pgbench: 90% not callable / all callable", series.get("pgbench tenth"), series.get("pgbench all"));
  }

  private final class Claiming {

    private final String campaign;
    private final String agent;
    private final String tenant;

    Claiming(String campaign, String agent) throws Exception {
      this.campaign = campaign;
      this.agent = agent;
      this.tenant = tables.text("select tenant_id from campaign where id = '" + campaign + "'");
    }

    double overHttp(boolean all) throws Exception {
      tables.open(campaign, all);
      tables.giveBackClaims();
      String body = "{\"agentId\": \"%s\", \"campaignIds\": [\"%s\"]}".formatted(agent, campaign);
      double rate = Load.rate(server, CLIENTS, claims, (c, n) -> Load.require(201, c.post("/v1/claims", body)));
      requireClaims(claims);
      return rate;
    }

    double byPgbench(boolean all) throws Exception {
      List<Long> buckets = tables.open(campaign, all);
      tables.giveBackClaims();
      Map<String, String> variables = new LinkedHashMap<>();
      variables.put("tenant", tenant);
      variables.put("agent", agent);
      variables.put("now", Instant.now().toString());
      for (Long bucket : buckets) {
        variables.put("rank" + bucket, "-2147483648");
        variables.put("due" + bucket, "1970-01-01T00:00:00Z");
        variables.put("lead" + bucket, new UUID(0, 0).toString());
      }
      double rate = pgbench.rate(script(buckets), variables, CLIENTS, claims);
      requireClaims(claims / CLIENTS * CLIENTS);
      return rate;
    }

    /** The statement of the application; types that its driver sends along are written out, and ids come from the database. */
    private String script(List<Long> buckets) {
      String claim =
          ClaimText.forAgent(buckets)
              .replaceAll(":tenant\\b", "cast(:tenant as uuid)")
              .replaceAll(":agent\\b", "cast(:agent as uuid)")
              .replaceAll(":now\\b", "cast(:now as timestamptz)")
              .replaceAll(":ids\\b", "array[gen_random_uuid()]");
      return "begin;\nselect set_config('app.tenant', :tenant, true);\n" + claim.strip() + ";\ncommit;\n";
    }

    private void requireClaims(int wanted) throws Exception {
      String made = tables.text("select count(*) from claim");
      if (!made.equals(String.valueOf(wanted))) {
        throw new IllegalStateException("wanted " + wanted + " claims, there are " + made);
      }
    }
  }

  private String create(String path, String body) throws Exception {
    HttpConnection.Answer answer = http.post(path, body);
    Load.require(201, answer);
    Matcher id = ID.matcher(answer.body());
    if (!id.find()) {
      throw new IllegalStateException(answer.body());
    }
    return id.group(1);
  }

  static void ratio(String what, Series one, Series other) {
    say("  ratio %.2f  %s", one.median() / other.median(), what);
  }

  static void say(String format, Object... values) {
    System.out.println(format.formatted(values));
  }
}
