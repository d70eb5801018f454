package io.warmline.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A file of leads: imported over HTTP, and copied by psql into a staging table and from there into
 * the same tables, or imported by another version of the server.
 */
final class ImportBenchmark {

  private final Setting setting;
  private final Tables tables;
  private final Path folder;

  ImportBenchmark(Setting setting, Path folder) {
    this.setting = setting;
    this.tables = setting.tables();
    this.folder = folder;
  }

  void compare(int rows) throws Exception {
    Series http = new Series();
    Series copy = new Series();
    String tenant = tables.text("select id from tenant");
    for (int run = 0; run < setting.runs(); run++) {
      Path file = file(rows, 2 * run);
      http.add(overHttp(setting, file, rows, "Import " + run));
      Path other = file(rows, 2 * run + 1);
      copy.add(byPsql(tenant, other, rows, run));
      settle(setting);
    }
    Benchmark.say("");
    Benchmark.say("rows/s of an import of %,d rows", rows);
    Benchmark.say("    HTTP %s", http);
    Benchmark.say("    psql %s", copy);
    Benchmark.ratio("import over HTTP / COPY and insert on conflict by psql", http, copy);
  }

  /**
   * The same file goes to both servers, one after the other; before it is measured each has had one
   * such file.
   *
   * @param other another packaged server
   */
  void compareWith(Path other, int rows) throws Exception {
    Series now = new Series();
    Series then = new Series();
    try (Another another = Another.beside(setting, other)) {
      for (int run = 0; run <= setting.runs(); run++) {
        Path file = file(rows, run);
        double here = overHttp(setting, file, rows, "Import " + run);
        double there = overHttp(another.setting(), file, rows, "Import " + run);
        if (run > 0) {
          now.add(here);
          then.add(there);
        }
        settle(setting);
        settle(another.setting());
      }
    }
    Benchmark.say("");
    Benchmark.say("rows/s of an import of %,d rows", rows);
    Benchmark.say("    this server %s", now);
    Benchmark.say("  another server %s", then);
    Benchmark.ratio("import, this server / another", now, then);
  }

  private static void settle(Setting where) throws SQLException {
    where.tables().run("vacuum (analyze)");
    where.tables().run("checkpoint");
  }

  /** Numbers of different files differ, so that every row of every run is a new lead. */
  private Path file(int rows, int ordinal) throws IOException {
    Path file = folder.resolve("leads.csv");
    int[] areas = {212, 213, 312, 404, 602, 305, 503, 617, 702, 713};
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("external_id,first_name,last_name,company,email,city,state,phone,score\n");
      for (int i = 0; i < rows; i++) {
        long n = (long) ordinal * rows + i;
        int area = areas[(int) (n % areas.length)];
        long local = 2_000_000 + n / areas.length;
        out.write(
            "crm-"
                + n
                + ",Ann,Lee "
                + i
                + ",Firm "
                + i
                + " Inc,a"
                + i
                + "@firm.example,Springfield,NY,+1"
                + area
                + local
                + ","
                + i % 1000
                + "\n");
      }
    }
    return file;
  }

  private static double overHttp(Setting where, Path file, int rows, String name) throws Exception {
    // an older server knows no cap of claims
    String campaign =
        where.create("/v1/campaigns", Campaigns.roundTheClock(name, "{\"leaseSeconds\": 3600}"));
    long start = System.nanoTime();
    new Lists(where).load(campaign, file);
    double rate = rows * 1e9 / (System.nanoTime() - start);
    requireLeads(where, campaign, rows);
    return rate;
  }

  private double byPsql(String tenant, Path file, int rows, int run) throws Exception {
    String campaign = setting.campaign("Copy " + run);
    tables.run(
        """
        insert into window_bucket (tenant_id, campaign_id, zones, opens_at, closes_at)
        values ('%s', '%s', array['America/New_York'], now(), now() + interval '1 day')
        """
            .formatted(tenant, campaign));
    String bucket =
        tables.text("select id from window_bucket where campaign_id = '" + campaign + "'");
    String script =
        """
        begin;
        create temp table staging (external_id text, first_name text, last_name text, company text, email text, city text,
          region text, phone text, score integer, id uuid default gen_random_uuid());
        \\copy staging (external_id, first_name, last_name, company, email, city, region, phone, score) from '%4$s' csv header
        insert into lead (tenant_id, id, campaign_id, external_id, phone, first_name, last_name, company, email, city, region, score,
          created_at, updated_at)
        select '%1$s', id, '%2$s', external_id, phone, first_name, last_name, company, email, city, region, score, now(), now()
        from staging
        on conflict (tenant_id, campaign_id, external_id) where external_id is not null do update set updated_at = excluded.updated_at;
        insert into lead_phone (tenant_id, lead_id, position, e164, zone_source, candidate_zones, bucket_id)
        select '%1$s', id, 1, phone, 'PHONE_NUMBER', array['America/New_York'], %3$s from staging
        on conflict (tenant_id, lead_id, position) do update set bucket_id = excluded.bucket_id;
        insert into queue_entry (tenant_id, lead_id, campaign_id, bucket_id, phone, state, tier, score, due_at, not_before)
        select '%1$s', id, '%2$s', %3$s, phone, 'READY', 8, score, now(), now() from staging
        on conflict (tenant_id, lead_id) do update set bucket_id = excluded.bucket_id;
        commit;
        """
            .formatted(tenant, campaign, bucket, file);
    long start = System.nanoTime();
    setting.pgbench().psql(script);
    double rate = rows * 1e9 / (System.nanoTime() - start);
    requireLeads(setting, campaign, rows);
    return rate;
  }

  private static void requireLeads(Setting where, String campaign, int rows) throws SQLException {
    String made =
        where
            .tables()
            .text("select count(*) from queue_entry where campaign_id = '" + campaign + "'");
    if (!made.equals(String.valueOf(rows))) {
      throw new IllegalStateException("wanted " + rows + " leads, there are " + made);
    }
  }
}
