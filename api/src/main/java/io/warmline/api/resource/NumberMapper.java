package io.warmline.api.resource;

import static io.warmline.api.resource.Values.maybeUtc;
import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.NumberCallDto;
import io.warmline.api.contract.model.NumberDaysDto;
import io.warmline.api.contract.model.NumberDetailsDto;
import io.warmline.api.contract.model.NumberFactDto;
import io.warmline.api.contract.model.NumberFindingDto;
import io.warmline.api.contract.model.NumberHourDto;
import io.warmline.api.contract.model.NumberLeadDto;
import io.warmline.api.contract.model.NumberTypeDto;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.LeadId;
import io.warmline.core.number.NumberDossier;
import io.warmline.core.phone.NumberType;

/** Numbers between the contract and the domain. */
final class NumberMapper {

  private NumberMapper() {}

  static NumberDetailsDto details(NumberDossier dossier) {
    return new NumberDetailsDto()
        .number(dossier.number().e164())
        .country(dossier.country().orElse(null))
        .type(type(dossier.type()))
        .extensions(dossier.extensions())
        .callable(dossier.callable())
        .inUse(dossier.inUse())
        .findings(dossier.findings().stream().map(NumberMapper::finding).toList())
        .hours(dossier.hours().stream().map(NumberMapper::hour).toList())
        .leads(dossier.leads().stream().map(NumberMapper::lead).toList())
        .calls(dossier.calls().stream().map(NumberMapper::call).toList());
  }

  private static NumberFindingDto finding(NumberDossier.Finding finding) {
    return new NumberFindingDto()
        .fact(fact(finding.fact()))
        .since(utc(finding.since()))
        .until(maybeUtc(finding.until().orElse(null)))
        .leadId(finding.lead().map(LeadId::value).orElse(null))
        .clientId(finding.client().map(ClientId::value).orElse(null))
        .campaignId(finding.campaign().map(CampaignId::value).orElse(null))
        .detail(finding.detail());
  }

  private static NumberHourDto hour(NumberDossier.Hour hour) {
    return new NumberHourDto()
        .days(days(hour.days()))
        .hour(hour.hour())
        .calls(hour.dials())
        .answered(hour.answered());
  }

  private static NumberDaysDto days(NumberDossier.Days days) {
    return switch (days) {
      case WORKING_DAYS -> NumberDaysDto.WORKING_DAYS;
      case WEEKENDS -> NumberDaysDto.WEEKENDS;
    };
  }

  private static NumberLeadDto lead(NumberDossier.Holder holder) {
    return new NumberLeadDto()
        .leadId(holder.lead().value())
        .campaignId(holder.campaign().value())
        .status(LeadMapper.status(holder.status()))
        .position(holder.position())
        .extension(holder.extension().orElse(null))
        .uncallableReason(holder.uncallable().orElse(null))
        .next(holder.next())
        .blockedBy(holder.blockedBy().map(QueueMapper::block).orElse(null));
  }

  private static NumberCallDto call(NumberDossier.Dial dial) {
    return new NumberCallDto()
        .callId(dial.call().value())
        .leadId(dial.lead().value())
        .campaignId(dial.campaign().value())
        .agentId(dial.agent().value())
        .disposition(CallMapper.disposition(dial.disposition()))
        .startedAt(utc(dial.startedAt()));
  }

  static NumberTypeDto type(NumberType type) {
    return switch (type) {
      case MOBILE -> NumberTypeDto.MOBILE;
      case SWITCHBOARD -> NumberTypeDto.SWITCHBOARD;
      case DIRECT -> NumberTypeDto.DIRECT;
      case HOME -> NumberTypeDto.HOME;
      case TOLL_FREE -> NumberTypeDto.TOLL_FREE;
      case UNDETERMINED -> NumberTypeDto.UNDETERMINED;
    };
  }

  private static NumberFactDto fact(NumberDossier.Fact fact) {
    return switch (fact) {
      case DEAD -> NumberFactDto.DEAD;
      case WRONG -> NumberFactDto.WRONG;
      case PROMISED -> NumberFactDto.PROMISED;
      case MET -> NumberFactDto.MET;
      case HANDED_OFF -> NumberFactDto.HANDED_OFF;
      case BOUGHT -> NumberFactDto.BOUGHT;
      case REFUSED -> NumberFactDto.REFUSED;
      case DO_NOT_CALL -> NumberFactDto.DO_NOT_CALL;
      case ON_REGISTRY -> NumberFactDto.ON_REGISTRY;
      case REACHED -> NumberFactDto.REACHED;
    };
  }
}
