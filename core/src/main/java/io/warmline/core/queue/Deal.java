package io.warmline.core.queue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whose turn it is among lists that share out leads. The list comes next that would be the least
 * ahead of its share with one lead more; of two the one that stands first. So the proportion holds
 * from the first lead on, and of any so many in a row as all shares make, each list has its share.
 *
 * <p>A list that has nobody to call loses its turn and catches nothing up: it is taken forward with
 * the others, and has its next turn as ever once it has leads again. Not safe for several threads.
 */
final class Deal {

  /** The leads that are on no list: they come when no list has any. */
  static final int NO_LIST = 0;

  private final int[] shares;
  private final long[] dealt;

  /**
   * @param shares of the lists in their order, 0 or more
   * @param dealt how many leads each has had
   */
  Deal(List<Integer> shares, List<Long> dealt) {
    this.shares = shares.stream().mapToInt(Integer::intValue).toArray();
    this.dealt = dealt.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * The lists in the order in which they are asked for the next lead, from 1; those with no share
   * after the others, and at the end {@link #NO_LIST}.
   */
  List<Integer> order() {
    return IntStream.concat(
            IntStream.rangeClosed(1, shares.length)
                .boxed()
                .sorted(
                    Comparator.<Integer>comparingInt(list -> share(list) == 0 ? 1 : 0)
                        .thenComparing(this::byTurn))
                .mapToInt(Integer::intValue),
            IntStream.of(NO_LIST))
        .boxed()
        .toList();
  }

  private int byTurn(int one, int other) {
    return Long.compare(next(one) * share(other), next(other) * share(one));
  }

  /** A lead of this list was handed out; those before it in the order had none. */
  void dealFrom(int list) {
    if (list == NO_LIST || share(list) == 0) {
      return;
    }
    for (int passed : order().subList(0, order().indexOf(list))) {
      dealt[passed - 1] = Math.max(dealt[passed - 1], next(list) * share(passed) / share(list));
    }
    dealt[list - 1]++;
  }

  private int share(int list) {
    return shares[list - 1];
  }

  private long next(int list) {
    return dealt[list - 1] + 1;
  }

  /** How many leads each has had. */
  List<Long> dealt() {
    return Arrays.stream(dealt).boxed().toList();
  }

  /** All shares together. */
  int sum() {
    return IntStream.of(shares).sum();
  }
}
