package io.warmline.core.bulk;

import io.warmline.core.NotFound;
import io.warmline.core.WarmlineException;
import io.warmline.core.bulk.BulkItem.Outcome;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.TenantTransaction;
import io.warmline.core.tenant.TenantTransaction.Collision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Carries bulk operations out, lead by lead, each in a transaction of its own. A dry run does the
 * same and takes each step back, so that it says what would be refused, by the same rules.
 */
@ApplicationScoped
public class RunBulk implements Chore {

  private static final Logger LOG = Logger.getLogger(RunBulk.class);

  private static final int BATCH = 100;

  /** A fault of ours, which is in the log: one lead does not hold up the others for ever. */
  private static final String FAILED = "FAILED";

  private final TenantTransaction transaction;
  private final BulkOperations operations;
  private final BulkStep step;
  private final Clock clock;

  RunBulk(TenantTransaction transaction, BulkOperations operations, BulkStep step, Clock clock) {
    this.transaction = transaction;
    this.operations = operations;
    this.step = step;
    this.clock = clock;
  }

  /** Takes a step of a dry run back. */
  private static final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient BulkItem item;

    Rehearsed(BulkItem item) {
      super("rehearsed", null, false, false);
      this.item = item;
    }
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select tenant_id from bulk_operation where status = 'RUNNING'
        """);
  }

  @Override
  public void tick() {
    Optional<BulkOperation> running = transaction.call(operations::running);
    while (running.isPresent()) {
      carryOut(running.get());
      running = transaction.call(operations::running).filter(next -> !isWorkedOnByOthers(next));
    }
  }

  /** What others hold is theirs to end. */
  private boolean isWorkedOnByOthers(BulkOperation operation) {
    return transaction.call(() -> operations.waiting(operation.id(), 1)).stream()
        .anyMatch(item -> !transaction.call(() -> operations.take(operation.id(), item.lead())));
  }

  private void carryOut(BulkOperation operation) {
    List<BulkItem> items;
    do {
      items = transaction.call(() -> operations.waiting(operation.id(), BATCH));
      long done = items.stream().filter(item -> carryOut(operation, item)).count();
      if (done == 0) {
        break;
      }
    } while (items.size() == BATCH);
    transaction.run(() -> operations.finish(operation.id(), clock.instant()));
  }

  /** Whether it was ours to do. */
  private boolean carryOut(BulkOperation operation, BulkItem item) {
    try {
      return transaction.call(
          () -> {
            if (!operations.take(operation.id(), item.lead())) {
              return false;
            }
            BulkItem done = step.of(operation, item, clock.instant());
            if (operation.dryRun()) {
              throw new Rehearsed(done);
            }
            operations.write(operation.id(), done);
            return true;
          });
    } catch (Rehearsed rehearsed) {
      note(operation, rehearsed.item);
    } catch (NotFound gone) {
      note(operation, refused(item, "NOT_FOUND"));
    } catch (WarmlineException refusal) {
      note(operation, refused(item, refusal.code().name()));
    } catch (Collision others) {
      throw others;
    } catch (RuntimeException failure) {
      LOG.errorf(
          failure, "The lead %s of the bulk operation %s failed.", item.lead(), operation.id());
      note(operation, refused(item, FAILED));
    }
    return true;
  }

  private void note(BulkOperation operation, BulkItem item) {
    transaction.run(() -> operations.write(operation.id(), item));
  }

  private static BulkItem refused(BulkItem item, String code) {
    return new BulkItem(
        item.lead(),
        item.ordinal(),
        Outcome.REFUSED,
        Optional.of(code),
        item.callback(),
        item.agent(),
        item.tags());
  }
}
