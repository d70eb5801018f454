package io.warmline.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DealTest {

  private static Deal deal(Integer... shares) {
    return new Deal(List.of(shares), Collections.nCopies(shares.length, 0L));
  }

  /** Deals so many leads out of lists of which these have none. */
  private static List<Integer> deal(Deal deal, int leads, Set<Integer> empty) {
    List<Integer> dealt = new ArrayList<>();
    for (int n = 0; n < leads; n++) {
      int list =
          deal.order().stream().filter(one -> !empty.contains(one)).findFirst().orElseThrow();
      deal.dealFrom(list);
      dealt.add(list);
    }
    return dealt;
  }

  @Test
  void everyThirdLeadIsOfTheNewList() {
    assertThat(deal(deal(1, 2), 9, Set.of())).containsExactly(2, 1, 2, 2, 1, 2, 2, 1, 2);
  }

  @Property(tries = 300)
  void ofAnySoManyInARowAsAllSharesMakeEachListHasItsShare(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 12) Integer> shares,
      @ForAll @IntRange(max = 40) int from) {
    Deal deal = new Deal(shares, Collections.nCopies(shares.size(), 0L));
    int round = deal.sum();

    List<Integer> dealt = deal(deal, from + round, Set.of()).subList(from, from + round);

    for (int list = 1; list <= shares.size(); list++) {
      assertThat(Collections.frequency(dealt, list)).isEqualTo(shares.get(list - 1));
    }
  }

  /** The others keep their proportion to each other, and nothing is made up for. */
  @Property(tries = 300)
  void aListThatWasEmptyCatchesNothingUp(
      @ForAll @Size(min = 2, max = 5) List<@IntRange(min = 1, max = 9) Integer> shares,
      @ForAll @IntRange(min = 1, max = 500) int meanwhile) {
    Deal deal = new Deal(shares, Collections.nCopies(shares.size(), 0L));
    deal(deal, meanwhile, Set.of(1));

    List<Integer> after = deal(deal, deal.sum(), Set.of());

    assertThat(Collections.frequency(after, 1)).isBetween(shares.get(0) - 1, shares.get(0) + 1);
  }

  @Test
  void aListWithoutAShareComesWhenTheOthersHaveNobody() {
    Deal deal = deal(0, 1, 3);

    assertThat(deal(deal, 8, Set.of())).doesNotContain(1);
    assertThat(deal(deal, 2, Set.of(2, 3))).containsExactly(1, 1);
    assertThat(deal(deal, 1, Set.of(1, 2, 3))).containsExactly(Deal.NO_LIST);
    assertThat(deal(deal, 4, Set.of())).containsExactlyInAnyOrder(2, 3, 3, 3);
  }

  @Test
  void ofTwoTheOneThatStandsFirstComesFirst() {
    assertThat(deal(deal(1, 1, 1), 6, Set.of())).containsExactly(1, 2, 3, 1, 2, 3);
  }

  @Test
  void countsAreThoseOfAllLeadsDealt() {
    Deal deal = deal(2, 3);
    IntStream.range(0, 10).forEach(n -> deal.dealFrom(deal.order().get(0)));

    assertThat(deal.dealt()).containsExactly(4L, 6L);
  }
}
