package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.model.AcceptedJurisdictionDto;
import io.warmline.api.contract.model.AudienceDto;
import io.warmline.api.contract.model.BlockerDto;
import io.warmline.api.contract.model.CallingRuleDto;
import io.warmline.api.contract.model.ConsentKindDto;
import io.warmline.api.contract.model.LiftedRuleDto;
import io.warmline.api.contract.model.PlaceVerdictDto;
import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.Blocker;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.ConsentKind;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.Opening;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.compliance.RuleJsonWriter;
import io.warmline.core.lead.JudgePlace;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.PostalAddress;
import io.warmline.core.queue.BlockCode;
import io.warmline.core.rule.AcceptedJurisdiction;
import io.warmline.core.rule.LiftedRule;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calling rules between the contract and the domain. The contract has the shape of the rule files.
 */
final class RuleMapper {

  private static final String HOURS_STAY =
      " Warmline does not lift them: a call that is agreed for a time outside the hours is made at the"
          + " next legal time.";

  private RuleMapper() {}

  /** What has no effect is not shown; where the law knows it, the notes say so. */
  static CallingRuleDto rule(CallingRule rule, ObjectMapper json) {
    ObjectNode written = RuleJsonWriter.write(rule);
    withoutEffect(written);
    try {
      return json.treeToValue(written, CallingRuleDto.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the rule " + rule.id() + " is not as the contract says", e);
    }
  }

  /** No consent lifts hours yet. */
  static void withoutEffect(ObjectNode written) {
    boolean lifts = written.path("consentLiftsHours").asBoolean();
    written.remove("consentLiftsHours");
    if (lifts) {
      written.put("notes", (written.path("notes").asText() + HOURS_STAY).strip());
    }
  }

  static LiftedRuleDto lifted(LiftedRule lifted) {
    return new LiftedRuleDto()
        .rule(lifted.rule().value())
        .by(lifted.by())
        .reason(lifted.reason())
        .liftedAt(utc(lifted.at()));
  }

  static AcceptedJurisdictionDto accepted(AcceptedJurisdiction accepted) {
    return new AcceptedJurisdictionDto()
        .jurisdiction(accepted.country().code())
        .by(accepted.by())
        .reason(accepted.reason())
        .callingHours(HoursMapper.hours(accepted.hours()))
        .acceptedAt(utc(accepted.at()));
  }

  static List<RuleId> ids(@Nullable List<String> ids) {
    return ids == null ? List.of() : ids.stream().map(RuleId::new).distinct().toList();
  }

  static Audience audience(@Nullable AudienceDto dto) {
    if (dto == null) {
      return Audience.B2C;
    }
    return switch (dto) {
      case B2C -> Audience.B2C;
      case B2B -> Audience.B2B;
    };
  }

  static AudienceDto audience(Audience audience) {
    return switch (audience) {
      case B2C -> AudienceDto.B2C;
      case B2B -> AudienceDto.B2B;
    };
  }

  static ConsentKind consent(@Nullable ConsentKindDto dto) {
    if (dto == null) {
      return ConsentKind.NONE;
    }
    return switch (dto) {
      case NONE -> ConsentKind.NONE;
      case IMPLIED -> ConsentKind.IMPLIED;
      case EXPRESS -> ConsentKind.EXPRESS;
      case WRITTEN -> ConsentKind.WRITTEN;
    };
  }

  static ConsentKindDto consent(ConsentKind kind) {
    return switch (kind) {
      case NONE -> ConsentKindDto.NONE;
      case IMPLIED -> ConsentKindDto.IMPLIED;
      case EXPRESS -> ConsentKindDto.EXPRESS;
      case WRITTEN -> ConsentKindDto.WRITTEN;
    };
  }

  static PlaceVerdictDto verdict(
      PhoneNumber number, Optional<PostalAddress> address, JudgePlace.Answer answer) {
    List<Blocker> blockers = answer.verdict().blockedBy();
    return new PlaceVerdictDto()
        .at(utc(answer.at()))
        .phone(number.e164())
        .callable(blockers.isEmpty())
        .candidateZones(answer.place().zones().stream().map(ZoneId::getId).sorted().toList())
        .zoneSource(LeadMapper.source(answer.place().source()))
        .jurisdictions(
            answer.place().jurisdictions().stream().map(Jurisdiction::code).sorted().toList())
        .rules(answer.rules().stream().map(RuleId::value).toList())
        .blockers(blockers.stream().map(by -> blocker(by, answer)).toList())
        .placeWarnings(PlaceWarningMapper.of(address, number))
        .callableAt(utc(answer.verdict().callableAt(answer.at())))
        .callableUntil(utc(answer.opening().map(Opening::closesAt)));
  }

  private static BlockerDto blocker(Blocker by, JudgePlace.Answer answer) {
    return new BlockerDto()
        .code(QueueMapper.block(BlockCode.of(by.kind())))
        .detail(by.why())
        .until(utc(answer.law().endOf(by, answer.at())))
        .rule(by.kind() == Blocker.Kind.NO_RULE ? null : by.id().value())
        .citation(by.kind() == Blocker.Kind.NO_RULE ? null : by.citation());
  }
}
