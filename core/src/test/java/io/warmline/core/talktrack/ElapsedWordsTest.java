package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.warmline.core.phrase.Hemisphere;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedWordsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 15);

  @ParameterizedTest
  @CsvSource({
    "0, earlier today",
    "1, yesterday",
    "2, a few days ago",
    "6, a few days ago",
    "7, last week",
    "11, last week",
    "12, a couple of weeks ago",
    "17, a couple of weeks ago",
    "18, a few weeks ago",
    "29, a few weeks ago",
    "34, a few weeks ago",
    "35, about a month ago",
    "50, about a month ago",
    "51, a couple of months ago",
    "75, a couple of months ago",
    "76, 3 months ago",
    "106, 3 months ago",
    "107, 4 months ago",
    "320, 11 months ago",
    "321, last winter"
  })
  void daysAreCountedInTheWordsOfAConversation(int days, String words) {
    assertThat(ElapsedWords.of(TODAY.minusDays(days), TODAY, Hemisphere.NORTHERN)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-01, 2026-11-20, NORTHERN, last winter",
    "2025-11-30, 2026-11-20, NORTHERN, last autumn",
    "2025-11-30, 2026-11-20, SOUTHERN, last spring",
    "2025-09-01, 2026-11-30, NORTHERN, last autumn",
    "2025-08-31, 2026-11-20, NORTHERN, last year",
    "2025-09-15, 2026-12-01, NORTHERN, last year",
    "2025-01-01, 2026-12-31, NORTHERN, last year",
    "2024-12-31, 2026-01-02, NORTHERN, last winter",
    "2024-08-31, 2026-01-02, NORTHERN, over a year ago",
    "2024-05-01, 2026-02-01, NORTHERN, 2 years ago",
    "2021-11-20, 2026-11-20, NORTHERN, 5 years ago"
  })
  void whatIsLongAgoIsNamedByTheLatestSeasonThatIsOverOrTheYear(
      LocalDate then, LocalDate today, Hemisphere hemisphere, String words) {
    assertThat(ElapsedWords.of(then, today, hemisphere)).isEqualTo(words);
  }

  @Test
  void aTalkAfterTheCallIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ElapsedWords.of(TODAY.plusDays(1), TODAY, Hemisphere.NORTHERN));
  }
}
