package io.warmline.api.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.api.contract.CallingRulesApi;
import io.warmline.api.contract.model.AcceptedJurisdictionDto;
import io.warmline.api.contract.model.AcceptedJurisdictionListDto;
import io.warmline.api.contract.model.AddressDto;
import io.warmline.api.contract.model.AudienceDto;
import io.warmline.api.contract.model.CallingRuleDto;
import io.warmline.api.contract.model.CallingRuleListDto;
import io.warmline.api.contract.model.HouseRuleDto;
import io.warmline.api.contract.model.JurisdictionAcceptanceDto;
import io.warmline.api.contract.model.LiftedRuleDto;
import io.warmline.api.contract.model.PlaceToCallDto;
import io.warmline.api.contract.model.PlaceVerdictDto;
import io.warmline.api.contract.model.RuleLiftDto;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.RequestFacts;
import io.warmline.core.InvalidValue;
import io.warmline.core.campaign.Campaign;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.compliance.Audience;
import io.warmline.core.compliance.CallingRule;
import io.warmline.core.compliance.CallingRules;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.compliance.RuleId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.lead.JudgePlace;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.Clues;
import io.warmline.core.place.KnownJurisdictions;
import io.warmline.core.place.PostalAddress;
import io.warmline.core.rule.AcceptJurisdiction;
import io.warmline.core.rule.AcceptedJurisdictions;
import io.warmline.core.rule.ChangeHouseRule;
import io.warmline.core.rule.HouseRules;
import io.warmline.core.rule.LiftRule;
import io.warmline.core.rule.LiftedRule;
import io.warmline.core.rule.LiftedRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class CallingRulesResource implements CallingRulesApi {

  /** Numbers of no country must be written with theirs. */
  private static final String NO_COUNTRY = "ZZ";

  private final JudgePlace judgePlace;
  private final HouseRules houseRules;
  private final ChangeHouseRule changeHouseRule;
  private final Campaigns campaigns;
  private final AcceptJurisdiction acceptJurisdiction;
  private final AcceptedJurisdictions accepted;
  private final LiftRule liftRule;
  private final LiftedRules lifted;
  private final RequestFacts facts;
  private final ObjectMapper json;

  CallingRulesResource(
      JudgePlace judgePlace,
      HouseRules houseRules,
      ChangeHouseRule changeHouseRule,
      Campaigns campaigns,
      AcceptJurisdiction acceptJurisdiction,
      AcceptedJurisdictions accepted,
      LiftRule liftRule,
      LiftedRules lifted,
      RequestFacts facts,
      ObjectMapper json) {
    this.judgePlace = judgePlace;
    this.houseRules = houseRules;
    this.changeHouseRule = changeHouseRule;
    this.campaigns = campaigns;
    this.acceptJurisdiction = acceptJurisdiction;
    this.accepted = accepted;
    this.liftRule = liftRule;
    this.lifted = lifted;
    this.facts = facts;
    this.json = json;
  }

  @Override
  public RestResponse<CallingRuleListDto> listCallingRules(
      @Nullable String jurisdiction, @Nullable AudienceDto audience) {
    Optional<Set<Jurisdiction>> places =
        Optional.ofNullable(jurisdiction).map(CallingRulesResource::known).map(Set::of);
    Optional<Audience> whom = Optional.ofNullable(audience).map(RuleMapper::audience);
    Map<RuleId, LiftedRule> notKept =
        lifted.all().stream().collect(Collectors.toMap(LiftedRule::rule, Function.identity()));
    return RestResponse.ok(
        new CallingRuleListDto()
            .items(
                CallingRules.presets().all().and(houseRules.all()).rules().stream()
                    .filter(rule -> concerns(rule, places, whom))
                    .map(rule -> shown(rule, notKept))
                    .toList()));
  }

  private CallingRuleDto shown(CallingRule rule, Map<RuleId, LiftedRule> notKept) {
    return RuleMapper.rule(rule, json)
        .lifted(Optional.ofNullable(notKept.get(rule.id())).map(RuleMapper::lifted).orElse(null));
  }

  private static boolean concerns(
      CallingRule rule, Optional<Set<Jurisdiction>> places, Optional<Audience> whom) {
    boolean there =
        places.isEmpty()
            || rule.jurisdiction().isEmpty()
            || places.get().stream().anyMatch(rule.jurisdiction().get()::covers);
    return there
        && whom.map(audience -> rule.identity().reach().audiences().contains(audience))
            .orElse(true);
  }

  @Override
  public RestResponse<PlaceVerdictDto> checkCallability(
      PlaceToCallDto dto, @Nullable String idempotencyKey) {
    Optional<CampaignId> campaign = Optional.ofNullable(dto.getCampaignId()).map(CampaignId::new);
    PhoneNumber number = Values.phone(dto.getPhone(), country(dto, campaign), "/phone");
    JudgePlace.Question question =
        new JudgePlace.Question(
            clues(dto, number),
            Optional.ofNullable(dto.getAudience()).map(RuleMapper::audience),
            RuleMapper.consent(dto.getConsent()),
            campaign,
            Optional.ofNullable(dto.getAt()).map(OffsetDateTime::toInstant));
    return RestResponse.ok(
        RuleMapper.verdict(number, question.clues().postal(), judgePlace.judge(question)));
  }

  private String country(PlaceToCallDto dto, Optional<CampaignId> campaign) {
    if (dto.getCountry() != null) {
      return Values.country(dto.getCountry(), "/country");
    }
    return campaign.map(campaigns::get).map(Campaign::defaultCountry).orElse(NO_COUNTRY);
  }

  private static Clues clues(PlaceToCallDto dto, PhoneNumber number) {
    return new Clues(
        number,
        Optional.ofNullable(dto.getTimeZone()).map(zone -> Values.zone(zone, "/timeZone")),
        Optional.empty(),
        Optional.ofNullable(dto.getAddress()).map(CallingRulesResource::address));
  }

  private static PostalAddress address(AddressDto dto) {
    if (dto.getCountry() != null) {
      Values.country(dto.getCountry(), "/address/country");
    }
    return new PostalAddress(dto.getCountry(), dto.getRegion(), dto.getPostalCode());
  }

  private static Jurisdiction known(String code) {
    Jurisdiction place = new Jurisdiction(code);
    KnownJurisdictions.faultOf(place)
        .ifPresent(
            fault -> {
              throw new InvalidValue("jurisdiction", "UNKNOWN_JURISDICTION", fault);
            });
    return place;
  }

  @Override
  public RestResponse<CallingRuleDto> saveCallingRule(String ruleId, HouseRuleDto dto) {
    CallingRule saved = changeHouseRule.save(new RuleId(ruleId), json.valueToTree(dto));
    return RestResponse.ok(RuleMapper.rule(saved, json));
  }

  @Override
  public RestResponse<Void> deleteCallingRule(String ruleId) {
    changeHouseRule.delete(new RuleId(ruleId));
    return RestResponse.noContent();
  }

  @Override
  public RestResponse<AcceptedJurisdictionListDto> listAcceptedJurisdictions() {
    return RestResponse.ok(
        new AcceptedJurisdictionListDto()
            .items(accepted.all().stream().map(RuleMapper::accepted).toList()));
  }

  @Override
  public RestResponse<AcceptedJurisdictionDto> acceptJurisdiction(
      String jurisdiction, JurisdictionAcceptanceDto dto) {
    AcceptJurisdiction.Statement statement =
        new AcceptJurisdiction.Statement(
            dto.getBy(),
            dto.getReason(),
            Optional.ofNullable(dto.getCallingHours())
                .map(hours -> HoursMapper.hours(hours, "/callingHours")),
            facts.keyId());
    return RestResponse.ok(
        RuleMapper.accepted(acceptJurisdiction.accept(new Jurisdiction(jurisdiction), statement)));
  }

  @Override
  public RestResponse<Void> withdrawJurisdiction(String jurisdiction) {
    acceptJurisdiction.withdraw(new Jurisdiction(jurisdiction), facts.keyId());
    return RestResponse.noContent();
  }

  @Override
  public RestResponse<LiftedRuleDto> liftCallingRule(String ruleId, RuleLiftDto dto) {
    return RestResponse.ok(
        RuleMapper.lifted(
            liftRule.lift(new RuleId(ruleId), dto.getBy(), dto.getReason(), facts.keyId())));
  }

  @Override
  public RestResponse<Void> restoreCallingRule(String ruleId) {
    liftRule.restore(new RuleId(ruleId), facts.keyId());
    return RestResponse.noContent();
  }
}
