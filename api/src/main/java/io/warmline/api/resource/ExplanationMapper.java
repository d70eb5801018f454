package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.model.AudienceDto;
import io.warmline.api.contract.model.BreachDto;
import io.warmline.api.contract.model.CallExplanationDto;
import io.warmline.api.contract.model.CallingRuleDto;
import io.warmline.api.contract.model.DispositionDto;
import io.warmline.api.contract.model.ExplainedChoiceDto;
import io.warmline.api.contract.model.ExplainedClaimDto;
import io.warmline.api.contract.model.ExplainedClockDto;
import io.warmline.api.contract.model.ExplainedConsentDto;
import io.warmline.api.contract.model.ExplainedLawDto;
import io.warmline.api.contract.model.ExplainedRegistryDto;
import io.warmline.api.contract.model.ExplainedRuleDto;
import io.warmline.api.contract.model.HouseChoiceDto;
import io.warmline.api.contract.model.NumberExplanationDto;
import io.warmline.api.contract.model.RelationshipDto;
import io.warmline.api.contract.model.RuleStatusDto;
import io.warmline.api.contract.model.ZoneSourceDto;
import io.warmline.core.evidence.CallExplanation;
import io.warmline.core.evidence.CallExplanation.ExplainedCall;
import io.warmline.core.evidence.ExplainCall;
import io.warmline.core.phone.PhoneNumber;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was kept with calls, in the shapes of the contract, which are those in which it is kept. */
final class ExplanationMapper {

  private ExplanationMapper() {}

  static NumberExplanationDto number(
      PhoneNumber phone, ExplainCall.ToNumber found, ObjectMapper json) {
    return new NumberExplanationDto()
        .phone(phone.e164())
        .complete(found.complete())
        .keptSince(utc(found.keptSince()))
        .calls(found.calls().stream().map(call -> call(call, json)).toList());
  }

  static CallExplanationDto call(CallExplanation told, ObjectMapper json) {
    ExplainedCall made = told.made();
    CallExplanation.Place place = told.place();
    return new CallExplanationDto()
        .callId(made.call().value())
        .leadId(made.lead().value())
        .campaignId(made.campaign().value())
        .agentId(made.agent().value())
        .agentName(made.agentName())
        .phone(made.phone().map(PhoneNumber::e164).orElse(null))
        .disposition(as(made.disposition(), DispositionDto.class, json))
        .late(made.late())
        .startedAt(utc(made.startedAt()))
        .loggedAt(utc(made.loggedAt()))
        .erasedAt(utc(made.erasedAt()))
        .detailsGoneAt(utc(made.detailsGoneAt()))
        .lawful(told.isLawful())
        .summary(ExplanationWords.of(told))
        .claim(told.claim().map(ExplanationMapper::claim).orElse(null))
        .audience(as(place.audience(), AudienceDto.class, json))
        .clocks(place.clocks().stream().map(ExplanationMapper::clock).toList())
        .zoneSource(Values.maybe(place.source(), text -> as(text, ZoneSourceDto.class, json)))
        .jurisdictions(place.jurisdictions())
        .law(told.law().map(law -> law(law, json)).orElse(null))
        .consent(node(told.consent(), ExplainedConsentDto.class, json))
        .relationship(node(told.relationship(), RelationshipDto.class, json))
        .registries(nodes(told.registries(), ExplainedRegistryDto.class, json, "importedAt"))
        .choices(told.choices().stream().map(one -> choice(one, json)).toList())
        .breaches(nodes(told.breaches(), BreachDto.class, json));
  }

  private static ExplainedClaimDto claim(CallExplanation.Held held) {
    return new ExplainedClaimDto()
        .id(held.claim().value())
        .claimedAt(utc(held.claimedAt()))
        .callUntil(utc(held.callUntil()));
  }

  private static ExplainedClockDto clock(CallExplanation.Clock clock) {
    return new ExplainedClockDto().zone(clock.zone()).localTime(clock.showed().toString());
  }

  private static ExplainedLawDto law(CallExplanation.KeptRules law, ObjectMapper json) {
    return new ExplainedLawDto()
        .digest(law.digest())
        .edition(law.edition())
        .zoneData(law.zoneData())
        .zoneDataCorrected(law.corrected())
        .clocks(law.opened())
        .rules(law.rules().stream().map(rule -> rule(rule, json)).toList());
  }

  private static ExplainedRuleDto rule(CallExplanation.Rule rule, ObjectMapper json) {
    ObjectNode text = rule.text().deepCopy();
    RuleMapper.withoutEffect(text);
    return new ExplainedRuleDto()
        .id(rule.id())
        .version(rule.version())
        .status(as(rule.status(), RuleStatusDto.class, json))
        .citation(rule.citation())
        .checkedOn(rule.checkedOn())
        .digest(rule.digest())
        .rule(node(text, CallingRuleDto.class, json));
  }

  private static ExplainedChoiceDto choice(CallExplanation.Choice choice, ObjectMapper json) {
    return new ExplainedChoiceDto()
        .kind(as(choice.kind(), HouseChoiceDto.class, json))
        .name(choice.name())
        .by(choice.by())
        .reason(choice.reason())
        .at(utc(choice.at()));
  }

  private static <T> T as(String text, Class<T> type, ObjectMapper json) {
    return json.convertValue(text, type);
  }

  private static <T> List<T> nodes(
      List<JsonNode> nodes, Class<T> type, ObjectMapper json, String... unsaid) {
    return nodes.stream()
        .map(node -> without(node, unsaid))
        .map(node -> read(node, type, json))
        .collect(Collectors.toList());
  }

  private static JsonNode without(JsonNode node, String... unsaid) {
    ObjectNode copy = node.deepCopy();
    copy.remove(List.of(unsaid));
    return copy;
  }

  private static <T> @Nullable T node(@Nullable JsonNode node, Class<T> type, ObjectMapper json) {
    return node == null ? null : read(node, type, json);
  }

  private static <T> T read(JsonNode node, Class<T> type, ObjectMapper json) {
    try {
      return json.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was kept with a call is not as the contract says", e);
    }
  }
}
