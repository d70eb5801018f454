package io.warmline.core.suppression;

import io.warmline.core.compliance.CallingRules;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.JudgePlace;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.FollowHouse;
import io.warmline.core.queue.WindowBuckets;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whom the house may no longer call is in no agent's hands any more: an emergency stop and a
 * withdrawn acceptance end the claims that they came too late to prevent.
 */
@ApplicationScoped
class FollowHouseLaw implements FollowHouse {

  private static final String REASON = "HOUSE_RULE";

  private final TenantSql sql;
  private final WindowBuckets buckets;
  private final Leads leads;
  private final JudgePlace judgePlace;
  private final RevokeClaims revokeClaims;

  FollowHouseLaw(
      TenantSql sql,
      WindowBuckets buckets,
      Leads leads,
      JudgePlace judgePlace,
      RevokeClaims revokeClaims) {
    this.sql = sql;
    this.buckets = buckets;
    this.leads = leads;
    this.judgePlace = judgePlace;
    this.revokeClaims = revokeClaims;
  }

  /** A lead in the hands of an agent, and the number that was handed out with it. */
  record InHands(ClaimId claim, LeadId lead, PhoneNumber number, long bucket) {}

  @Override
  public void at(Instant now) {
    List<InHands> held = inClosedBuckets(now);
    Map<LeadId, Lead> known =
        leads.of(held.stream().map(one -> one.lead().value()).toList()).stream()
            .collect(Collectors.toMap(Lead::id, lead -> lead));
    revokeClaims.of(
        held.stream()
            .filter(one -> isForbidden(Objects.requireNonNull(known.get(one.lead())), one, now))
            .map(InHands::claim)
            .toList(),
        REASON,
        now);
  }

  /** A bucket keeps the strictest law of its leads: where it is open, none of them is forbidden. */
  private List<InHands> inClosedBuckets(Instant now) {
    List<InHands> held = inHands(now);
    Set<Long> closed =
        buckets
            .lawsOf(held.stream().map(InHands::bucket).collect(Collectors.toSet()))
            .entrySet()
            .stream()
            .filter(law -> !law.getValue().verdictAt(now).blockedBy().isEmpty())
            .map(law -> law.getKey())
            .collect(Collectors.toSet());
    return held.stream().filter(one -> closed.contains(one.bucket())).toList();
  }

  /** Those that may still be dialled: a call that is under way when its window closes goes on. */
  private List<InHands> inHands(Instant now) {
    return sql.query(
        """
        select q.claim_id, q.lead_id, c.phone, q.bucket_id
        from queue_entry q
        join claim c on c.tenant_id = :tenant and c.lead_id = q.lead_id and c.id = q.claim_id and c.phone is not null and c.call_until > :now
        where q.tenant_id = :tenant and q.state = 'LEASED'
        order by q.lead_id
        """,
        q ->
            q.bind("now", now)
                .map(
                    (rs, ctx) ->
                        new InHands(
                            new ClaimId(rs.getObject("claim_id", UUID.class)),
                            new LeadId(rs.getObject("lead_id", UUID.class)),
                            new PhoneNumber(rs.getString("phone")),
                            rs.getLong("bucket_id")))
                .list());
  }

  /** By the place of the lead itself, and only by what the house has a say in. */
  private boolean isForbidden(Lead lead, InHands held, Instant now) {
    return judgePlace.towards(lead, held.number(), now).verdict().blockedBy().stream()
        .anyMatch(by -> CallingRules.isOfHouse(by.id()));
  }
}
