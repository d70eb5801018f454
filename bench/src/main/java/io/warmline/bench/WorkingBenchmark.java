package io.warmline.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Leads claimed and calls logged over HTTP, one by one and in batches: against another version of
 * the server on a database of its own, and against db-scheduler on the same database as the server.
 */
final class WorkingBenchmark {

  private static final int MOST_A_BATCH_RUN = 800;

  private final Setting setting;
  private final Path folder;

  WorkingBenchmark(Setting setting, Path folder) {
    this.setting = setting;
    this.folder = folder;
  }

  /**
   * @param each leads worked a run
   * @param other another packaged server
   */
  void compare(int each, @Nullable Path other) throws Exception {
    int batches = Math.max(each, MOST_A_BATCH_RUN);
    int leads = (setting.warmUps() + 2 * setting.runs() + 1) * (each + batches);
    Desk desk = Desk.with(leads, 0, setting, folder);
    setting.warmUp(() -> desk.oneByOne(each));
    if (other != null) {
      againstAnother(desk, each, other);
    }
    againstJobs(desk, each, batches);
  }

  private void againstAnother(Desk desk, int each, Path other) throws Exception {
    try (Another another = Another.beside(setting, other)) {
      int leads = (setting.warmUps() + setting.runs() + 1) * each;
      Desk before = Desk.with(leads, 0, another.setting(), another.folder());
      setting.warmUp(() -> before.oneByOne(each));
      Series now = new Series();
      Series then = new Series();
      for (int run = 0; run < setting.runs(); run++) {
        now.add(desk.oneByOne(each));
        then.add(before.oneByOne(each));
      }
      Benchmark.say("");
      Benchmark.say("leads claimed and logged/s, %d clients, %d a run", Setting.CLIENTS, each);
      Benchmark.say("    this server %s", now);
      Benchmark.say("  another server %s", then);
      Benchmark.ratio("claim and log, this server / another", now, then);
    }
  }

  private void againstJobs(Desk desk, int each, int batches) throws Exception {
    Jobs jobs = new Jobs(setting.server().database());
    setting.warmUp(() -> desk.inBatches(batches));
    jobs.rate(each);
    Series single = new Series();
    Series batch = new Series();
    Series scheduled = new Series();
    for (int run = 0; run < setting.runs(); run++) {
      single.add(desk.oneByOne(each));
      batch.add(desk.inBatches(batches));
      scheduled.add(jobs.rate(batches));
    }
    Benchmark.say("");
    Benchmark.say(
        "leads claimed and logged/s, %d clients, against jobs of db-scheduler", Setting.CLIENTS);
    Benchmark.say("     one by one %s", single);
    Benchmark.say("  in batches of 100 %s", batch);
    Benchmark.say("   db-scheduler %s", scheduled);
    Benchmark.ratio("one by one / db-scheduler", single, scheduled);
    Benchmark.ratio("in batches / db-scheduler", batch, scheduled);
  }
}
