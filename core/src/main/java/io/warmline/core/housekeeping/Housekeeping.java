package io.warmline.core.housekeeping;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.HourlyChore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Has the chores of all concepts done, for all tenants. */
@ApplicationScoped
public class Housekeeping {

  private final MakeRounds makeRounds;
  private final Instance<Chore> chores;
  private final Instance<HourlyChore> hourlyChores;

  Housekeeping(MakeRounds makeRounds, Instance<Chore> chores, Instance<HourlyChore> hourlyChores) {
    this.makeRounds = makeRounds;
    this.chores = chores;
    this.hourlyChores = hourlyChores;
  }

  /** What cannot wait: leases that ran out, promises that fall due. */
  @Scheduled(
      every = "${warmline.housekeeping.every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void everySecond() {
    makeRounds.with(chores, Chore::tick);
  }

  /** What can. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  public void everyHour() {
    makeRounds.with(hourlyChores, HourlyChore::tickHourly);
  }
}
