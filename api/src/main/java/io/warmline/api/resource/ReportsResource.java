package io.warmline.api.resource;

import io.warmline.api.contract.ReportsApi;
import io.warmline.api.contract.model.ReportDto;
import io.warmline.api.contract.model.ReportGroupingDto;
import io.warmline.core.agent.Agents;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.report.ActivityReport;
import io.warmline.core.report.AppointmentsReport;
import io.warmline.core.report.BestHoursReport;
import io.warmline.core.report.CallbacksReport;
import io.warmline.core.report.HandoffsReport;
import io.warmline.core.report.QualificationReport;
import io.warmline.core.report.Scope;
import io.warmline.core.report.SpeedToLeadReport;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class ReportsResource implements ReportsApi {

  private final ActivityReport activity;
  private final CallbacksReport callbacks;
  private final AppointmentsReport appointments;
  private final QualificationReport qualification;
  private final HandoffsReport handoffs;
  private final SpeedToLeadReport speedToLead;
  private final BestHoursReport bestHours;
  private final Campaigns campaigns;
  private final Agents agents;
  private final TenantTransaction transaction;

  @SuppressWarnings("TooManyParameters")
  ReportsResource(
      ActivityReport activity,
      CallbacksReport callbacks,
      AppointmentsReport appointments,
      QualificationReport qualification,
      HandoffsReport handoffs,
      SpeedToLeadReport speedToLead,
      BestHoursReport bestHours,
      Campaigns campaigns,
      Agents agents,
      TenantTransaction transaction) {
    this.activity = activity;
    this.callbacks = callbacks;
    this.appointments = appointments;
    this.qualification = qualification;
    this.handoffs = handoffs;
    this.speedToLead = speedToLead;
    this.bestHours = bestHours;
    this.campaigns = campaigns;
    this.agents = agents;
    this.transaction = transaction;
  }

  @Override
  public RestResponse<ReportDto> getActivityReport(
      LocalDate from,
      LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return RestResponse.ok(
        ReportMapper.report(activity.of(scope(campaignId, agentId, from, to, zone, groupBy))));
  }

  @Override
  public RestResponse<ReportDto> getCallbacksReport(
      LocalDate from,
      LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return RestResponse.ok(
        ReportMapper.report(callbacks.of(scope(campaignId, agentId, from, to, zone, groupBy))));
  }

  @Override
  public RestResponse<ReportDto> getAppointmentsReport(
      LocalDate from,
      LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return RestResponse.ok(
        ReportMapper.report(appointments.of(scope(campaignId, agentId, from, to, zone, groupBy))));
  }

  @Override
  public RestResponse<ReportDto> getQualificationReport(
      LocalDate from,
      LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return RestResponse.ok(
        ReportMapper.report(qualification.of(scope(campaignId, agentId, from, to, zone, groupBy))));
  }

  @Override
  public RestResponse<ReportDto> getHandoffsReport(
      LocalDate from,
      LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return RestResponse.ok(
        ReportMapper.report(handoffs.of(scope(campaignId, agentId, from, to, zone, groupBy))));
  }

  @Override
  public RestResponse<ReportDto> getSpeedToLeadReport(
      LocalDate from,
      LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return RestResponse.ok(
        ReportMapper.report(speedToLead.of(scope(campaignId, agentId, from, to, zone, groupBy))));
  }

  @Override
  public RestResponse<ReportDto> getBestHoursReport(
      LocalDate from,
      LocalDate to,
      @Nullable UUID campaignId,
      @Nullable UUID agentId,
      String zone,
      ReportGroupingDto groupBy) {
    return RestResponse.ok(
        ReportMapper.report(bestHours.of(scope(campaignId, agentId, from, to, zone, groupBy))));
  }

  private Scope scope(
      @Nullable UUID campaign,
      @Nullable UUID agent,
      LocalDate from,
      LocalDate to,
      String zone,
      ReportGroupingDto groupBy) {
    Optional<CampaignId> onlyCampaign = Optional.ofNullable(campaign).map(CampaignId::new);
    Optional<AgentId> onlyAgent = Optional.ofNullable(agent).map(AgentId::new);
    transaction.run(
        () -> {
          onlyCampaign.ifPresent(campaigns::get);
          onlyAgent.ifPresent(agents::requireKnown);
        });
    return new Scope(
        onlyCampaign,
        onlyAgent,
        from,
        to,
        Values.zone(zone, "zone"),
        ReportMapper.grouping(groupBy));
  }
}
