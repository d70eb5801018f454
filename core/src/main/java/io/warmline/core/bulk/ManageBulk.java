package io.warmline.core.bulk;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.WarmlineException;
import io.warmline.core.agent.Agents;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.BulkId;
import io.warmline.core.imports.Imports;
import io.warmline.core.tag.KnownTags;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Begins bulk operations, and takes them back. {@link RunBulk} carries them out. */
@ApplicationScoped
public class ManageBulk {

  private final TenantTransaction transaction;
  private final BulkOperations operations;
  private final Agents agents;
  private final Campaigns campaigns;
  private final Imports imports;
  private final KnownTags tags;
  private final Clock clock;

  ManageBulk(
      TenantTransaction transaction,
      BulkOperations operations,
      Agents agents,
      Campaigns campaigns,
      Imports imports,
      KnownTags tags,
      Clock clock) {
    this.transaction = transaction;
    this.operations = operations;
    this.agents = agents;
    this.campaigns = campaigns;
    this.imports = imports;
    this.tags = tags;
    this.clock = clock;
  }

  /**
   * Finds the leads and begins.
   *
   * @throws NotFound if an agent, a campaign or an import that is named does not exist
   * @throws InvalidValue UNKNOWN_TAG if no lead of the campaign has ever had a tag of the filter
   */
  public BulkOperation begin(BulkOrder order) {
    return transaction.call(
        () -> {
          order.from().ifPresent(agents::requireKnown);
          order.to().forEach(agents::get);
          order.campaign().ifPresent(campaigns::get);
          order.filter().campaign().ifPresent(campaigns::get);
          order.filter().imports().forEach(imports::get);
          requireTags(order.filter());
          BulkId id = BulkId.next();
          operations.add(id, order, clock.instant());
          return operations.get(id);
        });
  }

  private void requireTags(BulkFilter filter) {
    tags.require(filter.tags().names(), filter.campaign().stream().toList(), "/filter/tags");
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
