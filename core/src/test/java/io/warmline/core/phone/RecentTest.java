package io.warmline.core.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {

  private final AtomicInteger worked = new AtomicInteger();
  private final Recent<String> recent = new Recent<>();

  private String lengthOf(String text) {
    return recent.of(
        text,
        asked -> {
          worked.incrementAndGet();
          return asked + " has " + asked.length();
        });
  }

  @Test
  void whatWasJustAskedIsNotWorkedOutAgain() {
    assertThat(lengthOf("+12125550100")).isEqualTo("+12125550100 has 12");
    assertThat(lengthOf("+12125550100")).isEqualTo("+12125550100 has 12");

    assertThat(worked).hasValue(1);
  }

  @Test
  void textsThatShareAPlaceAreNotTakenForEachOther() {
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());

    assertThat(lengthOf("Aa")).isEqualTo("Aa has 2");
    assertThat(lengthOf("BB")).isEqualTo("BB has 2");
    assertThat(lengthOf("Aa")).isEqualTo("Aa has 2");
    assertThat(worked).hasValue(3);
  }

  @Test
  void theEndOfALongListIsKnownHoweverOftenItsHeadWasAskedFor() {
    for (int i = 0; i < 100_000; i++) {
      String number = "+1212" + (2_000_000 + i);
      for (int times = i < 20_000 ? 6 : 1; times > 0; times--) {
        lengthOf(number);
      }
    }
    int before = worked.get();

    for (int i = 98_000; i < 100_000; i++) {
      lengthOf("+1212" + (2_000_000 + i));
    }
    assertThat(worked.get() - before).isLessThan(400);
  }
}
