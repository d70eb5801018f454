package io.warmline.core.call;

import io.warmline.core.NotFound;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadPhones;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What logging a call has to know about its lead, read in one go and by plain SQL: this is the
 * busiest write there is.
 *
 * @param dialledNext the number the queue would dial; empty if none can be
 * @param phones in the order in which they are tried
 */
record DialledLead(
    LeadId id,
    CampaignId campaign,
    LeadStatus status,
    int attempts,
    int hangUps,
    boolean erased,
    String country,
    ZoneId campaignZone,
    CampaignPolicy policy,
    RetryDelays retries,
    Optional<PhoneNumber> dialledNext,
    List<LeadPhone> phones) {

  /**
   * The number that was dialled if nobody says otherwise: the one to dial, else the first that
   * works.
   */
  Optional<PhoneNumber> nextNumber() {
    return dialledNext.or(this::firstThatWorks);
  }

  private Optional<PhoneNumber> firstThatWorks() {
    return phones.stream().filter(p -> p.uncallable().isEmpty()).map(LeadPhone::number).findFirst();
  }

  /** Where the prospect is, as far as that number tells. */
  ZoneId zoneOf(PhoneNumber number) {
    return phones.stream()
        .filter(p -> p.number().equals(number))
        .findFirst()
        .map(p -> p.zones().candidates().iterator().next())
        .orElse(campaignZone);
  }

  OutcomePolicy outcomes(PhoneNumber number) {
    return new OutcomePolicy(retries, policy.maxAttempts(), zoneOf(number));
  }

  void requireNotErased() {
    if (erased) {
      throw Lead.erasedRefusal();
    }
  }

  /** Reads and writes the counters of leads. */
  @ApplicationScoped
  static class Reader {

    private static final com.fasterxml.jackson.databind.ObjectMapper JSON =
        new com.fasterxml.jackson.databind.ObjectMapper();

    private final TenantSql sql;
    private final LeadPhones phones;

    Reader(TenantSql sql, LeadPhones phones) {
      this.sql = sql;
      this.phones = phones;
    }

    /**
     * @throws NotFound if the tenant has no such lead
     */
    DialledLead read(LeadId id) {
      List<LeadPhone> numbers = phones.of(id);
      return sql.query(
              """
              select l.campaign_id, l.status, l.attempts, l.hang_ups, l.erased_at is not null as erased,
                     coalesce(l.country, c.default_country) as country, c.time_zone, c.retries, c.max_attempts,
                     c.max_attempts_per_number_per_day, c.min_minutes_between_attempts, c.lease_seconds,
                     c.callback_grace_minutes, c.callback_default_delay_minutes, q.phone as dialled_next
              from lead l join campaign c on c.tenant_id = l.tenant_id and c.id = l.campaign_id
              left join queue_entry q on q.tenant_id = l.tenant_id and q.lead_id = l.id
              where l.tenant_id = :tenant and l.id = :id
              """,
              q -> q.bind("id", id.value()).map((rs, ctx) -> row(id, rs, numbers)).findOne())
          .orElseThrow(() -> new NotFound("lead", id));
    }

    private static DialledLead row(LeadId id, ResultSet rs, List<LeadPhone> numbers)
        throws SQLException {
      return new DialledLead(
          id,
          new CampaignId(rs.getObject("campaign_id", UUID.class)),
          LeadStatus.valueOf(rs.getString("status")),
          rs.getInt("attempts"),
          rs.getInt("hang_ups"),
          rs.getBoolean("erased"),
          rs.getString("country"),
          ZoneId.of(rs.getString("time_zone")),
          new CampaignPolicy(
              rs.getInt("max_attempts"),
              rs.getInt("max_attempts_per_number_per_day"),
              rs.getInt("min_minutes_between_attempts"),
              rs.getInt("lease_seconds"),
              rs.getInt("callback_grace_minutes"),
              rs.getInt("callback_default_delay_minutes")),
          retries(rs.getString("retries")),
          Optional.ofNullable(rs.getString("dialled_next")).map(PhoneNumber::new),
          numbers);
    }

    private static RetryDelays retries(String text) {
      try {
        return JSON.readValue(text, RetryDelays.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Counts an attempt, or takes it back (minus one). */
    void count(
        LeadId id, int attempts, int hangUps, boolean contacted, Instant startedAt, Instant now) {
      sql.update(
          """
          update lead
          set attempts = greatest(attempts + :attempts, 0), hang_ups = greatest(hang_ups + :hangUps, 0),
              last_attempt_at = greatest(last_attempt_at, :started),
              contacted_at = case when :contacted then least(contacted_at, :started) else contacted_at end,
              version = version + 1, updated_at = :now
          where tenant_id = :tenant and id = :id
          """,
          u ->
              u.bind("id", id.value())
                  .bind("attempts", attempts)
                  .bind("hangUps", hangUps)
                  .bind("contacted", contacted)
                  .bind("started", startedAt)
                  .bind("now", now));
    }

    void nextAttempt(LeadId id, Instant at) {
      sql.update(
          "update lead set next_attempt_at = :at where tenant_id = :tenant and id = :id",
          u -> u.bind("id", id.value()).bind("at", at));
    }

    void noNextAttempt(LeadId id) {
      sql.update(
          "update lead set next_attempt_at = null where tenant_id = :tenant and id = :id",
          u -> u.bind("id", id.value()));
    }
  }
}
