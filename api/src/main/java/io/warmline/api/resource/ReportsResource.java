package io.warmline.api.resource;

import io.warmline.api.contract.ReportsApi;
import io.warmline.api.contract.model.LiveNumbersDto;
import io.warmline.api.contract.model.ReportDto;
import io.warmline.api.contract.model.ReportGroupingDto;
import io.warmline.api.http.LongWork;
import io.warmline.core.report.ActivityReport;
import io.warmline.core.report.AppointmentsReport;
import io.warmline.core.report.BestHoursReport;
import io.warmline.core.report.CallbacksReport;
import io.warmline.core.report.CountFloor;
import io.warmline.core.report.HandoffsReport;
import io.warmline.core.report.QualificationReport;
import io.warmline.core.report.QualityReport;
import io.warmline.core.report.Report;
import io.warmline.core.report.SalesReport;
import io.warmline.core.report.SpeedToLeadReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The figures by which ways of prospecting are compared. The contract gives all of them the same
 * parameters; {@link ReportScopes} reads them.
 */
@LongWork
@ApplicationScoped
public class ReportsResource implements ReportsApi {

  private final ActivityReport activity;
  private final CallbacksReport callbacks;
  private final AppointmentsReport appointments;
  private final QualificationReport qualification;
  private final HandoffsReport handoffs;
  private final SpeedToLeadReport speedToLead;
  private final BestHoursReport bestHours;
  private final SalesReport sales;
  private final QualityReport quality;
  private final CountFloor floor;
  private final ReportScopes scopes;

  ReportsResource(
      ActivityReport activity,
      CallbacksReport callbacks,
      AppointmentsReport appointments,
      QualificationReport qualification,
      HandoffsReport handoffs,
      SpeedToLeadReport speedToLead,
      BestHoursReport bestHours,
      SalesReport sales,
      QualityReport quality,
      CountFloor floor,
      ReportScopes scopes) {
    this.activity = activity;
    this.callbacks = callbacks;
    this.appointments = appointments;
    this.qualification = qualification;
    this.handoffs = handoffs;
    this.speedToLead = speedToLead;
    this.bestHours = bestHours;
    this.sales = sales;
    this.quality = quality;
    this.floor = floor;
    this.scopes = scopes;
  }

  @Override
  public RestResponse<LiveNumbersDto> getLiveNumbers(String zone) {
    return RestResponse.ok(LiveNumbersMapper.numbers(floor.count(Values.zone(zone, "zone"))));
  }

  @Override
  public RestResponse<ReportDto> getActivityReport(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return answer(activity.of(scopes.of(from, to, campaignId, agentId, zone, groupBy)));
  }

  @Override
  public RestResponse<ReportDto> getCallbacksReport(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return answer(callbacks.of(scopes.of(from, to, campaignId, agentId, zone, groupBy)));
  }

  @Override
  public RestResponse<ReportDto> getAppointmentsReport(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return answer(appointments.of(scopes.of(from, to, campaignId, agentId, zone, groupBy)));
  }

  @Override
  public RestResponse<ReportDto> getQualificationReport(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return answer(qualification.of(scopes.of(from, to, campaignId, agentId, zone, groupBy)));
  }

  @Override
  public RestResponse<ReportDto> getHandoffsReport(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return answer(handoffs.of(scopes.of(from, to, campaignId, agentId, zone, groupBy)));
  }

  @Override
  public RestResponse<ReportDto> getSpeedToLeadReport(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return answer(speedToLead.of(scopes.of(from, to, campaignId, agentId, zone, groupBy)));
  }

  @Override
  public RestResponse<ReportDto> getBestHoursReport(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return answer(bestHours.of(scopes.of(from, to, campaignId, agentId, zone, groupBy)));
  }

  @Override
  public RestResponse<ReportDto> getSalesReport(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return answer(sales.of(scopes.of(from, to, campaignId, agentId, zone, groupBy)));
  }

  @Override
  public RestResponse<ReportDto> getQualityReport(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return answer(quality.of(scopes.of(from, to, campaignId, agentId, zone, groupBy)));
  }

  private static RestResponse<ReportDto> answer(Report report) {
    return RestResponse.ok(ReportMapper.report(report));
  }
}
