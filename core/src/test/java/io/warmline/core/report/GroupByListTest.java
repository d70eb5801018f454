package io.warmline.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.Desk;
import io.warmline.core.InvalidValue;
import io.warmline.core.disposition.Disposition;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.report.Report.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Which list is worth its money, and what the calls come to. */
@QuarkusTest
class GroupByListTest extends Reporting {

  @Inject ActivityReport activity;
  @Inject CallbacksReport callbacks;
  @Inject AppointmentsReport appointments;
  @Inject QualificationReport qualification;
  @Inject HandoffsReport handoffs;
  @Inject SpeedToLeadReport speedToLead;
  @Inject SalesReport sales;
  @Inject BestHoursReport bestHours;

  private ReportScope around(Grouping by) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("UTC"));
    return new ReportScope(
        Optional.of(campaign),
        Optional.empty(),
        today.minusDays(7),
        today.plusDays(7),
        ZoneId.of("UTC"),
        by);
  }

  private ImportId list(LeadId lead) {
    ImportId list = ImportId.next();
    transaction.run(
        () -> {
          sql.update(
              """
              insert into import_job (tenant_id, id, campaign_id, status, dry_run, format, charset, delimiter, columns, bytes,
                  rows_read, created, merged, rejected, created_at, finished_at)
              values (:tenant, :list, :campaign, 'COMPLETED', false, 'CSV', 'UTF-8', ',', '[]', 1, 1, 1, 0, 0, :now, :now)
              """,
              u ->
                  u.bind("list", list.value())
                      .bind("campaign", campaign.value())
                      .bind("now", clock.instant()));
          sql.update(
              "update lead set import_id = :list where tenant_id = :tenant and id = :lead",
              u -> u.bind("list", list.value()).bind("lead", lead.value()));
        });
    return list;
  }

  @Test
  void activityIsToldApartByTheListThatMadeTheLead() {
    AgentId agent = given.agent();
    LeadId listed = given.lead(campaign);
    ImportId list = list(listed);
    desk.log(listed, agent, Disposition.NOT_INTERESTED);
    desk.log(given.lead(campaign), agent, Disposition.NO_ANSWER);

    List<Row> rows = activity.of(around(Grouping.IMPORT)).rows();

    assertThat(rows)
        .extracting(
            Row::group, row -> rate(row, "connectRate"), row -> rate(row, "listPenetration"))
        .containsExactly(
            tuple(Map.of("importId", list.toString()), new Rate(1, 1), new Rate(1, 1)),
            tuple(Map.of("importId", ""), new Rate(0, 1), new Rate(1, 1)));
    assertThat(rows.get(0).names().get("importId")).startsWith("CSV of ");
  }

  @Test
  void everyReportTakesTheList() {
    AgentId agent = given.agent();
    LeadId listed = given.lead(campaign);
    list(listed);
    desk.log(
        listed,
        agent,
        Disposition.APPOINTMENT_SET,
        Desk.meeting(clock.instant().plus(Duration.ofDays(2))));

    List<Function<ReportScope, Report>> all =
        List.of(
            activity::of,
            callbacks::of,
            appointments::of,
            qualification::of,
            handoffs::of,
            speedToLead::of,
            sales::of,
            bestHours::of);

    assertThat(all)
        .allSatisfy(report -> assertThat(report.apply(around(Grouping.IMPORT)).rows()).isNotNull());
  }

  @Test
  void activityIsToldApartByWhatTheCallsCameTo() {
    AgentId agent = given.agent();
    desk.log(given.lead(campaign), agent, Disposition.NOT_INTERESTED);
    desk.log(given.lead(campaign), agent, Disposition.NO_ANSWER);
    desk.log(given.lead(campaign), agent, Disposition.NO_ANSWER);

    assertThat(activity.of(around(Grouping.DISPOSITION)).rows())
        .extracting(row -> row.group().get("disposition"), row -> rate(row, "connectRate"))
        .containsExactly(
            tuple("NO_ANSWER", new Rate(0, 2)), tuple("NOT_INTERESTED", new Rate(1, 1)));
  }

  @Test
  void whatIsNoCallIsNotToldApartByOutcome() {
    List<Function<ReportScope, Report>> others =
        List.of(
            callbacks::of,
            appointments::of,
            qualification::of,
            handoffs::of,
            speedToLead::of,
            sales::of,
            bestHours::of);

    assertThat(others)
        .allSatisfy(
            report ->
                assertThatThrownBy(() -> report.apply(around(Grouping.DISPOSITION)))
                    .isInstanceOf(InvalidValue.class));
  }
}
