package io.warmline.core.talktrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedSpeechTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in a month | in a month",
        "In a month. | in a month",
        "call me in a month | in a month",
        "Call me back in a couple of weeks, please! | in a couple of weeks",
        "give me ninety days | in ninety days",
        "a month from now | in a month",
        "a week from Thursday | a week from Thursday",
        "about 10 days | in about 10 days",
        "half an hour | in half an hour",
        "Thursday | on Thursday",
        "Monday morning | on Monday morning",
        "next Thursday at 2 | the following Thursday at 2",
        "next week | the following week",
        "early next month | early the following month",
        "tomorrow at 3 | the next day at 3",
        "tomorrow morning | the next morning",
        "later today | later that day",
        "this afternoon | that afternoon",
        "the day after tomorrow | two days later",
        "the middle of next week | in the middle of the following week",
        "the end of the month | at the end of the month",
        "end of the quarter | at the end of the quarter",
        "mid-December | in mid-December",
        "December | in December",
        "December 3 | on December 3",
        "3 December at half past ten | on 3 December at half past ten",
        "12/3 at 2:30 pm | on 12/3 at 2:30 pm",
        "the 15th | on the 15th",
        "noon on Friday | at noon on Friday",
        "4 p.m. | at 4 pm",
        "in the spring | in the spring",
        "after the holidays | after the holidays",
        "sometime in January | sometime in January",
        "I'm in a meeting, try me at 4 | at 4",
        "I'm really busy right now. Can you call me back after lunch? | after lunch",
        "Why don't you get back to us in Q2 | in Q2",
        "check back in January | in January",
        "reach out to me in two weeks | in two weeks",
        "let's talk after I get back from my vacation | after you get back from your vacation",
        "when our contract expires in March | when your contract expires in March",
        "call me when I’m back in the office | when you were back in the office",
        "once our budget is approved | once your budget was approved",
        "Maybe next year | the following year"
      })
  void theProspectsWordsAreReported(String said, String reported) {
    assertThat(ReportedSpeech.of(said, List.of(), false).suggestion(Voice.AMERICAN))
        .isEqualTo("that I reach out to you " + reported);
  }

  @ParameterizedTest
  @CsvSource({"this afternoon", "later today", "tomorrow morning", "next week"})
  void whatWasSaidTodayStillPointsFromToday(String said) {
    assertThat(ReportedSpeech.of(said, List.of(), true).suggestion(Voice.AMERICAN))
        .isEqualTo("that I reach out to you " + said);
  }

  @Test
  void aRequestWithoutATimeIsStillARequest() {
    assertThat(ReportedSpeech.of("Call me back.", List.of(), false).suggestion(Voice.AMERICAN))
        .isEqualTo("that I call you back");
    assertThat(ReportedSpeech.of("  ", List.of(), false).when()).isEmpty();
  }

  @Test
  void aTriggerIsReportedTheSameWay() {
    assertThat(ReportedSpeech.trigger("call me when our contract with Acme is coming up in March"))
        .isEqualTo("when your contract with Acme was coming up in March");
  }
}
