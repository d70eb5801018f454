package io.warmline.core.suppression;

import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.client.Clients;
import io.warmline.core.id.CallId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.Numbers;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stops calls to a number for good, and lifts that on evidence. In the transaction of the entry,
 * live claims on the number end, and leads that have no other number left become DO_NOT_CALL and
 * lose their open callbacks.
 */
@ApplicationScoped
public class SuppressNumber {

  private final TenantTransaction transaction;
  private final Suppressions suppressions;
  private final Campaigns campaigns;
  private final Clients clients;
  private final Numbers numbers;
  private final StopCalls calls;
  private final Clock clock;

  SuppressNumber(
      TenantTransaction transaction,
      Suppressions suppressions,
      Campaigns campaigns,
      Clients clients,
      Numbers numbers,
      StopCalls calls,
      Clock clock) {
    this.transaction = transaction;
    this.suppressions = suppressions;
    this.campaigns = campaigns;
    this.clients = clients;
    this.numbers = numbers;
    this.calls = calls;
    this.clock = clock;
  }

  /** An entry, and whether it is new. */
  public record Added(Suppression entry, boolean created) {}

  /**
   * Adds the entry; one that is there already is given back as it is.
   *
   * @throws NotFound if there is no such campaign or client
   */
  public Added add(Suppression.Request request) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          request.campaign().ifPresent(campaigns::get);
          request.client().ifPresent(clients::get);
          numbers.lock(List.of(request.phone()));
          return suppressions
              .same(request)
              .map(same -> new Added(same, false))
              .orElseGet(() -> new Added(enforce(request, now), true));
        });
  }

  /**
   * What a prospect asked for in a call. A campaign without a client calls on the tenant's own
   * behalf, so that a refusal of its client is one of the whole tenant.
   *
   * @param campaign in which the call was made
   */
  Suppression.Request requestOf(
      PhoneNumber phone, CampaignId campaign, SuppressionScope scope, CallId call) {
    return switch (scope) {
      case TENANT ->
          new Suppression.Request(phone, Optional.empty(), Optional.empty(), Optional.of(call));
      case CLIENT ->
          new Suppression.Request(
              phone,
              Optional.empty(),
              campaigns.get(campaign).client(),
              Optional.empty(),
              Optional.of(call));
      case CAMPAIGN ->
          new Suppression.Request(
              phone, Optional.of(campaign), Optional.empty(), Optional.of(call));
    };
  }

  /** Whether there is no such entry yet. */
  boolean isNew(Suppression.Request request) {
    return suppressions.same(request).isEmpty();
  }

  /**
   * Adds an entry that holds for a person, or widens the one that is there; in the transaction of
   * the caller.
   *
   * @param lead whose it is, if a lead has the number
   * @param first the entry with which it is lifted
   */
  Suppression addForPerson(
      Suppression.Request request, Optional<LeadId> lead, Optional<SuppressionId> first) {
    Instant now = clock.instant();
    request.campaign().ifPresent(campaigns::get);
    request.client().ifPresent(clients::get);
    numbers.lock(List.of(request.phone()));
    Suppression entry = suppressions.same(request).orElseGet(() -> suppressions.add(request, now));
    entry.reachPerson(lead, first);
    suppressions.flush();
    calls.stop(entry, now);
    return entry;
  }

  private Suppression enforce(Suppression.Request request, Instant now) {
    Suppression entry = suppressions.add(request, now);
    calls.stop(entry, now);
    return entry;
  }

  /**
   * Lifts an entry, and those that were made with it for other numbers of the person. Leads that
   * have no other against them can be called again.
   *
   * @param evidence kept on record, with who gave it
   * @throws NotFound if there is no such entry
   * @throws WarmlineException SUPPRESSION_REMOVED if it was lifted before
   */
  public Suppression remove(SuppressionId id, Suppression.Evidence evidence) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Suppression entry = suppressions.get(id);
          List<Suppression> others = suppressions.madeWith(entry);
          numbers.lock(
              Stream.concat(Stream.of(entry), others.stream()).map(Suppression::phone).toList());
          suppressions.lift(entry, evidence, now);
          others.forEach(other -> suppressions.lift(other, evidence, now));
          calls.resume(entry, now);
          others.forEach(other -> calls.resume(other, now));
          suppressions.announceLifted(entry, now);
          others.forEach(other -> suppressions.announceLifted(other, now));
          return entry;
        });
  }
}
