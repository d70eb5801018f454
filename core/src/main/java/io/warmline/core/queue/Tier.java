package io.warmline.core.queue;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  private static final Pattern NAMED = Pattern.compile("\\{([A-Z_]+)}");

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

  /** Those that the prospect waits for: what was promised, and what was agreed a moment ago. */
  static final Set<Tier> EXPECTED = immutable(CALLBACK, CONFIRMATION);

  /** Those in which the prospect has just been heard of. */
  static final Set<Tier> HEARD_OF = immutable(CALLBACK, CONFIRMATION, HOT_SIGNAL);

  /**
   * A statement with the numbers of the tiers that it names in braces, as {@code {WARM}} or {@code
   * {HEARD_OF}}: no statement knows a number, so that another order of tiers changes the order and
   * nothing else.
   *
   * @throws IllegalArgumentException if it names what is no tier
   */
  static String in(String sql) {
    return NAMED.matcher(sql).replaceAll(name -> numbers(name.group(1)));
  }

  private static Set<Tier> immutable(Tier first, Tier... others) {
    return Collections.unmodifiableSet(EnumSet.of(first, others));
  }

  private static String numbers(String name) {
    return switch (name) {
      case "EXPECTED" -> numbers(EXPECTED);
      case "HEARD_OF" -> numbers(HEARD_OF);
      default -> String.valueOf(valueOf(name).number);
    };
  }

  private static String numbers(Set<Tier> tiers) {
    return tiers.stream()
        .map(tier -> String.valueOf(tier.number))
        .collect(Collectors.joining(", "));
  }

  /** Whether the prospect waits for a call of this tier, whatever else is to be dialled. */
  public static boolean isExpected(int number) {
    return EXPECTED.contains(of(number));
  }

  static Tier of(int number) {
    return Arrays.stream(values())
        .filter(tier -> tier.number == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no tier " + number));
  }
}
