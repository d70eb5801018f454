package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.model.CampaignDto;
import io.warmline.api.contract.model.CampaignPolicyDto;
import io.warmline.api.contract.model.CampaignStatusDto;
import io.warmline.api.contract.model.DistributionDto;
import io.warmline.api.contract.model.NewCampaignDto;
import io.warmline.api.contract.model.RetryDelaysDto;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.CampaignStatus;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.campaign.Distribution;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.ClientId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Campaigns between the contract and the domain. */
final class CampaignMapper {

  private CampaignMapper() {}

  static CampaignTerms terms(NewCampaignDto dto) {
    return new CampaignTerms(
        dto.getName(),
        Optional.ofNullable(dto.getDescription()),
        Values.country(dto.getDefaultCountry(), "/defaultCountry"),
        Values.zone(dto.getTimeZone(), "/timeZone"),
        RuleMapper.audience(dto.getAudience()),
        RuleMapper.ids(dto.getCallingRules()),
        dto.getCallingHours() == null
            ? CallingHours.DEFAULT
            : HoursMapper.hours(dto.getCallingHours(), "/callingHours"),
        policy(dto.getPolicy()),
        ApproachMapper.approach(dto.getPolicy()),
        retries(dto.getRetries()),
        Optional.ofNullable(dto.getClientId()).map(ClientId::new),
        ScriptMapper.scripts(dto.getScripts()),
        QualifyingMapper.qualifying(dto.getQualifying()),
        ShareMapper.shares(dto.getShares()),
        distribution(dto.getDistribution()),
        MessageMapper.wordings(dto.getMessages()));
  }

  /** The terms in the shape in which they are agreed on, for a patch to be laid over. */
  static NewCampaignDto newCampaign(CampaignTerms terms) {
    return new NewCampaignDto()
        .name(terms.name())
        .description(terms.description().orElse(null))
        .defaultCountry(terms.defaultCountry())
        .timeZone(terms.timeZone().getId())
        .audience(RuleMapper.audience(terms.audience()))
        .callingRules(terms.houseRules().stream().map(RuleId::value).toList())
        .callingHours(HoursMapper.hours(terms.callingHours()))
        .policy(ApproachMapper.policy(terms.approach(), policy(terms.policy())))
        .retries(retries(terms.retries()))
        .clientId(terms.client().map(ClientId::value).orElse(null))
        .scripts(ScriptMapper.scripts(terms.scripts()))
        .qualifying(QualifyingMapper.qualifying(terms.qualifying()))
        .shares(ShareMapper.shares(terms.shares()))
        .distribution(distribution(terms.distribution()))
        .messages(MessageMapper.texts(terms.messages()));
  }

  /** The same for a patch that says what is delivered and not what for: that follows then. */
  static NewCampaignDto newCampaign(CampaignTerms terms, ObjectNode patch) {
    NewCampaignDto dto = newCampaign(terms);
    JsonNode policy = patch.path("policy");
    boolean follows = policy.has("deliverable") && !policy.has("objective");
    if (follows && dto.getPolicy() != null) {
      dto.getPolicy().objective(null);
    }
    return dto;
  }

  static CampaignDto campaign(Campaign campaign) {
    NewCampaignDto terms = newCampaign(campaign.terms());
    return new CampaignDto()
        .id(campaign.id().value())
        .name(terms.getName())
        .description(terms.getDescription())
        .defaultCountry(terms.getDefaultCountry())
        .timeZone(terms.getTimeZone())
        .audience(terms.getAudience())
        .callingRules(terms.getCallingRules())
        .callingHours(terms.getCallingHours())
        .policy(terms.getPolicy())
        .retries(terms.getRetries())
        .clientId(terms.getClientId())
        .scripts(terms.getScripts())
        .qualifying(terms.getQualifying())
        .shares(terms.getShares())
        .distribution(terms.getDistribution())
        .messages(terms.getMessages())
        .scriptWarnings(ScriptMapper.warnings(campaign.scripts()))
        .status(status(campaign.status()))
        .createdAt(utc(campaign.createdAt()))
        .updatedAt(utc(campaign.updatedAt()));
  }

  static CampaignStatusDto status(CampaignStatus status) {
    return switch (status) {
      case ACTIVE -> CampaignStatusDto.ACTIVE;
      case PAUSED -> CampaignStatusDto.PAUSED;
    };
  }

  private static CampaignPolicy policy(@Nullable CampaignPolicyDto given) {
    CampaignPolicyDto dto = given == null ? new CampaignPolicyDto() : given;
    CampaignPolicy safe = CampaignPolicy.DEFAULT;
    return new CampaignPolicy(
        or(dto.getMaxAttempts(), safe.maxAttempts()),
        or(dto.getMaxAttemptsPerNumberPerDay(), safe.maxAttemptsPerNumberPerDay()),
        or(dto.getMinMinutesBetweenAttempts(), safe.minMinutesBetweenAttempts()),
        or(dto.getLeaseSeconds(), safe.leaseSeconds()),
        or(dto.getCallbackGraceMinutes(), safe.callbackGraceMinutes()),
        or(dto.getCallbackDefaultDelayMinutes(), safe.callbackDefaultDelayMinutes()),
        or(dto.getMaxDeferrals(), safe.maxDeferrals()),
        or(dto.getMaxClaimsPerAgent(), safe.maxClaimsPerAgent()),
        Boolean.TRUE.equals(dto.getOneCallPerCompany()));
  }

  private static CampaignPolicyDto policy(CampaignPolicy policy) {
    return new CampaignPolicyDto()
        .maxAttempts(policy.maxAttempts())
        .maxAttemptsPerNumberPerDay(policy.maxAttemptsPerNumberPerDay())
        .minMinutesBetweenAttempts(policy.minMinutesBetweenAttempts())
        .leaseSeconds(policy.leaseSeconds())
        .callbackGraceMinutes(policy.callbackGraceMinutes())
        .callbackDefaultDelayMinutes(policy.callbackDefaultDelayMinutes())
        .maxDeferrals(policy.maxDeferrals())
        .maxClaimsPerAgent(policy.maxClaimsPerAgent())
        .oneCallPerCompany(policy.oneCallPerCompany());
  }

  private static RetryDelays retries(@Nullable RetryDelaysDto given) {
    RetryDelaysDto dto = given == null ? new RetryDelaysDto() : given;
    RetryDelays usual = RetryDelays.DEFAULT;
    return new RetryDelays(
        or(dto.getBusyMinutes(), usual.busyMinutes()),
        or(dto.getTechnicalFailureMinutes(), usual.technicalFailureMinutes()),
        or(dto.getVoicemailNoMessageMinutes(), usual.voicemailNoMessageMinutes()),
        or(dto.getVoicemailLeftMinutes(), usual.voicemailLeftMinutes()),
        or(dto.getAbandonedMinutes(), usual.abandonedMinutes()),
        or(dto.getHungUpMinutes(), usual.hungUpMinutes()),
        or(dto.getLiveMessageMinutes(), usual.liveMessageMinutes()),
        or(dto.getNotInterestedMinutes(), usual.notInterestedMinutes()));
  }

  private static RetryDelaysDto retries(RetryDelays retries) {
    return new RetryDelaysDto()
        .busyMinutes(retries.busyMinutes())
        .technicalFailureMinutes(retries.technicalFailureMinutes())
        .voicemailNoMessageMinutes(retries.voicemailNoMessageMinutes())
        .voicemailLeftMinutes(retries.voicemailLeftMinutes())
        .abandonedMinutes(retries.abandonedMinutes())
        .hungUpMinutes(retries.hungUpMinutes())
        .liveMessageMinutes(retries.liveMessageMinutes())
        .notInterestedMinutes(retries.notInterestedMinutes());
  }

  private static Distribution distribution(@Nullable DistributionDto given) {
    DistributionDto dto = given == null ? new DistributionDto() : given;
    return new Distribution(
        Optional.ofNullable(dto.getDailyDials()),
        or(dto.getWeight(), Distribution.DEFAULT.weight()),
        dto.getSkills() == null ? List.of() : dto.getSkills(),
        dto.getTeams() == null ? List.of() : dto.getTeams());
  }

  private static DistributionDto distribution(Distribution distribution) {
    return new DistributionDto()
        .dailyDials(distribution.dailyDials().orElse(null))
        .weight(distribution.weight())
        .skills(distribution.skills())
        .teams(distribution.teams());
  }

  private static int or(@Nullable Integer given, int otherwise) {
    return given == null ? otherwise : given;
  }
}
