package io.warmline.core.lead;

import io.warmline.core.compliance.Consent;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.id.CampaignId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BucketTerms;
import io.warmline.core.queue.Exemptions;
import io.warmline.core.queue.HouseGround;
import io.warmline.core.queue.WindowBuckets;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The window buckets in which the numbers of leads are, as what is known of the leads changes. */
@ApplicationScoped
class PhoneBuckets {

  private final TenantSql sql;
  private final WindowBuckets buckets;

  PhoneBuckets(TenantSql sql, WindowBuckets buckets) {
    this.sql = sql;
    this.buckets = buckets;
  }

  /**
   * Puts the numbers of these leads into the buckets in which they belong by now. The caller holds
   * their locks and has the queue rows derived anew.
   */
  void seat(Collection<UUID> those, Instant now) {
    Map<Belonging, Long> known = new HashMap<>();
    HouseGround ground = buckets.ground();
    for (Seat seat : seats(those, ground, now)) {
      long bucket =
          known.computeIfAbsent(
              seat.belonging(), b -> buckets.bucketFor(b.campaign(), b.terms(), ground, now));
      if (bucket != seat.bucket()) {
        sql.update(
            """
            update lead_phone set bucket_id = :bucket where tenant_id = :tenant and lead_id = :lead and position = :position
            """,
            u ->
                u.bind("bucket", bucket)
                    .bind("lead", seat.lead())
                    .bind("position", seat.position()));
      }
    }
  }

  private record Belonging(CampaignId campaign, BucketTerms terms) {}

  /** The bucket in which a number of a lead is, and what decides where it belongs. */
  private record Seat(UUID lead, int position, long bucket, Belonging belonging) {}

  private List<Seat> seats(Collection<UUID> those, HouseGround ground, Instant now) {
    return sql.query(
        """
        select p.lead_id, p.position, p.e164, p.bucket_id, p.zone_source, p.candidate_zones, p.jurisdictions,
               l.campaign_id, coalesce(%s, 'NONE') as consent, %s as contract, l.language
        from lead_phone p join lead l on l.tenant_id = :tenant and l.id = p.lead_id
        where p.tenant_id = :tenant and p.lead_id = any(:leads)
        order by p.lead_id, p.position
        """
            .formatted(Exemptions.CONSENT_IN_FORCE, Exemptions.CONTRACT_RUNS),
        q ->
            q.bindArray("leads", UUID.class, those.toArray())
                .bind("now", now)
                .map((rs, ctx) -> seat(rs, ground))
                .list());
  }

  private static Seat seat(ResultSet rs, HouseGround ground) throws SQLException {
    BucketTerms terms =
        new BucketTerms(
            PhoneRow.place(rs),
            ground.codesOf(new PhoneNumber(rs.getString("e164"))),
            new Consent(
                ConsentKind.valueOf(rs.getString("consent")), false, rs.getBoolean("contract")),
            rs.getString("language"));
    return new Seat(
        rs.getObject("lead_id", UUID.class),
        rs.getInt("position"),
        rs.getLong("bucket_id"),
        new Belonging(new CampaignId(rs.getObject("campaign_id", UUID.class)), terms));
  }
}
