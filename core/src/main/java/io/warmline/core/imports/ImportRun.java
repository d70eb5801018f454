package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.phone.AreaCode;
import io.warmline.core.queue.BucketTerms;
import io.warmline.core.queue.HouseGround;
import io.warmline.core.queue.WindowBuckets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a server remembers from one batch of an import to the next. */
final class ImportRun {

  private final ImportJob job;
  private final WindowBuckets windows;
  private final Map<Terms, Long> buckets = new HashMap<>();
  private final Map<Terms, Long> uncommitted = new HashMap<>();
  private Import.Progress progress;
  private HouseGround ground = new HouseGround(Set.of(), Set.of());

  ImportRun(ImportJob job, WindowBuckets windows) {
    this.job = job;
    this.windows = windows;
    this.progress = job.progress();
  }

  /** Where the zones came from makes no difference. */
  private record Terms(
      Set<ZoneId> zones,
      Set<Jurisdiction> jurisdictions,
      Set<AreaCode> areaCodes,
      ConsentKind consent,
      @Nullable String language) {

    static Terms of(BucketTerms terms) {
      return new Terms(
          terms.place().zones(),
          terms.place().jurisdictions(),
          terms.areaCodes(),
          terms.consent().kind(),
          terms.language());
    }
  }

  ImportJob job() {
    return job;
  }

  /** What is committed. */
  Import.Progress progress() {
    return progress;
  }

  /**
   * A transaction begins, or begins again: buckets that the last try made are not there any more.
   * Those that are known are held before it is asked where the house has rules: where it has the
   * same as then, they are still right.
   */
  void begin() {
    uncommitted.clear();
    windows.hold(buckets.values());
    HouseGround today = windows.ground();
    if (!today.equals(ground)) {
      buckets.clear();
      ground = today;
    }
  }

  /** Where the house has rules, as long as the transaction lasts. */
  HouseGround ground() {
    return ground;
  }

  /** The transaction was committed. */
  void committed(Import.Progress reached) {
    progress = reached;
    buckets.putAll(uncommitted);
    uncommitted.clear();
  }

  /** The bucket of leads with these terms. Most leads of a file share few. */
  long bucketFor(BucketTerms terms, Instant now) {
    Terms key = Terms.of(terms);
    Long known = buckets.getOrDefault(key, uncommitted.get(key));
    if (known != null) {
      return known;
    }
    long bucket = windows.bucketFor(job.campaign(), terms, ground, now);
    uncommitted.put(key, bucket);
    return bucket;
  }
}
