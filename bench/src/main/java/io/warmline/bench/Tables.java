package io.warmline.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The data: a campaign of twenty window buckets, one lead in ten in the first ten of them, 85% of
 * the leads ready.
 */
final class Tables implements AutoCloseable {

  private static final String[] ZONES = {
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
        "America/Anchorage", "Pacific/Honolulu",
    "America/Phoenix", "America/Halifax", "America/Toronto", "America/Winnipeg", "America/Edmonton",
        "America/Vancouver",
    "America/Regina", "America/St_Johns", "America/Puerto_Rico", "America/Mexico_City",
        "America/Bogota", "America/Lima",
    "America/Santiago", "America/Sao_Paulo"
  };

  private final Database database;
  private Connection connection;

  Tables(Database database) throws SQLException {
    this.database = database;
    this.connection = connect();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), Database.USER, database.password());
  }

  /** After the database was started again. */
  void reconnect() throws SQLException {
    connection = connect();
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

  String tenantOf(String campaign) throws SQLException {
    return text("select tenant_id from campaign where id = '" + campaign + "'");
  }

  /** The ids of leads and claims end in the seven digits of the lead's number. */
  static final String LEAD = "0198f000-0000-7000-8000-00000";

  static final String CLAIM = "0198f111-0000-7000-8000-00000";

  /** The claim under which {@link #hold} has a lead held. */
  static String claimId(int lead) {
    return CLAIM + lead;
  }

  /**
   * Fills the campaign by SQL, which is fast, with rows as the application would have made them. It
   * has one lead in New York, which is not called; its bucket, with the law as the application has
   * worked it out, is the model of the others.
   *
   * @param before the number before that of the first lead: seven digits
   */
  void fill(String campaign, int leads, int before) throws SQLException {
    String tenant = tenantOf(campaign);
    run(
        "update queue_entry set state = 'WAITING', claim_id = null, lease_expires_at = null, not_before = now() + interval '1 year',"
            + " blocked_by = 'RETRY_DELAY' where campaign_id = '"
            + campaign
            + "'");
    for (String zone : ZONES) {
      run(
          """
          insert into window_bucket (tenant_id, campaign_id, zones, lead_zones, jurisdictions, lead_places, area_codes, free_of,
                                     law_edition, law, consent, contract, language, opens_at, closes_at, rules, cap_calls,
                                     cap_minutes, cooldown_days, refusal_is_final)
          select tenant_id, campaign_id, array['%1$s'], array['%1$s'], jurisdictions, lead_places, area_codes, free_of,
                 law_edition, law, consent, contract, language, now() - interval '1 hour', now() + interval '1 day', rules, cap_calls,
                 cap_minutes, cooldown_days, refusal_is_final
          from window_bucket where campaign_id = '%2$s' order by id limit 1
          on conflict do nothing
          """
              .formatted(zone, campaign));
    }
    run(
        """
        create temp table made as
        select %d + i as n, '+1212' as prefix, 'PHONE_NUMBER' as zone_source, array['America/New_York'] as candidate_zones,
               array['US', 'US-NY'] as jurisdictions, 'US' as country,
               (array(select id from window_bucket where campaign_id = '%s' order by id))
                 [case when i %% 10 = 0 then 1 + (i / 10) %% 10 else 11 + (i / 10) %% 10 end] as bucket
        from generate_series(1, %d) i
        """
            .formatted(before, campaign, leads));
    insertMade(campaign, tenant);
  }

  /** Fills the campaign by SQL with leads like those it has, as many of each. */
  void multiply(String campaign, int leads, int before) throws SQLException {
    run(
        """
        create temp table made as
        select %d + i as n, substr(p.e164, 1, 5) as prefix, p.zone_source, p.candidate_zones, p.jurisdictions, p.country,
               p.bucket_id as bucket
        from generate_series(1, %d) i
        join (select p.*, row_number() over (order by lead_id) - 1 as place, count(*) over () as places
              from lead_phone p join lead l on l.tenant_id = p.tenant_id and l.id = p.lead_id
              where l.campaign_id = '%s') p on p.place = i %% p.places
        """
            .formatted(before, leads, campaign));
    insertMade(campaign, tenantOf(campaign));
  }

  private void insertMade(String campaign, String tenant) throws SQLException {
    run("set session_replication_role = replica");
    run("alter table made add score integer, add at timestamptz, add ready boolean");
    run(
        "update made set score = random() * 1000, at = now() - random() * interval '30 days', ready"
            + " = random() < 0.85");
    run(
        """
        insert into lead (tenant_id, id, campaign_id, external_id, phone, company, score, created_at, updated_at)
        select '%s', ('%s' || n)::uuid, '%s', 'crm-' || n, prefix || n, 'Firm ' || n, score, at, at from made
        """
            .formatted(tenant, LEAD, campaign));
    run(
        """
        insert into lead_phone (tenant_id, lead_id, position, e164, zone_source, candidate_zones, jurisdictions, bucket_id, country)
        select '%s', ('%s' || n)::uuid, 1, prefix || n, zone_source, candidate_zones, jurisdictions, bucket, country from made
        """
            .formatted(tenant, LEAD));
    run(
        """
        insert into queue_entry (tenant_id, lead_id, campaign_id, bucket_id, phone, state, tier, score, due_at, not_before, blocked_by)
        select '%s', ('%s' || n)::uuid, '%s', bucket, prefix || n, case when ready then 'READY' else 'WAITING' end, 8, score, at,
               case when ready then at else now() + interval '2 days' end, case when ready then null else 'RETRY_DELAY' end
        from made
        """
            .formatted(tenant, LEAD, campaign));
    run("drop table made");
    run("set session_replication_role = origin");
    for (String table : List.of("lead", "lead_phone", "queue_entry", "window_bucket")) {
      run("vacuum (analyze) " + table);
    }
    run("checkpoint");
  }

  /**
   * Opens the first so many buckets of the campaign, and closes the others; returns the open ones.
   */
  List<Long> open(String campaign, int count) throws SQLException {
    String mine =
        "select id, row_number() over (order by id) as n from window_bucket where campaign_id = '"
            + campaign
            + "'";
    run(
        """
        update window_bucket b
        set opens_at = now() + case when n <= %d then interval '-1 hour' else interval '20 hours' end,
            closes_at = now() + interval '30 hours'
        from (%s) m where m.id = b.id
        """
            .formatted(count, mine));
    return texts("select id from (%s) m where n <= %d order by id".formatted(mine, count)).stream()
        .map(Long::valueOf)
        .toList();
  }

  /** As if the agent had just claimed these leads. */
  void hold(String campaign, String agent, int first, int count) throws SQLException {
    run(
        """
        with held as (
          update queue_entry q
          set state = 'LEASED', blocked_by = null, claim_id = ('%s' || n)::uuid, lease_expires_at = now() + interval '1 hour', fence = fence + 1
          from generate_series(%d, %d) n
          where q.tenant_id = '%s' and q.lead_id = ('%s' || n)::uuid
          returning q.*
        )
        insert into claim (tenant_id, id, lead_id, campaign_id, agent_id, phone, status, fence, tier, score, due_at, claimed_at,
                           expires_at, call_until)
        select tenant_id, claim_id, lead_id, campaign_id, '%s', phone, 'ACTIVE', fence, tier, score, due_at, now(),
               lease_expires_at, now() + interval '1 day'
        from held
        """
            .formatted(CLAIM, first, first + count - 1, tenantOf(campaign), LEAD, agent));
    for (String table : List.of("queue_entry", "claim", "call")) {
      run("vacuum (analyze) " + table);
    }
    run("checkpoint");
  }

  /** As if nobody had claimed. */
  void giveBackClaims() throws SQLException, InterruptedException {
    run(
        "update queue_entry set state = 'READY', claim_id = null, lease_expires_at = null"
            + " where state = 'LEASED'");
    run("delete from claim");
    run("vacuum (analyze) queue_entry");
    run("vacuum (analyze) claim");
    run("checkpoint");
    Thread.sleep(1500);
  }

  @Override
  public void close() throws SQLException, IOException {
    connection.close();
  }
}
