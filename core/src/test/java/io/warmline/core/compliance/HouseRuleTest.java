package io.warmline.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.core.InvalidValue;
import io.warmline.core.compliance.CallingHours.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRuleTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void anIdIsEnough() throws JsonProcessingException {
    CallingRule rule = RuleJson.readHouseRule(JSON.readTree("{\"id\": \"lunch\"}"));

    assertThat(rule.jurisdiction()).isEmpty();
    assertThat(rule.identity().reach().includes(Set.of(), Audience.B2B)).isTrue();
    assertThat(rule.identity().validity()).isEqualTo(Validity.ALWAYS);
    assertThat(rule.demands()).isEqualTo(Demands.NONE);
    assertThat(rule.citation()).isEqualTo("house rule lunch");
  }

  @Test
  void aWindowThatRunsPastMidnightIsTwo() throws JsonProcessingException {
    CallingRule rule =
        RuleJson.readHouseRule(
            JSON.readTree(
                """
                {"id": "night", "windows": {"sunday": [{"from": "22:00", "to": "01:30"}]}}
                """));

    assertThat(rule.times().windows().orElseThrow().week())
        .containsEntry(
            DayOfWeek.SUNDAY, List.of(new Window(LocalTime.of(22, 0), LocalTime.MIDNIGHT)))
        .containsEntry(
            DayOfWeek.MONDAY, List.of(new Window(LocalTime.MIDNIGHT, LocalTime.of(1, 30))));
    assertThat(RuleJson.readHouseRule(RuleJsonWriter.write(rule))).isEqualTo(rule);
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "calendar": "DE-BY"                                     | 2026-01-06 | true
          "calendar": "DE-BY"                                     | 2026-12-24 | false
          "days": [{"name": "Eve", "date": "24 DECEMBER"}]        | 2026-12-24 | true
          "days": [{"name": "Eve", "date": "24 DECEMBER"}]        | 2026-12-25 | false
          "calendar": "DE", "days": [{"name": "Eve", "date": "24 DECEMBER"}] | 2026-12-24 | true
          "calendar": "DE", "days": [{"name": "Eve", "date": "24 DECEMBER"}] | 2026-12-25 | true
          "days": [{"name": "A", "date": "1 JANUARY", "observed": "NEAREST_WEEKDAY"}] | 2027-12-31 | true
          "days": [{"name": "A", "date": "29 FEBRUARY"}]          | 2027-02-28 | true
          "days": [{"name": "A", "date": "EASTER -48"}]           | 2027-02-08 | true
          """)
  void aHouseRuleBansTheHolidaysOfAPlaceAndDaysOfItsOwn(
      String holidays, LocalDate day, boolean banned) throws JsonProcessingException {
    CallingRule rule =
        RuleJson.readHouseRule(
            JSON.readTree(
                "{\"id\": \"quiet\", \"holidays\": {\"ban\": true, %s}}".formatted(holidays)));

    assertThat(rule.times().holidayOn(day).isPresent()).isEqualTo(banned);
    assertThat(RuleJson.readHouseRule(RuleJsonWriter.write(rule))).isEqualTo(rule);
  }

  @ParameterizedTest(name = "{0}: {1} at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []                                                                      | NOT_AN_OBJECT   |
          {}                                                                      | REQUIRED        | /id
          {"id": "Night Shift"}                                                   | INVALID         | /id
          {"id": 5}                                                               | NOT_A_TEXT      | /id
          {"id": "us-fl"}                                                         | RESERVED        | /id
          {"id": "campaign-hours"}                                                | RESERVED        | /id
          {"id": "x", "hours": {}}                                                | UNKNOWN_FIELD   | /hours
          {"id": "x", "status": "P"}                                              | NOT_ALLOWED     | /status
          {"id": "x", "status": "Z"}                                              | INVALID         | /status
          {"id": "x", "jurisdiction": "Florida"}                                  | INVALID         | /jurisdiction
          {"id": "x", "audience": ["B2C", "B2D"]}                                 | INVALID         | /audience/1
          {"id": "x", "version": 0}                                               | OUT_OF_RANGE    | /version
          {"id": "x", "version": 1.5}                                             | OUT_OF_RANGE    | /version
          {"id": "x", "validFrom": "11 August"}                                   | INVALID_TIME    | /validFrom
          {"id": "x", "validFrom": "2026-08-11", "validTo": "2026-08-10"}         | ENDS_TOO_EARLY  | /validTo
          {"id": "x", "windows": {}}                                              | NEVER_OPEN      | /windows
          {"id": "x", "windows": {"monday": []}}                                  | NEVER_OPEN      | /windows
          {"id": "x", "windows": {"monday": [{"from": "09:00", "to": "10:00"}], "funday": []}} | UNKNOWN_FIELD   | /windows/funday
          {"id": "x", "windows": {"monday": {}}}                                  | NOT_A_LIST      | /windows/monday
          {"id": "x", "windows": {"monday": [{"from": "9", "to": "10:00"}]}}      | INVALID_TIME    | /windows/monday/0/from
          {"id": "x", "windows": {"monday": [{"from": "09:00"}]}}                 | REQUIRED        | /windows/monday/0/to
          {"id": "x", "windows": {"monday": [{"from": "09:00", "to": "09:00"}]}}  | WINDOW_EMPTY    | /windows/monday/0/to
          {"id": "x", "windows": {"monday": [{"from": "09:00", "to": "12:00"}, {"from": "11:00", "to": "13:00"}]}} | WINDOWS_OVERLAP | /windows/monday
          {"id": "x", "windows": {"monday": [{"from": "22:00", "to": "02:00"}], "tuesday": [{"from": "01:00", "to": "13:00"}]}} | WINDOWS_OVERLAP | /windows/tuesday
          {"id": "x", "holidays": {"calendar": "Mars", "ban": true}}              | INVALID         | /holidays/calendar
          {"id": "x", "holidays": {"ban": true}}                                  | REQUIRED        | /holidays/calendar
          {"id": "x", "holidays": {"days": [{"name": "A"}], "ban": true}}         | REQUIRED        | /holidays/days/0/date
          {"id": "x", "holidays": {"days": [{"name": "A", "date": "24.12."}], "ban": true}} | INVALID | /holidays/days/0/date
          {"id": "x", "holidays": {"days": [{"name": "A", "date": "1 MOON"}], "ban": true}} | INVALID | /holidays/days/0/date
          {"id": "x", "holidays": {"days": [{"name": "A", "date": "31 FEBRUARY"}], "ban": true}} | INVALID_TIME | /holidays/days/0/date
          {"id": "x", "holidays": {"days": [{"name": "A", "date": "1 MAY", "observed": "NEVER"}], "ban": true}} | INVALID | /holidays/days/0/observed
          {"id": "x", "holidays": {"calendar": "US", "ban": "yes"}}               | NOT_A_BOOLEAN   | /holidays/ban
          {"id": "x", "caps": [{"n": 0, "period": "PT24H"}]}                      | OUT_OF_RANGE    | /caps/0/n
          {"id": "x", "caps": [{"n": 3, "period": "24h"}]}                        | INVALID_TIME    | /caps/0/period
          {"id": "x", "caps": [{"n": 3, "period": "PT1S"}]}                       | INVALID         | /caps/0
          {"id": "x", "cooldowns": [{"days": 3}]}                                 | REQUIRED        | /cooldowns/0/after
          {"id": "x", "consentRequired": "express"}                               | INVALID         | /consentRequired
          {"id": "x", "abandonment": {"max": 3, "window": "P30D"}}                | INVALID         | /abandonment
          {"id": "x", "abandonment": {"max": "3%", "window": "P30D"}}             | NOT_A_NUMBER    | /abandonment/max
          {"id": "x", "suspensions": [{"from": "2026-01-01"}]}                    | REQUIRED        | /suspensions/0/reason
          """)
  void aFaultIsNamedByItsPlace(String json, String code, String pointer)
      throws JsonProcessingException {
    var node = JSON.readTree(json);

    InvalidValue refusal =
        catchThrowableOfType(InvalidValue.class, () -> RuleJson.readHouseRule(node));

    assertThat(refusal).isNotNull();
    assertThat(refusal.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.code()).isEqualTo(code);
              assertThat(violation.pointer()).isEqualTo(pointer == null ? "" : pointer);
            });
  }

  @Test
  void allFaultsAreToldAtOnce() throws JsonProcessingException {
    var node =
        JSON.readTree(
            """
            {"id": "x", "jurisdiction": "US-FL", "areaCodes": ["305", "30X", "78-6"], "consentRequired": "express",
             "windows": {"monday": [{"from": "09:00", "to": "09:00"}, {"from": "9", "to": "10:00"}],
                         "tuesday": [{"from": "10:00", "to": "09:61"}]},
             "suspensions": [{"from": "2026-02-30", "reason": "A"}, {"from": "2026-03-02", "to": "2026-03-01", "reason": "B"}, {}],
             "caps": [{"n": 0, "period": "PT24H"}, {"n": 1, "period": "24h"}], "signOff": {"on": "today"}, "funday": 1}
            """);

    InvalidValue refusal =
        catchThrowableOfType(InvalidValue.class, () -> RuleJson.readHouseRule(node));

    assertThat(refusal.violations())
        .extracting(violation -> violation.pointer())
        .containsExactlyInAnyOrder(
            "/jurisdiction",
            "/areaCodes/1",
            "/areaCodes/2",
            "/consentRequired",
            "/windows/monday/0/to",
            "/windows/monday/1/from",
            "/windows/tuesday/0/to",
            "/suspensions/0/from",
            "/suspensions/1/to",
            "/suspensions/2/reason",
            "/caps/0/n",
            "/caps/1/period",
            "/signOff/by",
            "/funday");
    assertThat(refusal).hasMessage("14 values are not valid; see errors.");
  }
}
