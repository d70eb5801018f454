package io.warmline.core.simulation;

import java.time.Duration;
import java.time.Instant;

/**
 * Thirty days at steps of one minute. Of what the book expects, nothing is asked of the product;
 * what the product answers is entered in the book, and whatever does not agree with it fails.
 */
final class Month {

  /** One hour before the clocks change in Australia; later those of Europe and America do. */
  static final Instant START = Instant.parse("2026-10-03T15:00:00Z");

  static final int MINUTES = 30 * 24 * 60;

  /** By then all promises have been made. */
  private static final int LAST_PROMISE = 29 * 24 * 60;

  private static final int DAY = 24 * 60;

  private final Product product;
  private final Firm firm;
  private final World world;
  private final CallFloor floor;
  private final Prospects prospects;
  private Instant serverBackAt = START;
  private Instant housekeepingBackAt = START;

  Month(Product product, Firm firm, World world) {
    this.product = product;
    this.firm = firm;
    this.world = world;
    this.prospects = new Prospects(product, world);
    this.floor = new CallFloor(product, world, prospects);
  }

  /**
   * One minute.
   *
   * @param promises how many are made in the month
   */
  void minute(int minute, int promises, Instant now) {
    world.ledger().pass(now);
    misfortune(minute, now);
    if (now.isBefore(serverBackAt)) {
      return;
    }
    if (!now.isBefore(housekeepingBackAt) && isRoundDue(minute, now)) {
      round(now);
    }
    prospects.minute((int) Math.min(promises, (long) promises * minute / LAST_PROMISE), now);
    for (SimulatedAgent agent : world.staff().all()) {
      floor.minuteOf(agent, now);
    }
  }

  /** Every server does it each second; here, when there is something to do, and once an hour. */
  private boolean isRoundDue(int minute, Instant now) {
    return minute % 60 == 0 || (minute % 5 == 0 && world.ledger().awaitsRound(now));
  }

  /** Housekeeping comes by. */
  void round(Instant now) {
    product.round();
    world.ledger().roundMade(now);
  }

  private void misfortune(int minute, Instant now) {
    Chance chance = world.chance();
    if (minute % (DAY + 7 * 60) == 500) {
      powerCut(now);
      serverBackAt = now.plus(Duration.ofMinutes(chance.between(0, 120)));
    } else if (minute % (3 * DAY) == 900) {
      housekeepingBackAt = now.plus(Duration.ofMinutes(chance.between(120, 480)));
    } else if (minute % (2 * DAY) == 1300) {
      anOwnerVanishes(now);
    }
  }

  /** What was under way is lost, and so is all that the process remembered. */
  private void powerCut(Instant now) {
    world.staff().employed().forEach(agent -> floor.inVain(agent, now));
    product.abandon(product::round);
    product.restart();
  }

  private void anOwnerVanishes(Instant now) {
    SimulatedAgent gone = world.chance().oneOf(world.staff().employed());
    product.agents.delete(gone.id());
    gone.leave();
    world.prospects().forEach(prospect -> prospect.line().freeFrom(gone.id()));
    world.ledger().left(gone.id(), now);
    world.staff().hire(firm.successorOf(gone));
  }
}
