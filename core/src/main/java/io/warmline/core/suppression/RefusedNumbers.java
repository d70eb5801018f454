package io.warmline.core.suppression;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.warmline.core.NotFound;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.Leads;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.RefusedPersons;
import io.warmline.core.tenant.Question;
import io.warmline.core.tenant.RoundTrip;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.result.ResultBearing;

/** Which numbers of leads are not called because of an entry. Registries are another thing. */
@ApplicationScoped
public class RefusedNumbers {

  private static final String AMONG =
      """
      select p.lead_id, p.e164
      from lead l
      join campaign c on c.tenant_id = :tenant and c.id = l.campaign_id
      join lead_phone p on p.tenant_id = :tenant and p.lead_id = l.id
      where l.tenant_id = :tenant and l.id = any(:leads)
        and (exists (select 1 from suppression s
                     where s.tenant_id = :tenant and s.phone = p.e164 and s.removed_at is null
                       and (s.scope = 'TENANT' or s.campaign_id = l.campaign_id or s.client_id = c.client_id)
                     offset 0)
             or %s)
      """
          .formatted(RefusedPersons.REFUSED.strip());

  private final TenantTransaction transaction;
  private final TenantSql sql;

  RefusedNumbers(TenantTransaction transaction, TenantSql sql) {
    this.transaction = transaction;
    this.sql = sql;
  }

  private record Row(LeadId lead, PhoneNumber number) {}

  /**
   * The numbers of these leads that are not called for whom the lead is called for; of a lead that
   * is not called at all, all. A lead without any is missing.
   *
   * <p>A lead that came after the refusal is of any status.
   */
  public Map<LeadId, Set<PhoneNumber>> of(Collection<Lead> leads) {
    Map<LeadId, Set<PhoneNumber>> refused = new HashMap<>();
    Set<UUID> others = new HashSet<>();
    for (Lead lead : leads) {
      if (lead.status() == LeadStatus.DO_NOT_CALL) {
        refused.put(lead.id(), Set.copyOf(lead.numbers()));
      } else if (!lead.numbers().isEmpty()) {
        others.add(lead.id().value());
      }
    }
    if (!others.isEmpty()) {
      refused.putAll(sql.ask(among(others)));
    }
    return refused;
  }

  /**
   * A lead, and which of its numbers are not called.
   *
   * @param refused as {@link #of} tells them
   */
  public record WithRefused(Lead lead, Set<PhoneNumber> refused) {}

  /**
   * A lead with the numbers of it that are not called, read in one round trip.
   *
   * @throws NotFound if the tenant has none with this id
   */
  public WithRefused get(LeadId id) {
    RoundTrip trip = sql.roundTrip();
    Supplier<List<Lead>> found = trip.ask(Leads.those(List.of(id)));
    Supplier<Map<LeadId, Set<PhoneNumber>>> refused = trip.ask(among(Set.of(id.value())));
    transaction.make(trip);
    Lead lead = found.get().stream().findFirst().orElseThrow(() -> new NotFound("lead", id));
    return new WithRefused(
        lead,
        lead.status() == LeadStatus.DO_NOT_CALL
            ? Set.copyOf(lead.numbers())
            : refused.get().getOrDefault(id, Set.of()));
  }

  private static Question<Map<LeadId, Set<PhoneNumber>>> among(Set<UUID> leads) {
    return new Question<>(
        AMONG, Map.of("leads", leads.toArray(UUID[]::new)), RefusedNumbers::numbers);
  }

  private static Map<LeadId, Set<PhoneNumber>> numbers(ResultBearing rows) {
    return rows
        .map(
            (rs, ctx) ->
                new Row(new LeadId(rs.getObject(1, UUID.class)), new PhoneNumber(rs.getString(2))))
        .stream()
        .collect(groupingBy(Row::lead, mapping(Row::number, toSet())));
  }
}
