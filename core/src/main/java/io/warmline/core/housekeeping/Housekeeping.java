package io.warmline.core.housekeeping;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.warmline.core.search.SearchIndex;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.HourlyChore;
import io.warmline.core.tenant.Months;
import io.warmline.core.tenant.ServerClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** Has the chores of all concepts done, for all tenants. */
@ApplicationScoped
public class Housekeeping {

  private final MakeRounds makeRounds;
  private final Rounds rounds;
  private final ServerClock clock;
  private final Months months;
  private final SearchIndex searchIndex;
  private final Instance<Chore> chores;
  private final Instance<HourlyChore> hourlyChores;
  private final Pace pace = new Pace();

  Housekeeping(
      MakeRounds makeRounds,
      Rounds rounds,
      ServerClock clock,
      Months months,
      SearchIndex searchIndex,
      Instance<Chore> chores,
      Instance<HourlyChore> hourlyChores) {
    this.makeRounds = makeRounds;
    this.rounds = rounds;
    this.clock = clock;
    this.months = months;
    this.searchIndex = searchIndex;
    this.chores = chores;
    this.hourlyChores = hourlyChores;
  }

  /** What cannot wait: leases that ran out, promises that fall due. */
  @Scheduled(
      every = "${warmline.housekeeping.every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void everySecond() {
    makeRounds.whereThereIsWork(chores, Chore::tick, pace);
  }

  /** The same, however long ago it was looked for. */
  public void now() {
    makeRounds.whereThereIsWork(chores, Chore::tick, new Pace());
  }

  /**
   * Everybody, at the start and once a day: what a new version works out otherwise, and whatever
   * looking for work has missed.
   */
  @Scheduled(
      every = "${warmline.housekeeping.everybody:24h}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void everybody() {
    makeRounds.ofEverybody(chores, Chore::tick);
  }

  /** What can wait. */
  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  public void everyHour() {
    makeRounds.ofEverybody(hourlyChores, HourlyChore::tickHourly);
  }

  /** A start has made those that it needs; this keeps three ahead, and drops old ones. */
  @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
  public void keepMonths() {
    rounds.make(months::keep);
  }

  /**
   * The database's clock is asked often: a machine that was paused wakes up behind. As with the
   * rounds, nobody asks a database that is about to stop.
   */
  @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  public void compareClocks() {
    rounds.make(clock::compare);
  }

  /** Searches read what is pending one by one: after a list of a hundred thousand that is felt. */
  @Scheduled(
      every = "${warmline.housekeeping.every:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void tidySearch() {
    rounds.make(searchIndex::tidy);
  }
}
