package io.warmline.sdk.test;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was answered to requests with a key. */
final class Idempotency {
  private record Kept(String asked, Reply reply) {}

  private final Map<String, Kept> kept = new HashMap<>();

  /**
   * Answers a repetition as the first time; refusals are not kept.
   *
   * @throws Refusal 422 if the key belongs to another request
   */
  synchronized Reply once(Asked asked, Supplier<Reply> work) {
    String key = asked.header("Idempotency-Key").orElse("");
    if (key.isEmpty()) {
      return work.get();
    }
    String what = asked.method() + " " + asked.path() + "\n" + asked.body();
    Kept before = kept.get(key);
    if (before == null) {
      Reply reply = work.get();
      kept.put(key, new Kept(what, reply));
      return reply;
    }
    if (!before.asked().equals(what)) {
      throw new Refusal(
          422, "IDEMPOTENCY_KEY_REUSED", "This Idempotency-Key belongs to another request.");
    }
    return before.reply().header("Idempotent-Replayed", "true");
  }
}
