package io.warmline.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The data: a campaign of twenty window buckets, one lead in ten in the first ten of them, 85% of the leads ready. */
final class Tables implements AutoCloseable {

  private static final String[] ZONES = {
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu",
    "America/Phoenix", "America/Halifax", "America/Toronto", "America/Winnipeg", "America/Edmonton", "America/Vancouver",
    "America/Regina", "America/St_Johns", "America/Puerto_Rico", "America/Mexico_City", "America/Bogota", "America/Lima",
    "America/Santiago", "America/Sao_Paulo"
  };

  private final Connection connection;

  Tables(int port) throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  String text(String sql) throws SQLException {
    return texts(sql).get(0);
  }

  /** Fills the campaign by SQL, which is fast, with rows as the application would have made them. */
  void fill(String campaign, int leads) throws SQLException {
    String tenant = text("select tenant_id from campaign where id = '" + campaign + "'");
    for (String zone : ZONES) {
      run(
          """
          insert into window_bucket (tenant_id, campaign_id, zones, opens_at, closes_at)
          values ('%s', '%s', array['%s'], now() - interval '1 hour', now() + interval '1 day')
          """
              .formatted(tenant, campaign, zone));
    }
    run("set session_replication_role = replica");
    run(
        """
        create temp table made as
        select i, ('0198f000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id, '+1212' || (2000000 + i) as phone,
               (random() * 1000)::int as score, now() - random() * interval '30 days' as at,
               (array(select id from window_bucket where campaign_id = '%s' order by id))
                 [case when i %% 10 = 0 then 1 + (i / 10) %% 10 else 11 + (i / 10) %% 10 end] as bucket,
               random() < 0.85 as ready
        from generate_series(1, %d) i
        """
            .formatted(campaign, leads));
    run(
        """
        insert into lead (tenant_id, id, campaign_id, external_id, phone, company, score, created_at, updated_at)
        select '%s', id, '%s', 'crm-' || i, phone, 'Firm ' || i, score, at, at from made
        """
            .formatted(tenant, campaign));
    run(
        """
        insert into lead_phone (tenant_id, lead_id, position, e164, zone_source, candidate_zones, bucket_id)
        select '%s', id, 1, phone, 'PHONE_NUMBER', array['America/New_York'], bucket from made
        """
            .formatted(tenant));
    run(
        """
        insert into queue_entry (tenant_id, lead_id, campaign_id, bucket_id, phone, state, tier, score, due_at, not_before, blocked_by)
        select '%s', id, '%s', bucket, phone, case when ready then 0 else 1 end, 8, score, at,
               case when ready then at else now() + interval '2 days' end, case when ready then null else 'RETRY_DELAY' end
        from made
        """
            .formatted(tenant, campaign));
    run("drop table made");
    run("set session_replication_role = origin");
    run("vacuum (analyze) lead");
    run("vacuum (analyze) lead_phone");
    run("vacuum (analyze) queue_entry");
    run("vacuum (analyze) window_bucket");
    run("checkpoint");
  }

  /** Opens all buckets, or only the ten that hold one lead in ten; returns the open ones. */
  List<Long> open(String campaign, boolean all) throws SQLException {
    String mine = "select id, row_number() over (order by id) as n from window_bucket where campaign_id = '" + campaign + "'";
    run(
        """
        update window_bucket b
        set opens_at = now() + case when %s or n <= 10 then interval '-1 hour' else interval '20 hours' end,
            closes_at = now() + interval '30 hours'
        from (%s) m where m.id = b.id
        """
            .formatted(all, mine));
    return texts("select id from (%s) m where %s or n <= 10 order by id".formatted(mine, all)).stream().map(Long::valueOf).toList();
  }

  /** As if nobody had claimed. */
  void giveBackClaims() throws SQLException, InterruptedException {
    run("update queue_entry set state = 0, claim_id = null, lease_expires_at = null where state = 2");
    run("truncate claim");
    run("vacuum (analyze) queue_entry");
    run("analyze claim");
    run("checkpoint");
    Thread.sleep(1500);
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
  }
}
