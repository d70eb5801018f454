package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.CallKindDto;
import io.warmline.api.contract.model.LintFindingDto;
import io.warmline.api.contract.model.LintScopeDto;
import io.warmline.api.contract.model.LintSeverityDto;
import io.warmline.api.contract.model.OfferSourceDto;
import io.warmline.api.contract.model.OfferedTimeDto;
import io.warmline.api.contract.model.TalkTrackDto;
import io.warmline.api.contract.model.TalkTrackPartDto;
import io.warmline.api.contract.model.TalkTrackRequestDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.script.Offer;
import io.warmline.core.script.RenderTalkTrack.Wishes;
import io.warmline.core.script.Words;
import io.warmline.core.talktrack.CallKind;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.talktrack.Finding;
import io.warmline.core.talktrack.PartCode;
import io.warmline.core.talktrack.Scope;
import io.warmline.core.talktrack.TalkTrack;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Talk tracks and findings between the contract and the domain. */
final class TalkTrackMapper {

  private static final int LONGEST_FACT = 500;

  private TalkTrackMapper() {}

  static Wishes wishes(TalkTrackRequestDto dto) {
    return new Wishes(
        Optional.ofNullable(dto.getKind()).map(TalkTrackMapper::kind),
        facts(dto.getFacts()),
        Optional.ofNullable(dto.getTemplate()));
  }

  private static Map<Fact, String> facts(@Nullable Map<String, String> given) {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    if (given != null) {
      given.forEach((name, words) -> facts.put(fact(name), sayable(name, words)));
    }
    return facts;
  }

  private static Fact fact(String name) {
    return Fact.of(name)
        .orElseThrow(
            () -> new InvalidValue("/facts/" + name, "UNKNOWN_FACT", "there is no such fact"));
  }

  private static String sayable(String name, @Nullable String words) {
    if (words == null || words.isBlank() || words.length() > LONGEST_FACT) {
      throw new InvalidValue(
          "/facts/" + name, "SIZE", "a fact has 1 to " + LONGEST_FACT + " characters");
    }
    return words;
  }

  static TalkTrackDto words(Words words) {
    TalkTrack track = words.track();
    return new TalkTrackDto()
        .kind(kind(track.kind()))
        .parts(track.parts().stream().map(TalkTrackMapper::part).toList())
        .text(track.text())
        .discloseWithinSeconds(seconds(track.discloseWithinSeconds()))
        .offer(words.offer().map(TalkTrackMapper::offer).orElse(null))
        .questions(QualifyingMapper.asked(words.questions()));
  }

  private static TalkTrackPartDto part(TalkTrack.Part part) {
    return new TalkTrackPartDto()
        .codes(part.codes().stream().map(PartCode::name).toList())
        .text(part.text());
  }

  private static @Nullable Integer seconds(OptionalInt seconds) {
    return seconds.isPresent() ? seconds.getAsInt() : null;
  }

  private static OfferedTimeDto offer(Offer offer) {
    return new OfferedTimeDto()
        .startsAt(utc(offer.at()))
        .source(
            switch (offer.source()) {
              case FREE_SLOT -> OfferSourceDto.FREE_SLOT;
              case PROPOSED -> OfferSourceDto.PROPOSED;
            });
  }

  /**
   * @param text in which it was found
   */
  static LintFindingDto finding(Finding finding, String text) {
    return finding(finding).words(text.substring(finding.start(), finding.end()));
  }

  static LintFindingDto finding(Finding finding) {
    return new LintFindingDto()
        .code(finding.code().name())
        .start(finding.start())
        .end(finding.end())
        .severity(
            switch (finding.severity()) {
              case ERROR -> LintSeverityDto.ERROR;
              case WARNING -> LintSeverityDto.WARNING;
            })
        .why(finding.why())
        .better(finding.better());
  }

  static Scope scope(LintScopeDto scope) {
    return switch (scope) {
      case LINE -> Scope.LINE;
      case OPENER -> Scope.OPENER;
    };
  }

  static CallKind kind(CallKindDto kind) {
    return switch (kind) {
      case FIRST_CALL -> CallKind.FIRST_CALL;
      case BUSY_REPLY -> CallKind.BUSY_REPLY;
      case CALLBACK -> CallKind.CALLBACK;
      case QUALITY_CONFIRMATION -> CallKind.QUALITY_CONFIRMATION;
      case SIGNAL -> CallKind.SIGNAL;
      case INBOUND -> CallKind.INBOUND;
      case CUSTOMER_CHECK_IN -> CallKind.CUSTOMER_CHECK_IN;
      case WARM_CHECK_IN -> CallKind.WARM_CHECK_IN;
      case WIN_BACK -> CallKind.WIN_BACK;
      case CONTRACT_END -> CallKind.CONTRACT_END;
      case FIT_CHECK -> CallKind.FIT_CHECK;
      case REHEAT -> CallKind.REHEAT;
      case VOICEMAIL -> CallKind.VOICEMAIL;
      case FOLLOW_UP -> CallKind.FOLLOW_UP;
    };
  }

  static CallKindDto kind(CallKind kind) {
    return switch (kind) {
      case FIRST_CALL -> CallKindDto.FIRST_CALL;
      case BUSY_REPLY -> CallKindDto.BUSY_REPLY;
      case CALLBACK -> CallKindDto.CALLBACK;
      case QUALITY_CONFIRMATION -> CallKindDto.QUALITY_CONFIRMATION;
      case SIGNAL -> CallKindDto.SIGNAL;
      case INBOUND -> CallKindDto.INBOUND;
      case CUSTOMER_CHECK_IN -> CallKindDto.CUSTOMER_CHECK_IN;
      case WARM_CHECK_IN -> CallKindDto.WARM_CHECK_IN;
      case WIN_BACK -> CallKindDto.WIN_BACK;
      case CONTRACT_END -> CallKindDto.CONTRACT_END;
      case FIT_CHECK -> CallKindDto.FIT_CHECK;
      case REHEAT -> CallKindDto.REHEAT;
      case VOICEMAIL -> CallKindDto.VOICEMAIL;
      case FOLLOW_UP -> CallKindDto.FOLLOW_UP;
    };
  }
}
