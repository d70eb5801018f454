package io.warmline.core.queue;

import java.util.Arrays;

/** The tiers of the queue; a lower number is called first. */
public enum Tier {
  /** A callback that is due: a promise. */
  CALLBACK(1, "callback"),
  /** The quality confirmation of a fresh appointment: due within minutes. */
  CONFIRMATION(2, "confirmation"),
  /** A click or another hot signal, minutes old: the prospect is looking at it now. */
  HOT_SIGNAL(3, "hot-signal"),
  /** A fresh inbound lead. */
  INBOUND(4, "inbound"),
  /** A recent visit: the most educated prospect. */
  VISIT(5, "visit"),
  /** A warm lead: of a programme, or a nurture lead whose date has come. */
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
