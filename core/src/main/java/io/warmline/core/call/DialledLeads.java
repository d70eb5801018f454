package io.warmline.core.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.Deliverable;
import io.warmline.core.campaign.Objective;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadBook;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadPhones;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Qualification;
import io.warmline.core.lead.QualificationText;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Numbers;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Reads the leads that are being called, and writes their counters. */
@ApplicationScoped
class DialledLeads {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TenantSql sql;
  private final LeadBook book;
  private final LeadPhones phones;
  private final Numbers numbers;

  DialledLeads(TenantSql sql, LeadBook book, LeadPhones phones, Numbers numbers) {
    this.sql = sql;
    this.book = book;
    this.phones = phones;
    this.numbers = numbers;
  }

  /**
   * The lead, under the locks of its numbers.
   *
   * @throws NotFound if the tenant has no such lead
   * @throws WarmlineException LEAD_ERASED
   */
  DialledLead take(LeadId id) {
    numbers.lockOf(List.of(id.value()));
    DialledLead lead = read(id);
    lead.requireNotErased();
    return lead;
  }

  /** Locks the number that was dialled too, where it is none of the lead's. */
  void lock(PhoneNumber number, DialledLead lead) {
    if (lead.phones().stream().noneMatch(p -> p.number().equals(number))) {
      numbers.lock(List.of(number));
    }
  }

  /**
   * The lead as it is now.
   *
   * @throws NotFound if the tenant has no such lead
   */
  DialledLead read(LeadId id) {
    List<LeadPhone> own = phones.of(id);
    return sql.query(
            """
            select l.campaign_id, l.status, l.attempts, l.hang_ups, l.erased_at is not null as erased,
                   coalesce(l.country, c.default_country) as country, c.time_zone, c.retries, c.deliverable, l.qualification, c.max_attempts,
                   c.max_attempts_per_number_per_day, c.min_minutes_between_attempts, c.lease_seconds,
                   c.callback_grace_minutes, c.callback_default_delay_minutes, c.max_deferrals, c.objective, q.phone as dialled_next,
                   array(select k.started_at from call k
                         where k.tenant_id = :tenant and k.lead_id = l.id
                         order by k.id desc limit 50) as attempts_before
            from lead l join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
            left join queue_entry q on q.tenant_id = :tenant and q.lead_id = l.id
            where l.tenant_id = :tenant and l.id = :id
            """,
            q -> q.bind("id", id.value()).map((RowView row) -> lead(id, row, own)).findOne())
        .orElseThrow(() -> new NotFound("lead", id));
  }

  private static DialledLead lead(LeadId id, RowView row, List<LeadPhone> numbers) {
    return new DialledLead(
        id,
        row.getColumn("campaign_id", CampaignId.class),
        row.getColumn("status", LeadStatus.class),
        row.getColumn("attempts", Integer.class),
        row.getColumn("hang_ups", Integer.class),
        row.getColumn("erased", Boolean.class),
        row.getColumn("country", String.class),
        row.getColumn("time_zone", ZoneId.class),
        policy(row),
        row.getColumn("objective", Objective.class),
        retries(row.getColumn("retries", String.class)),
        new CampaignDemands(
            row.getColumn("deliverable", Deliverable.class),
            QualificationText.read(row.getColumn("qualification", String.class))),
        Optional.ofNullable(row.getColumn("dialled_next", PhoneNumber.class)),
        attempts(row.getColumn("attempts_before", Timestamp[].class)),
        numbers);
  }

  private static List<Instant> attempts(Timestamp[] startedAt) {
    return Arrays.stream(startedAt).map(Timestamp::toInstant).toList();
  }

  private static CampaignPolicy policy(RowView row) {
    return new CampaignPolicy(
        row.getColumn("max_attempts", Integer.class),
        row.getColumn("max_attempts_per_number_per_day", Integer.class),
        row.getColumn("min_minutes_between_attempts", Integer.class),
        row.getColumn("lease_seconds", Integer.class),
        row.getColumn("callback_grace_minutes", Integer.class),
        row.getColumn("callback_default_delay_minutes", Integer.class),
        row.getColumn("max_deferrals", Integer.class));
  }

  private static RetryDelays retries(String text) {
    try {
      return JSON.readValue(text, RetryDelays.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the retry delays of a campaign are not readable", e);
    }
  }

  /** Counts the call as an attempt on its lead, if it is one. */
  void count(Aftermath after) {
    boolean contacted = after.call().disposition().humanReached();
    change(
        after.lead().id(),
        lead -> lead.dialled(after.call().startedAt(), after.counted(), after.hungUp(), contacted),
        after.now());
  }

  /** What the latest call found out about the lead is what is known about it. */
  void learn(LeadId id, @Nullable Qualification found, Instant now) {
    if (found != null) {
      change(id, lead -> lead.learn(found), now);
    }
  }

  /** Known is again what the call before this one found out. */
  void unlearn(Call call, Instant now) {
    if (call.findings().qualification() != null) {
      Qualification before = foundBefore(call);
      change(call.lead(), lead -> lead.learn(before), now);
    }
  }

  private @Nullable Qualification foundBefore(Call call) {
    return sql.query(
            """
            select k.qualification from call k
            where k.tenant_id = :tenant and k.lead_id = :lead and k.id <> :call and k.qualification is not null
            order by k.started_at desc, k.id desc
            limit 1
            """,
            q ->
                q.bind("lead", call.lead().value())
                    .bind("call", call.id().value())
                    .mapTo(String.class)
                    .findOne())
        .map(QualificationText::read)
        .orElse(null);
  }

  /** Takes back that the call was counted. That somebody was reached stays. */
  void countBack(Call call, Instant now) {
    int attempts = call.disposition().countsAsAttempt() ? 1 : 0;
    int hangUps = call.disposition() == Disposition.HUNG_UP ? 1 : 0;
    change(call.lead(), lead -> lead.countedBack(attempts, hangUps), now);
  }

  void nextAttempt(LeadId id, Instant at, Instant now) {
    change(id, lead -> lead.nextAttemptAt(at), now);
  }

  void noNextAttempt(LeadId id, Instant now) {
    change(id, lead -> lead.nextAttemptAt(null), now);
  }

  /** The caller has taken the lead. */
  void change(LeadId id, UnaryOperator<Lead> verb, Instant now) {
    Lead lead = book.get(id);
    book.write(lead, verb.apply(lead), now);
  }
}
