package io.warmline.api.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens in a story, in the order in which it does. What happens may bring more about. */
final class Timeline {

  private final PriorityQueue<Scene> ahead =
      new PriorityQueue<>(Comparator.comparing(Scene::at).thenComparing(Scene::ordinal));
  private final Instant present;
  private Instant now = Instant.MIN;
  private int count;

  Timeline(Instant present) {
    this.present = present;
  }

  private record Scene(Instant at, int ordinal, Runnable what) {}

  /** When the story ends. */
  Instant present() {
    return present;
  }

  /** This happens then, unless that is still to come. */
  void at(Instant when, Runnable what) {
    if (!when.isAfter(present)) {
      ahead.add(new Scene(when, count++, what));
    }
  }

  /** This happens so long after what is happening. */
  void in(Duration delay, Runnable what) {
    at(now.plus(delay), what);
  }

  /** Lets it happen. */
  void play(StoryClock clock) {
    for (Scene scene = ahead.poll(); scene != null; scene = ahead.poll()) {
      now = scene.at();
      clock.tell(now);
      scene.what().run();
    }
  }
}
