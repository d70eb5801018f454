package io.warmline.core.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.LeadId;
import io.warmline.core.lead.LeadStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days are those of the calendar in the campaign's zone. */
@QuarkusTest
class ProgrammeDaysTest extends AtWork {

  /** New York: clocks changed on 14 March and 7 November 2027; 29 February in 2028. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-01, America/New_York, 2027-01-30",
    "2027-01-13, America/New_York, 2027-03-14",
    "2027-01-14, America/New_York, 2027-03-15",
    "2027-09-08, America/New_York, 2027-11-07",
    "2027-09-09, America/New_York, 2027-11-08",
    "2027-12-31, America/New_York, 2028-02-29",
    "2028-01-01, America/New_York, 2028-03-01",
    "2027-12-31, Asia/Kolkata,     2028-02-29",
    "2027-12-31, Pacific/Kiritimati, 2028-02-29",
    "2027-12-31, Pacific/Pago_Pago, 2028-02-29",
    "2027-07-07, America/Santiago, 2027-09-05"
  })
  void aLeadIsReheatedOnDay60AndNotOnDay59(LocalDate quiet, String zoneId, LocalDate due) {
    ZoneId zone = ZoneId.of(zoneId);
    campaign = campaignIn(zoneId);
    clock.set(quiet.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1000));
    LeadId lead = leadOf(LeadStatus.CONTACTED);
    programme(ProgrammeKind.REHEAT);

    clock.set(due.atStartOfDay(zone).toInstant().minusNanos(1000));
    tick();
    assertThat(allTasks(lead)).isEmpty();
    clock.set(due.atStartOfDay(zone).toInstant());
    tick();
    assertThat(openTasks(lead)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-14, 2027-01-13",
    "2028-02-29, 2027-12-31",
    "2028-03-01, 2028-01-01",
    "2027-01-18, 2026-11-19",
    "2034-06-30, 2034-05-01"
  })
  void theCallComes60DaysBeforeTheContractEndsHoweverFarThatIs(LocalDate end, LocalDate due) {
    LeadId lead = leadWhoseContractEnds(end);
    programme(ProgrammeKind.CONTRACT_END);

    at(due.minusDays(1), "23:59:59", NEW_YORK);
    assertThat(allTasks(lead)).isEmpty();
    at(due, "00:00", NEW_YORK);
    assertThat(openTasks(lead)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "-1, false"})
  void theDayOnWhichTheContractEndsIsTheLast(int day, boolean called) {
    LeadId lead = leadWhoseContractEnds(TODAY.plusDays(day));
    programme(ProgrammeKind.CONTRACT_END);

    tick();

    assertThat(openTasks(lead).isEmpty()).isEqualTo(!called);
  }

  @Test
  void aWarmLeadIsCheckedOnTheDayAfterItBecameWarmOnce() {
    LeadId lead = leadOf(LeadStatus.WARM);
    programme(ProgrammeKind.FIT_CHECK);

    at(TODAY, "23:59:59", NEW_YORK);
    assertThat(allTasks(lead)).isEmpty();
    at(TODAY.plusDays(1), "00:00", NEW_YORK);
    assertThat(openTasks(lead)).hasSize(1);
    desk.log(desk.claim(agent), Disposition.NO_ANSWER);
    pass(Duration.ofDays(30));
    assertThat(allTasks(lead)).hasSize(1);
  }

  @Test
  void aLeadThatBecomesWarmAgainIsCheckedAgain() {
    LeadId lead = leadOf(LeadStatus.WARM);
    programme(ProgrammeKind.FIT_CHECK);
    pass(Duration.ofDays(1));
    desk.log(desk.claim(agent), Disposition.NOT_NOW_NURTURE, Desk.revisit(TODAY.plusDays(5)));

    clock.advance(Duration.ofDays(10));
    become(lead, LeadStatus.WARM);
    pass(Duration.ofDays(1));

    assertThat(allTasks(lead)).hasSize(2);
  }

  @Test
  void aCallStartsTheCountAnew() {
    LeadId lead = leadOf(LeadStatus.CONTACTED);
    programme(ProgrammeKind.REHEAT);
    pass(Duration.ofDays(59));
    desk.log(lead, agent, Disposition.GATEKEEPER);

    pass(Duration.ofDays(59));
    assertThat(allTasks(lead)).isEmpty();
    pass(Duration.ofDays(1));
    assertThat(openTasks(lead)).hasSize(1);
  }

  @Test
  void theZoneIsTheCampaignsNotTheLeads() {
    campaign = campaignIn("Asia/Tokyo");
    LocalDate end = LocalDate.of(2027, 6, 30);
    LeadId lead = given.newLead(campaign).zone("Europe/Zurich").contractEnd(end).create();
    programme(ProgrammeKind.CONTRACT_END);
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");

    clock.set(LocalDateTime.of(end.minusDays(60), LocalTime.MIN).atZone(tokyo).toInstant());
    tick();

    assertThat(openTasks(lead)).hasSize(1);
  }
}
