package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.StoryColleagueDto;
import io.warmline.api.contract.model.StoryConversationDto;
import io.warmline.api.contract.model.StoryDto;
import io.warmline.api.contract.model.StoryObjectionDto;
import io.warmline.api.contract.model.StoryTouchDto;
import io.warmline.api.contract.model.StoryWordsDto;
import io.warmline.api.contract.model.TouchKindDto;
import io.warmline.core.script.Story;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stories in the shape of the contract. */
final class StoryMapper {

  private StoryMapper() {}

  static StoryDto story(Story story) {
    return new StoryDto()
        .lastConversation(story.last().map(StoryMapper::conversation).orElse(null))
        .words(story.quote().map(StoryMapper::words).orElse(null))
        .objections(story.objections().stream().map(StoryMapper::objection).toList())
        .touches(story.touches().stream().map(StoryMapper::touch).toList())
        .colleagues(colleagues(story))
        .deferrals(story.deferrals())
        .attempts(story.attempts());
  }

  /** Null where there are none. */
  private static @Nullable List<StoryColleagueDto> colleagues(Story story) {
    return story.colleagues().isEmpty()
        ? null
        : story.colleagues().stream().map(StoryMapper::colleague).toList();
  }

  private static StoryColleagueDto colleague(Story.Colleague colleague) {
    return new StoryColleagueDto()
        .leadId(colleague.lead().value())
        .firstName(colleague.firstName())
        .lastName(colleague.lastName())
        .callId(colleague.call().value())
        .at(utc(colleague.at()))
        .agentId(colleague.agent().value())
        .agentName(colleague.agentName())
        .disposition(CallMapper.disposition(colleague.outcome()));
  }

  private static StoryConversationDto conversation(Story.Conversation call) {
    return new StoryConversationDto()
        .callId(call.call().value())
        .at(utc(call.at()))
        .agentId(call.agent().value())
        .agentName(call.agentName())
        .disposition(CallMapper.disposition(call.outcome()))
        .notes(call.notes())
        .reason(call.reason());
  }

  private static StoryWordsDto words(Story.Quote quote) {
    return new StoryWordsDto().words(quote.words()).saidAt(utc(quote.at()));
  }

  private static StoryObjectionDto objection(Story.Refusal refusal) {
    return new StoryObjectionDto()
        .at(utc(refusal.at()))
        .disposition(CallMapper.disposition(refusal.outcome()))
        .words(refusal.words());
  }

  private static StoryTouchDto touch(Story.Touch touch) {
    return new StoryTouchDto().at(utc(touch.at())).kind(kind(touch.what()));
  }

  private static TouchKindDto kind(Story.Touch.What what) {
    return switch (what) {
      case LINK_CLICK -> TouchKindDto.LINK_CLICK;
      case MICROSITE_VISIT -> TouchKindDto.MICROSITE_VISIT;
      case FORM_SUBMITTED -> TouchKindDto.FORM_SUBMITTED;
      case REPLY -> TouchKindDto.REPLY;
      case INBOUND -> TouchKindDto.INBOUND;
      case MAIL_DELIVERED -> TouchKindDto.MAIL_DELIVERED;
      case MAIL_OPENED -> TouchKindDto.MAIL_OPENED;
      case MAIL_SENT -> TouchKindDto.MAIL_SENT;
    };
  }
}
