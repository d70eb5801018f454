package io.warmline.core.phone;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out of the texts that were asked about last. Each text has one place, and whoever
 * comes later takes it: a list goes by once, and a cache that weighs how often a text was asked for
 * would keep the head of the list and forget its end. Any number of threads may ask at once; then
 * something may be worked out twice.
 */
final class Recent<V> {

  /** More than the numbers of the three batches of an import that are in memory. */
  private static final int BITS = 15;

  /** The golden ratio, which spreads the hashes of numbers that follow each other. */
  private static final int SPREAD = 0x9E3779B9;

  private final AtomicReferenceArray<@Nullable Known<V>> places =
      new AtomicReferenceArray<>(1 << BITS);

  private record Known<V>(String text, V value) {}

  /**
   * @param work what is done where the text is not among the last ones; the same for the same text
   */
  V of(String text, Function<String, V> work) {
    int place = (text.hashCode() * SPREAD) >>> (Integer.SIZE - BITS);
    Known<V> known = places.get(place);
    if (known != null && known.text().equals(text)) {
      return known.value();
    }
    V value = work.apply(text);
    places.set(place, new Known<>(text, value));
    return value;
  }
}
