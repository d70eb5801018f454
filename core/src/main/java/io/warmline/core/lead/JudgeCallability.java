package io.warmline.core.lead;

import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.CampaignStatus;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.compliance.Opening;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Callability.Blocker;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Explains whether a lead may be called, by the same facts that the queue goes by. */
@ApplicationScoped
public class JudgeCallability {

  private static final int LEASED = 2;
  private static final int CLOSED = 9;

  private final TenantTransaction transaction;
  private final Leads leads;
  private final LeadPhones phones;
  private final Campaigns campaigns;
  private final TenantSql sql;
  private final Clock clock;

  JudgeCallability(
      TenantTransaction transaction,
      Leads leads,
      LeadPhones phones,
      Campaigns campaigns,
      TenantSql sql,
      Clock clock) {
    this.transaction = transaction;
    this.leads = leads;
    this.phones = phones;
    this.campaigns = campaigns;
    this.sql = sql;
    this.clock = clock;
  }

  private record Entry(
      int state,
      @Nullable PhoneNumber phone,
      Instant notBefore,
      @Nullable BlockCode blockedBy,
      @Nullable Instant leaseEnds,
      @Nullable Instant numberFreeAt) {}

  /**
   * @param at the instant to judge; empty: now
   */
  public Callability judge(LeadId id, Optional<Instant> at) {
    return transaction.call(() -> judge(leads.get(id), at.orElseGet(clock::instant)));
  }

  private Callability judge(Lead lead, Instant at) {
    Entry entry = entry(lead.id());
    Campaign campaign = campaigns.get(lead.campaign());
    Optional<PhoneNumber> phone = Optional.ofNullable(entry.phone());
    List<Blocker> blockers = new ArrayList<>();
    if (entry.state() == CLOSED) {
      BlockCode code = Objects.requireNonNull(entry.blockedBy());
      blockers.add(
          new Blocker(code, "The lead is not called any more: " + code + ".", Optional.empty()));
    }
    if (campaign.status() == CampaignStatus.PAUSED) {
      blockers.add(
          new Blocker(
              BlockCode.CAMPAIGN_PAUSED,
              "The campaign is paused until it is resumed.",
              Optional.empty()));
    }
    blockUntil(blockers, BlockCode.CLAIMED, "An agent holds the lead", entry.leaseEnds(), at);
    blockUntil(
        blockers,
        BlockCode.NUMBER_IN_USE,
        "The number is being called for another lead",
        entry.numberFreeAt(),
        at);
    if (entry.state() != CLOSED && entry.state() != LEASED && entry.blockedBy() != null) {
      BlockCode code = entry.blockedBy();
      blockUntil(blockers, code, "The lead waits (" + code + ")", entry.notBefore(), at);
    }
    Optional<Set<ZoneId>> zones = phone.flatMap(number -> zones(lead.id(), number));
    zones.flatMap(z -> outsideHours(campaign, z, at)).ifPresent(blockers::add);
    return new Callability(
        lead.id(), at, phone, blockers, callableAt(campaign, zones, blockers, at));
  }

  private static void blockUntil(
      List<Blocker> blockers, BlockCode code, String what, @Nullable Instant until, Instant at) {
    if (until != null && until.isAfter(at)) {
      blockers.add(new Blocker(code, what + " until " + until + ".", Optional.of(until)));
    }
  }

  private Optional<Set<ZoneId>> zones(LeadId lead, PhoneNumber number) {
    return phones.of(lead).stream()
        .filter(p -> p.number().equals(number))
        .findFirst()
        .map(p -> p.zones().candidates());
  }

  private static Optional<Blocker> outsideHours(Campaign campaign, Set<ZoneId> zones, Instant at) {
    Optional<Opening> opening = campaign.terms().callingHours().openingAt(zones, at);
    if (opening.filter(o -> o.contains(at)).isPresent()) {
      return Optional.empty();
    }
    String where = zones.stream().map(ZoneId::getId).sorted().collect(Collectors.joining(", "));
    Optional<Instant> opens = opening.map(Opening::opensAt);
    return Optional.of(
        new Blocker(
            BlockCode.CALLING_HOURS,
            "Calling hours at the prospect's place ("
                + where
                + ") "
                + opens.map(o -> "open at " + o + ".").orElse("do not open within two weeks."),
            opens));
  }

  private static Optional<Instant> callableAt(
      Campaign campaign, Optional<Set<ZoneId>> zones, List<Blocker> blockers, Instant at) {
    if (zones.isEmpty() || blockers.stream().anyMatch(b -> b.until().isEmpty())) {
      return Optional.empty();
    }
    Instant free =
        blockers.stream()
            .filter(b -> b.code() != BlockCode.CALLING_HOURS)
            .flatMap(b -> b.until().stream())
            .max(Instant::compareTo)
            .orElse(at);
    return campaign
        .terms()
        .callingHours()
        .openingAt(zones.get(), free)
        .map(opening -> opening.contains(free) ? free : opening.opensAt());
  }

  private Entry entry(LeadId lead) {
    return sql.query(
        """
        select q.state, q.phone, q.not_before, q.blocked_by, q.lease_expires_at,
               (select o.lease_expires_at from queue_entry o
                where o.tenant_id = :tenant and o.phone = q.phone and o.state = 2 and o.lead_id <> q.lead_id) as number_free_at
        from queue_entry q
        where q.tenant_id = :tenant and q.lead_id = :lead
        """,
        q -> q.bind("lead", lead.value()).map(JudgeCallability::entry).one());
  }

  private static Entry entry(RowView row) {
    return new Entry(
        row.getColumn("state", Integer.class),
        row.getColumn("phone", PhoneNumber.class),
        row.getColumn("not_before", Instant.class),
        row.getColumn("blocked_by", BlockCode.class),
        row.getColumn("lease_expires_at", Instant.class),
        row.getColumn("number_free_at", Instant.class));
  }
}
