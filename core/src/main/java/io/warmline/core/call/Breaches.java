package io.warmline.core.call;

import io.warmline.core.compliance.Cap;
import io.warmline.core.compliance.Law;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.WindowBuckets;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;

/**
 * Finds the rules against which a call was made that no claim allowed. What a claim hands out keeps
 * them; a call that somebody made on their own may not.
 */
@ApplicationScoped
class Breaches {

  private final TenantSql sql;
  private final WindowBuckets buckets;

  Breaches(TenantSql sql, WindowBuckets buckets) {
    this.sql = sql;
    this.buckets = buckets;
  }

  /**
   * What forbade a call to a lead at an instant, by the rules as they are now.
   *
   * @param number if it is none of the lead's, only do-not-call entries are looked at
   */
  List<Breach> of(LeadId lead, PhoneNumber number, Instant at) {
    List<Breach> breaches = new ArrayList<>();
    lawOf(lead, number).ifPresent(law -> breaches.addAll(against(law, number, at)));
    if (isSuppressed(lead, number, at)) {
      breaches.add(
          new Breach(BlockCode.DO_NOT_CALL, null, "The number was on a do-not-call entry."));
    }
    return List.copyOf(breaches);
  }

  private Optional<Law> lawOf(LeadId lead, PhoneNumber number) {
    return sql.query(
        """
        select bucket_id, candidate_zones from lead_phone
        where tenant_id = :tenant and lead_id = :lead and e164 = :phone
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("phone", number.e164())
                .map((RowView row) -> law(row))
                .findFirst());
  }

  private Law law(RowView row) {
    Set<ZoneId> zones =
        Arrays.stream(row.getColumn("candidate_zones", String[].class))
            .map(ZoneId::of)
            .collect(Collectors.toSet());
    return buckets.lawOf(row.getColumn("bucket_id", Long.class)).in(zones);
  }

  private List<Breach> against(Law law, PhoneNumber number, Instant at) {
    List<Breach> breaches = new ArrayList<>();
    law.verdictAt(at)
        .blockedBy()
        .forEach(
            by -> breaches.add(new Breach(BlockCode.of(by.kind()), by.id().value(), by.why())));
    for (Cap cap : law.demandsAt(at).caps()) {
      if (callsBefore(number, at.minus(cap.period()), at) >= cap.n()) {
        breaches.add(
            new Breach(
                BlockCode.RULE_CAP,
                null,
                "The number had been called %d times within %s before."
                    .formatted(cap.n(), cap.period())));
      }
    }
    return breaches;
  }

  private long callsBefore(PhoneNumber number, Instant from, Instant at) {
    return sql.query(
        """
        select count(*) from call
        where tenant_id = :tenant and phone = :phone and started_at > :from and started_at <= :at
        """,
        q ->
            q.bind("phone", number.e164())
                .bind("from", from)
                .bind("at", at)
                .mapTo(Long.class)
                .one());
  }

  private boolean isSuppressed(LeadId lead, PhoneNumber number, Instant at) {
    return sql.query(
        """
        select exists (
          select from suppression s
          join lead l on l.tenant_id = s.tenant_id and l.id = :lead
          join campaign c on c.tenant_id = l.tenant_id and c.id = l.campaign_id
          where s.tenant_id = :tenant and s.phone = :phone and s.created_at < :at
            and (s.removed_at is null or s.removed_at > :at)
            and (s.scope = 'TENANT' or s.campaign_id = l.campaign_id or s.client_id = c.client_id))
        """,
        q ->
            q.bind("lead", lead.value())
                .bind("phone", number.e164())
                .bind("at", at)
                .mapTo(Boolean.class)
                .one());
  }
}
