package io.warmline.core.programme;

import io.warmline.core.NotFound;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.event.Events;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ProgrammeId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Sets programmes up, changes and ends them. */
@ApplicationScoped
public class ManageProgramme {

  private final TenantTransaction transaction;
  private final Programmes programmes;
  private final Events events;
  private final Clock clock;

  ManageProgramme(
      TenantTransaction transaction, Programmes programmes, Events events, Clock clock) {
    this.transaction = transaction;
    this.programmes = programmes;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Sets a programme up, which looks for leads at once.
   *
   * @throws NotFound if the tenant has no such campaign
   */
  public Programme create(Programme.Terms terms) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          requireCampaigns(terms.campaigns(), List.of());
          ProgrammeId id = ProgrammeId.next();
          programmes.add(id, terms, now);
          events.record(new ProgrammeEvent.Created(id, terms.kind()), now);
          return programmes.get(id);
        });
  }

  /**
   * Agrees on other terms. Tasks that were made stand.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such programme
   * @throws WarmlineException VERSION_MISMATCH
   */
  public Programme change(
      ProgrammeId id, Optional<Integer> version, UnaryOperator<Programme.Terms> change) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Programme programme = programmes.lock(id);
          Versions.require(programme.version(), version);
          Programme.Terms terms = change.apply(programme.terms());
          requireCampaigns(terms.campaigns(), programme.terms().campaigns());
          if (terms.equals(programme.terms())) {
            return programme;
          }
          programmes.write(id, terms, now);
          events.record(new ProgrammeEvent.Updated(id), now);
          return programmes.get(id);
        });
  }

  /**
   * Ends a programme. The tasks it made that are still open are withdrawn within seconds.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such programme
   * @throws WarmlineException VERSION_MISMATCH
   */
  public void delete(ProgrammeId id, Optional<Integer> version) {
    transaction.run(
        () -> {
          Instant now = clock.instant();
          Versions.require(programmes.lock(id).version(), version);
          programmes.delete(id, now);
          events.record(new ProgrammeEvent.Deleted(id), now);
        });
  }

  /** A campaign that was named before may have been deleted since. */
  private void requireCampaigns(List<CampaignId> wanted, List<CampaignId> before) {
    Set<UUID> known = programmes.known(wanted);
    for (CampaignId campaign : wanted) {
      if (!known.contains(campaign.value()) && !before.contains(campaign)) {
        throw new NotFound("campaign", campaign);
      }
    }
  }
}
