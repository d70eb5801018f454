package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.BlockCodeDto;
import io.warmline.api.contract.model.BlockCountDto;
import io.warmline.api.contract.model.BlockerDto;
import io.warmline.api.contract.model.CallabilityDto;
import io.warmline.api.contract.model.QueueDto;
import io.warmline.api.contract.model.QueuedLeadDto;
import io.warmline.api.contract.model.RankReasonDto;
import io.warmline.api.contract.model.TierCountDto;
import io.warmline.api.contract.model.UnknownJurisdictionDto;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.lead.Callability;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.queue.QueuePlace;
import io.warmline.core.queue.QueueReport;
import io.warmline.core.queue.Tier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queue, and verdicts on leads, as the contract shows them. */
final class QueueMapper {

  private QueueMapper() {}

  static QueueDto queue(QueueReport report) {
    return new QueueDto()
        .campaignId(report.campaign().value())
        .at(utc(report.at()))
        .ready(ready(report.ready()))
        .blocked(blocked(report.blocked()))
        .unknownJurisdictions(unknown(report))
        .next(report.next().stream().map(QueueMapper::queued).toList())
        .nextCallableAt(utc(report.nextCallableAt()));
  }

  static List<TierCountDto> ready(Map<Tier, Long> leads) {
    return leads.entrySet().stream()
        .map(
            e ->
                new TierCountDto()
                    .tier(e.getKey().number())
                    .name(e.getKey().label())
                    .ready(e.getValue()))
        .toList();
  }

  static List<BlockCountDto> blocked(Map<BlockCode, Long> leads) {
    return leads.entrySet().stream()
        .map(e -> new BlockCountDto().code(block(e.getKey())).count(e.getValue()))
        .toList();
  }

  private static @Nullable List<UnknownJurisdictionDto> unknown(QueueReport report) {
    return report.unknown().isEmpty()
        ? null
        : report.unknown().entrySet().stream()
            .map(
                e ->
                    new UnknownJurisdictionDto()
                        .jurisdiction(e.getKey().code())
                        .leads(e.getValue())
                        .detail(
                            "No calling rule is known of "
                                + e.getKey()
                                + ". Look up what may be done there; then accept it by name"
                                + " (acceptJurisdiction)."))
            .toList();
  }

  private static QueuedLeadDto queued(QueueReport.QueuedLead lead) {
    return new QueuedLeadDto()
        .leadId(lead.lead().value())
        .phone(lead.phone().e164())
        .tier(lead.place().tier().number())
        .score(lead.place().score())
        .dueAt(utc(lead.place().dueAt()))
        .agentId(lead.owner().map(owner -> owner.value()).orElse(null))
        .reasons(reasons(lead.place()));
  }

  static List<RankReasonDto> reasons(QueuePlace place) {
    return place.reasons().stream()
        .map(reason -> new RankReasonDto().code(reason.code()).detail(reason.detail()))
        .toList();
  }

  static CallabilityDto callability(Callability verdict) {
    return new CallabilityDto()
        .leadId(verdict.lead().value())
        .at(utc(verdict.at()))
        .callable(verdict.blockers().isEmpty())
        .phone(verdict.phone().map(PhoneNumber::e164).orElse(null))
        .blockers(verdict.blockers().stream().map(QueueMapper::blocker).toList())
        .rules(verdict.rules().stream().map(RuleId::value).toList())
        .callableAt(utc(verdict.callableAt()));
  }

  private static BlockerDto blocker(Callability.Blocker blocker) {
    return new BlockerDto()
        .code(block(blocker.code()))
        .detail(blocker.detail())
        .until(utc(blocker.until()))
        .rule(blocker.rule().map(rule -> rule.id().value()).orElse(null))
        .citation(blocker.rule().map(CallingRule::citation).orElse(null));
  }

  static BlockCodeDto block(BlockCode code) {
    return switch (code) {
      case NO_RULE_KNOWN -> BlockCodeDto.NO_RULE_KNOWN;
      case CALLING_HOURS -> BlockCodeDto.CALLING_HOURS;
      case HOLIDAY -> BlockCodeDto.HOLIDAY;
      case SUSPENSION -> BlockCodeDto.SUSPENSION;
      case CONSENT_REQUIRED -> BlockCodeDto.CONSENT_REQUIRED;
      case CONSENT_EXPIRED -> BlockCodeDto.CONSENT_EXPIRED;
      case CONSENT_WITHDRAWN -> BlockCodeDto.CONSENT_WITHDRAWN;
      case RULE_CAP -> BlockCodeDto.RULE_CAP;
      case COOLDOWN -> BlockCodeDto.COOLDOWN;
      case NUMBER_PROMISED -> BlockCodeDto.NUMBER_PROMISED;
      case NUMBER_REFUSED -> BlockCodeDto.NUMBER_REFUSED;
      case NUMBER_MET -> BlockCodeDto.NUMBER_MET;
      case NUMBER_HANDED_OFF -> BlockCodeDto.NUMBER_HANDED_OFF;
      case NUMBER_BOUGHT -> BlockCodeDto.NUMBER_BOUGHT;
      case PERSON_DECEASED -> BlockCodeDto.PERSON_DECEASED;
      case CAMPAIGN_PAUSED -> BlockCodeDto.CAMPAIGN_PAUSED;
      case DAILY_QUOTA -> BlockCodeDto.DAILY_QUOTA;
      case RETRY_DELAY -> BlockCodeDto.RETRY_DELAY;
      case ATTEMPT_GAP -> BlockCodeDto.ATTEMPT_GAP;
      case DAILY_CAP -> BlockCodeDto.DAILY_CAP;
      case CALLBACK_NOT_DUE -> BlockCodeDto.CALLBACK_NOT_DUE;
      case NURTURE -> BlockCodeDto.NURTURE;
      case CLAIMED -> BlockCodeDto.CLAIMED;
      case NUMBER_IN_USE -> BlockCodeDto.NUMBER_IN_USE;
      case COMPANY_IN_CALL -> BlockCodeDto.COMPANY_IN_CALL;
      case PERSONAL_CALLBACK -> BlockCodeDto.PERSONAL_CALLBACK;
      case LANGUAGE -> BlockCodeDto.LANGUAGE;
      case DO_NOT_CALL -> BlockCodeDto.DO_NOT_CALL;
      case ON_REGISTRY -> BlockCodeDto.ON_REGISTRY;
      case REGISTRY_OUTDATED -> BlockCodeDto.REGISTRY_OUTDATED;
      case NO_CALLABLE_NUMBER -> BlockCodeDto.NO_CALLABLE_NUMBER;
      case EXHAUSTED -> BlockCodeDto.EXHAUSTED;
      case DISQUALIFIED -> BlockCodeDto.DISQUALIFIED;
      case CUSTOMER -> BlockCodeDto.CUSTOMER;
      case TASK_NOT_DUE -> BlockCodeDto.TASK_NOT_DUE;
      case LAPSED -> BlockCodeDto.LAPSED;
      case APPOINTMENT_SET -> BlockCodeDto.APPOINTMENT_SET;
      case HANDED_OFF -> BlockCodeDto.HANDED_OFF;
      case ERASED -> BlockCodeDto.ERASED;
    };
  }
}
