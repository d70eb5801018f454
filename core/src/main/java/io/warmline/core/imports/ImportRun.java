package io.warmline.core.imports;

import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.queue.BucketTerms;
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

  ImportRun(ImportJob job, WindowBuckets windows) {
    this.job = job;
    this.windows = windows;
    this.progress = job.progress();
  }

  /** Where the zones came from makes no difference. */
  private record Terms(
      Set<ZoneId> zones,
      Set<Jurisdiction> jurisdictions,
      ConsentKind consent,
      @Nullable String language) {

    static Terms of(BucketTerms terms) {
      return new Terms(
          terms.place().zones(),
          terms.place().jurisdictions(),
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
   */
  void begin() {
    uncommitted.clear();
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
    long bucket = windows.bucketFor(job.campaign(), terms, now);
    uncommitted.put(key, bucket);
    return bucket;
  }
}
