package io.warmline.core.bulk;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.bulk.BulkOperation.UsedFilter;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.BulkId;
import io.warmline.core.savedfilter.CheckConditions;
import io.warmline.core.savedfilter.SavedFilter;
import io.warmline.core.savedfilter.UseSavedFilter;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Begins bulk operations, and takes them back. {@link RunBulk} carries them out. */
@ApplicationScoped
public class ManageBulk {

  private final TenantTransaction transaction;
  private final BulkOperations operations;
  private final Agents agents;
  private final Campaigns campaigns;
  private final CheckConditions check;
  private final UseSavedFilter savedFilters;
  private final Clock clock;

  ManageBulk(
      TenantTransaction transaction,
      BulkOperations operations,
      Agents agents,
      Campaigns campaigns,
      CheckConditions check,
      UseSavedFilter savedFilters,
      Clock clock) {
    this.transaction = transaction;
    this.operations = operations;
    this.agents = agents;
    this.campaigns = campaigns;
    this.check = check;
    this.savedFilters = savedFilters;
    this.clock = clock;
  }

  /**
   * Finds the leads and begins.
   *
   * @throws NotFound if an agent, a campaign, an import or a saved filter that is named does not
   *     exist
   * @throws InvalidValue UNKNOWN_TAG if no lead of the campaign has ever had a tag of the filter
   * @throws WarmlineException SAVED_FILTER_OUTDATED if what the saved filter names is gone
   */
  public BulkOperation begin(BulkOrder order) {
    return transaction.call(
        () -> {
          order.from().ifPresent(agents::requireKnown);
          order.to().forEach(agents::get);
          order.campaign().ifPresent(campaigns::get);
          check.require(order.filter().conditions(), "/filter");
          Optional<UsedFilter> saved =
              order.filter().savedFilter().map(savedFilters::get).map(ManageBulk::used);
          BulkId id = BulkId.next();
          operations.add(id, order, saved, clock.instant());
          return operations.get(id);
        });
  }

  private static UsedFilter used(SavedFilter filter) {
    return new UsedFilter(filter.id(), filter.terms().name(), filter.terms().conditions());
  }

  /**
   * Begins to take an operation back: callbacks go back to whose they were, tags are as before.
   * What has changed since is left as it is, and named.
   *
   * @throws NotFound if there is no such operation
   * @throws WarmlineException BULK_NOT_UNDOABLE if it was only tried, is not done yet, was taken
   *     back before, or cannot be
   */
  public BulkOperation undo(BulkId id, boolean dryRun) {
    return transaction.call(
        () -> {
          BulkOperation done = operations.get(id);
          requireUndoable(done);
          BulkId undoing = BulkId.next();
          operations.addUndoing(undoing, done, dryRun, clock.instant());
          return operations.get(undoing);
        });
  }

  private static void requireUndoable(BulkOperation done) {
    if (done.dryRun()) {
      throw refused("it was only tried, and changed nothing");
    }
    if (done.finishedAt().isEmpty()) {
      throw refused("it is not done yet");
    }
    if (done.undoneBy().isPresent()) {
      throw refused("it was taken back by " + done.undoneBy().get());
    }
    if (done.undoes().isPresent()) {
      throw refused("it takes another back; do that one again instead");
    }
    if (!done.kind().canBeUndone()) {
      throw refused("of " + done.kind() + " it cannot be known how it was before");
    }
  }

  private static WarmlineException refused(String why) {
    return new WarmlineException(
        ProblemCode.BULK_NOT_UNDOABLE, "The operation cannot be taken back: " + why + ".");
  }
}
