package io.warmline.core.imports;

import io.warmline.core.lead.ZoneFinding;
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
  private final Map<Windows, Long> buckets = new HashMap<>();
  private final Map<Windows, Long> uncommitted = new HashMap<>();
  private Import.Progress progress;

  ImportRun(ImportJob job, WindowBuckets windows) {
    this.job = job;
    this.windows = windows;
    this.progress = job.progress();
  }

  private record Windows(Set<ZoneId> zones, @Nullable String language) {}

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

  /** The bucket of leads with these zones and this language. Most leads of a file share few. */
  long bucketFor(ZoneFinding zones, @Nullable String language, Instant now) {
    Windows key = new Windows(zones.candidates(), language);
    Long known = buckets.getOrDefault(key, uncommitted.get(key));
    if (known != null) {
      return known;
    }
    long bucket = windows.bucketFor(job.campaign(), zones.candidates(), language, now);
    uncommitted.put(key, bucket);
    return bucket;
  }
}
