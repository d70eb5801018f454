package io.warmline.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A month in which agents come and go, owners vanish and the server is killed now and then. At its
 * end every callback is kept, cancelled with a reason, or open and, once due, at the top of the
 * queue; none was ever offered outside its law, before its time, or to the wrong agent.
 *
 * <p>There is no server process here, so that a kill is what it leaves behind: transactions that
 * were never committed, claims that nobody ended, a process that remembers nothing, hours without
 * an answer. Housekeeping fails for some hours now and then while everybody else goes on. Processes
 * are really killed in the tests of the server.
 *
 * <p>{@code -Dwarmline.month.seed=…} gives another month, {@code -Dwarmline.month.callbacks=…} more
 * or fewer callbacks (the ordinary build makes 300; 10,000 is the full month).
 */
@QuarkusTest
class CallbackMonthTest extends OnPostgres {

  private static final Logger LOG = Logger.getLogger(CallbackMonthTest.class);

  private static final long SEED = Long.getLong("warmline.month.seed", 20261003);
  private static final int CALLBACKS = Integer.getInteger("warmline.month.callbacks", 300);

  /** After the end, somewhere in the world it is day, and more of what is open falls due. */
  private static final int HOURS_AFTER = 24;

  /** By then much of what is still open has fallen due. */
  private static final int HOURS_AFTER_AT_MOST = 7 * 24;

  @Inject Product product;
  @Inject Firm firm;
  @Inject LedgerAudit audit;

  @Test
  void everyCallbackOfAMonthIsKeptOrCancelledWithAReasonOrOpenAndAtTheTop() {
    LOG.infof("seed %d, %d callbacks", SEED, CALLBACKS);
    clock.set(Month.START);
    List<Drive> drives = firm.drives();
    Chance chance = new Chance(SEED);
    World world = new World(firm.leads(drives, CALLBACKS / 2, chance), firm.staff(drives), chance);
    Month month = new Month(product, firm, world);

    for (int minute = 0; minute < Month.MINUTES; minute++) {
      clock.set(Month.START.plus(Duration.ofMinutes(minute)));
      month.minute(minute, CALLBACKS, clock.instant());
      if (minute % 1440 == 0) {
        LOG.infof("%s: %s", clock.instant(), world.ledger());
      }
    }

    atTheTop(month, world, drives);
    audit.everyPromiseIsAccountedFor(world.ledger());
    audit.allNewsWasToldOnce(world.ledger());
    assertThat(world.ledger().size()).isGreaterThanOrEqualTo(CALLBACKS);
  }

  private void atTheTop(Month month, World world, List<Drive> drives) {
    Instant end = clock.instant();
    int found = 0;
    for (int hours = 0; isWorthALook(hours, found); hours++) {
      clock.set(end.plus(Duration.ofHours(hours)));
      world.ledger().pass(clock.instant());
      month.round(clock.instant());
      found += audit.duePromisesAreAtTheTop(world.ledger(), drives, clock.instant());
    }
    assertThat(found).as("due promises looked at").isPositive();
  }

  private static boolean isWorthALook(int hours, int found) {
    return hours <= HOURS_AFTER || (found == 0 && hours <= HOURS_AFTER_AT_MOST);
  }
}
