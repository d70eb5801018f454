package io.warmline.core.queue;

import java.util.Arrays;

/**
 * The tiers of the queue in use; a lower number is called first. The numbers between are kept for
 * signals and meetings.
 */
public enum Tier {
  /** A callback that is due: a promise. */
  CALLBACK(1, "callback"),
  /** A nurture lead whose date has come. */
  WARM(6, "warm"),
  /** A retry of an earlier attempt. */
  RETRY(7, "retry"),
  /** Never dialled. */
  COLD(8, "cold");

  private final int number;
  private final String label;

  Tier(int number, String label) {
    this.number = number;
    this.label = label;
  }

  public int number() {
    return number;
  }

  public String label() {
    return label;
  }

  static Tier of(int number) {
    return Arrays.stream(values())
        .filter(tier -> tier.number == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no tier " + number));
  }
}
