package io.warmline.api.resource;

import io.warmline.api.contract.model.LiveCampaignDto;
import io.warmline.api.contract.model.LiveFiguresDto;
import io.warmline.api.contract.model.LiveNumbersDto;
import io.warmline.api.contract.model.LiveTodayDto;
import io.warmline.core.id.ClientId;
import io.warmline.core.report.LiveNumbers;

/** The floor as it is, as the contract shows it. */
final class LiveNumbersMapper {

  private LiveNumbersMapper() {}

  static LiveNumbersDto numbers(LiveNumbers live) {
    return new LiveNumbersDto()
        .at(Values.utc(live.at()))
        .day(live.day())
        .zone(live.zone().getId())
        .all(figures(live.all()))
        .campaigns(live.campaigns().stream().map(LiveNumbersMapper::campaign).toList());
  }

  private static LiveCampaignDto campaign(LiveNumbers.OfCampaign one) {
    return new LiveCampaignDto()
        .campaignId(one.id().value())
        .name(one.name())
        .status(CampaignMapper.status(one.status()))
        .clientId(one.client().map(ClientId::value).orElse(null))
        .numbers(figures(one.numbers()));
  }

  private static LiveFiguresDto figures(LiveNumbers.Numbers numbers) {
    return new LiveFiguresDto()
        .ready(QueueMapper.ready(numbers.ready()))
        .blocked(QueueMapper.blocked(numbers.blocked()))
        .overdue(numbers.overdue())
        .inCalls(numbers.inCalls())
        .agentsAtWork(numbers.atWork().size())
        .today(today(numbers.today()));
  }

  private static LiveTodayDto today(LiveNumbers.Today today) {
    return new LiveTodayDto()
        .dials(today.dials())
        .conversations(today.conversations())
        .inbound(today.inbound())
        .callbacksPromised(today.callbacks())
        .appointmentsSet(today.meetings())
        .handedOver(today.handedOver());
  }
}
