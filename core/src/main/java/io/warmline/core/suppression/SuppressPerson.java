package io.warmline.core.suppression;

import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.tenant.TenantSql;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Stops calls to a person, not to a line: on all numbers of the lead, and to leads that share one
 * of them and may be the same person. In the transaction of the refusal live claims on any of them
 * end, and the leads lose their callbacks, tasks and offers.
 */
@ApplicationScoped
public class SuppressPerson {

  private final TenantTransaction transaction;
  private final TenantSql sql;
  private final SuppressNumber numbers;

  SuppressPerson(TenantTransaction transaction, TenantSql sql, SuppressNumber numbers) {
    this.transaction = transaction;
    this.sql = sql;
    this.numbers = numbers;
  }

  /**
   * Adds the entries that a prospect asked for in a call.
   *
   * @param lead whom the refusal is of
   * @param dialled the number on which they were reached
   * @param campaign in which the call was made
   * @return the entry of the number dialled
   */
  public Suppression refuse(
      LeadId lead, PhoneNumber dialled, CampaignId campaign, SuppressionScope scope, CallId call) {
    return transaction.call(
        () -> all(lead, dialled, numbers.requestOf(dialled, campaign, scope, call)));
  }

  /**
   * Adds the entries for whoever has a number, and for every number that a lead with it has.
   *
   * @return the entry of the number named
   */
  public SuppressNumber.Added add(Suppression.Request request) {
    return transaction.call(
        () -> {
          List<LeadId> owners = ownersOf(request.phone());
          boolean created = numbers.isNew(request);
          Suppression first =
              owners.isEmpty()
                  ? numbers.addForPerson(request, Optional.empty(), Optional.empty())
                  : all(owners.get(0), request.phone(), request);
          return new SuppressNumber.Added(first, created);
        });
  }

  private Suppression all(LeadId lead, PhoneNumber dialled, Suppression.Request request) {
    Suppression first = numbers.addForPerson(request, Optional.of(lead), Optional.empty());
    numbersOf(lead).stream()
        .filter(number -> !number.equals(dialled))
        .forEach(
            number ->
                numbers.addForPerson(
                    request.on(number), Optional.of(lead), Optional.of(first.first())));
    return first;
  }

  private List<PhoneNumber> numbersOf(LeadId lead) {
    return sql.query(
        "select e164 from lead_phone where tenant_id = :tenant and lead_id = :lead order by e164",
        q ->
            q.bind("lead", lead.value()).mapTo(String.class).stream()
                .map(PhoneNumber::new)
                .toList());
  }

  private List<LeadId> ownersOf(PhoneNumber number) {
    return sql.query(
        """
        select distinct lead_id from lead_phone where tenant_id = :tenant and e164 = :phone order by lead_id
        """,
        q -> q.bind("phone", number.e164()).mapTo(UUID.class).stream().map(LeadId::new).toList());
  }
}
