package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.CallingHoursDto;
import io.warmline.api.contract.model.CampaignDto;
import io.warmline.api.contract.model.CampaignPolicyDto;
import io.warmline.api.contract.model.CampaignStatusDto;
import io.warmline.api.contract.model.NewCampaignDto;
import io.warmline.api.contract.model.RetryDelaysDto;
import io.warmline.api.contract.model.TimeWindowDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.CampaignPolicy;
import io.warmline.core.campaign.CampaignStatus;
import io.warmline.core.campaign.CampaignTerms;
import io.warmline.core.campaign.RetryDelays;
import io.warmline.core.compliance.CallingHours;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.ClientId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Campaigns between the contract and the domain. */
final class CampaignMapper {

  private static final String END_OF_DAY = "24:00";

  private CampaignMapper() {}

  static CampaignTerms terms(NewCampaignDto dto) {
    return new CampaignTerms(
        dto.getName(),
        Optional.ofNullable(dto.getDescription()),
        Values.country(dto.getDefaultCountry(), "/defaultCountry"),
        Values.zone(dto.getTimeZone(), "/timeZone"),
        RuleMapper.audience(dto.getAudience()),
        RuleMapper.ids(dto.getCallingRules()),
        hours(dto.getCallingHours()),
        policy(dto.getPolicy()),
        ApproachMapper.approach(dto.getPolicy()),
        retries(dto.getRetries()),
        Optional.ofNullable(dto.getClientId()).map(ClientId::new));
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
        .callingHours(hours(terms.callingHours()))
        .policy(ApproachMapper.policy(terms.approach(), policy(terms.policy())))
        .retries(retries(terms.retries()))
        .clientId(terms.client().map(ClientId::value).orElse(null));
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
        .status(status(campaign.status()))
        .createdAt(utc(campaign.createdAt()))
        .updatedAt(utc(campaign.updatedAt()));
  }

  private static CampaignStatusDto status(CampaignStatus status) {
    return switch (status) {
      case ACTIVE -> CampaignStatusDto.ACTIVE;
      case PAUSED -> CampaignStatusDto.PAUSED;
    };
  }

  private static CallingHours hours(@Nullable CallingHoursDto dto) {
    if (dto == null) {
      return CallingHours.DEFAULT;
    }
    Map<DayOfWeek, List<CallingHours.Window>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, windows(day, on(dto, day)));
    }
    try {
      return new CallingHours(week);
    } catch (WarmlineException e) {
      WarmlineException.Violation violation = e.violations().get(0);
      throw new InvalidValue(
          "/callingHours" + violation.pointer().toLowerCase(Locale.ROOT),
          violation.code(),
          violation.message());
    }
  }

  private static List<CallingHours.Window> windows(
      DayOfWeek day, @Nullable List<TimeWindowDto> dtos) {
    List<CallingHours.Window> windows = new ArrayList<>();
    if (dtos != null) {
      for (int i = 0; i < dtos.size(); i++) {
        windows.add(
            window(dtos.get(i), "/callingHours/" + day.name().toLowerCase(Locale.ROOT) + "/" + i));
      }
    }
    return windows;
  }

  private static CallingHours.Window window(TimeWindowDto dto, String pointer) {
    LocalTime to =
        dto.getTo().equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(dto.getTo());
    if (to.equals(LocalTime.MIDNIGHT) && !dto.getTo().equals(END_OF_DAY)) {
      throw new InvalidValue(
          pointer + "/to", "WINDOW_EMPTY", "must be after from; the end of the day is 24:00");
    }
    try {
      return new CallingHours.Window(LocalTime.parse(dto.getFrom()), to);
    } catch (WarmlineException e) {
      WarmlineException.Violation violation = e.violations().get(0);
      throw new InvalidValue(pointer + violation.pointer(), violation.code(), violation.message());
    }
  }

  private static @Nullable List<TimeWindowDto> on(CallingHoursDto dto, DayOfWeek day) {
    return switch (day) {
      case MONDAY -> dto.getMonday();
      case TUESDAY -> dto.getTuesday();
      case WEDNESDAY -> dto.getWednesday();
      case THURSDAY -> dto.getThursday();
      case FRIDAY -> dto.getFriday();
      case SATURDAY -> dto.getSaturday();
      case SUNDAY -> dto.getSunday();
    };
  }

  private static CallingHoursDto hours(CallingHours hours) {
    return new CallingHoursDto()
        .monday(windows(hours.on(DayOfWeek.MONDAY)))
        .tuesday(windows(hours.on(DayOfWeek.TUESDAY)))
        .wednesday(windows(hours.on(DayOfWeek.WEDNESDAY)))
        .thursday(windows(hours.on(DayOfWeek.THURSDAY)))
        .friday(windows(hours.on(DayOfWeek.FRIDAY)))
        .saturday(windows(hours.on(DayOfWeek.SATURDAY)))
        .sunday(windows(hours.on(DayOfWeek.SUNDAY)));
  }

  private static @Nullable List<TimeWindowDto> windows(List<CallingHours.Window> windows) {
    return windows.isEmpty()
        ? null
        : windows.stream()
            .map(
                w ->
                    new TimeWindowDto()
                        .from(w.from().toString())
                        .to(w.toEndOfDay() ? END_OF_DAY : w.to().toString()))
            .toList();
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
        or(dto.getMaxDeferrals(), safe.maxDeferrals()));
  }

  private static CampaignPolicyDto policy(CampaignPolicy policy) {
    return new CampaignPolicyDto()
        .maxAttempts(policy.maxAttempts())
        .maxAttemptsPerNumberPerDay(policy.maxAttemptsPerNumberPerDay())
        .minMinutesBetweenAttempts(policy.minMinutesBetweenAttempts())
        .leaseSeconds(policy.leaseSeconds())
        .callbackGraceMinutes(policy.callbackGraceMinutes())
        .callbackDefaultDelayMinutes(policy.callbackDefaultDelayMinutes())
        .maxDeferrals(policy.maxDeferrals());
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

  private static int or(@Nullable Integer given, int otherwise) {
    return given == null ? otherwise : given;
  }
}
