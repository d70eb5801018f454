package io.warmline.api.resource;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.warmline.api.contract.SuppressionsApi;
import io.warmline.api.contract.model.NewSuppressionDto;
import io.warmline.api.contract.model.NumberCheckDto;
import io.warmline.api.contract.model.NumberCheckRequestDto;
import io.warmline.api.contract.model.NumberExplanationDto;
import io.warmline.api.contract.model.NumberExplanationRequestDto;
import io.warmline.api.contract.model.RemoveSuppressionDto;
import io.warmline.api.contract.model.SuppressionDto;
import io.warmline.api.contract.model.SuppressionPageDto;
import io.warmline.api.contract.model.SuppressionReachDto;
import io.warmline.api.contract.model.SuppressionScopeDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.RequestFacts;
import io.warmline.core.InvalidValue;
import io.warmline.core.Page;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.client.Clients;
import io.warmline.core.evidence.ExplainCall;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.SuppressionId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.phone.PhoneNumbers;
import io.warmline.core.place.Places;
import io.warmline.core.registry.Registries;
import io.warmline.core.suppression.SuppressNumber;
import io.warmline.core.suppression.SuppressPerson;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class SuppressionsResource implements SuppressionsApi {

  /** A country no number belongs to: what is written without a country code is then refused. */
  private static final String NO_COUNTRY = "ZZ";

  private static final int MOST_EXPLAINED = 1000;

  private final Suppressions suppressions;
  private final SuppressNumber suppressNumber;
  private final SuppressPerson suppressPerson;
  private final Campaigns campaigns;
  private final Clients clients;
  private final Registries registries;
  private final ExplainCall explainCall;
  private final ObjectMapper json;
  private final RequestFacts facts;
  private final Cursors cursors;

  SuppressionsResource(
      Suppressions suppressions,
      SuppressNumber suppressNumber,
      SuppressPerson suppressPerson,
      Campaigns campaigns,
      Clients clients,
      Registries registries,
      ExplainCall explainCall,
      ObjectMapper json,
      RequestFacts facts,
      Cursors cursors) {
    this.suppressions = suppressions;
    this.suppressNumber = suppressNumber;
    this.suppressPerson = suppressPerson;
    this.campaigns = campaigns;
    this.clients = clients;
    this.registries = registries;
    this.explainCall = explainCall;
    this.json = json;
    this.facts = facts;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<SuppressionDto> addSuppression(
      NewSuppressionDto dto, @Nullable String idempotencyKey) {
    Suppression.Request request =
        new Suppression.Request(
            Values.phone(dto.getPhone(), country(dto.getCountry()), "/phone"),
            campaign(dto),
            client(dto),
            Optional.ofNullable(dto.getReason()),
            Optional.empty());
    SuppressNumber.Added added =
        dto.getReach() == SuppressionReachDto.NUMBER
            ? suppressNumber.add(request)
            : suppressPerson.add(request);
    RestResponse.Status status =
        added.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
    return ResponseBuilder.create(status, SuppressionMapper.suppression(added.entry())).build();
  }

  private static Optional<CampaignId> campaign(NewSuppressionDto dto) {
    boolean ofCampaign = dto.getScope() == SuppressionScopeDto.CAMPAIGN;
    if (ofCampaign && dto.getCampaignId() == null) {
      throw InvalidValue.required("/campaignId", "scope CAMPAIGN needs the campaignId");
    }
    if (!ofCampaign && dto.getCampaignId() != null) {
      throw new InvalidValue(
          "/campaignId", "NOT_FOR_SCOPE", "only scope CAMPAIGN has a campaignId");
    }
    return Optional.ofNullable(dto.getCampaignId()).map(CampaignId::new);
  }

  private static Optional<ClientId> client(NewSuppressionDto dto) {
    boolean ofClient = dto.getScope() == SuppressionScopeDto.CLIENT;
    if (ofClient && dto.getClientId() == null) {
      throw InvalidValue.required("/clientId", "scope CLIENT needs the clientId");
    }
    if (!ofClient && dto.getClientId() != null) {
      throw new InvalidValue("/clientId", "NOT_FOR_SCOPE", "only scope CLIENT has a clientId");
    }
    return Optional.ofNullable(dto.getClientId()).map(ClientId::new);
  }

  private static String country(@Nullable String code) {
    return code == null ? NO_COUNTRY : Values.country(code, "/country");
  }

  @Override
  public RestResponse<SuppressionPageDto> listSuppressions(
      @Nullable String phone,
      @Nullable UUID campaignId,
      @Nullable UUID clientId,
      Integer limit,
      @Nullable String cursor) {
    Page<Suppression> page =
        suppressions.list(
            Optional.ofNullable(phone).map(PhoneNumber::new),
            Optional.ofNullable(campaignId).map(CampaignId::new),
            Optional.ofNullable(clientId).map(ClientId::new),
            cursors.paging(limit, cursor));
    return RestResponse.ok(
        new SuppressionPageDto()
            .items(page.items().stream().map(SuppressionMapper::suppression).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<SuppressionDto> removeSuppression(
      UUID suppressionId, RemoveSuppressionDto dto, @Nullable String idempotencyKey) {
    Suppression.Evidence evidence = new Suppression.Evidence(dto.getEvidence(), facts.keyId());
    Suppression entry = suppressNumber.remove(new SuppressionId(suppressionId), evidence);
    return RestResponse.ok(SuppressionMapper.suppression(entry));
  }

  @Override
  public RestResponse<NumberExplanationDto> explainNumber(
      NumberExplanationRequestDto dto, @Nullable String idempotencyKey) {
    PhoneNumber number = Values.phone(dto.getPhone(), country(dto.getCountry()), "/phone");
    return RestResponse.ok(
        ExplanationMapper.number(number, explainCall.to(number, MOST_EXPLAINED), json));
  }

  @Override
  public RestResponse<NumberCheckDto> checkNumber(
      NumberCheckRequestDto dto, @Nullable String idempotencyKey) {
    Optional<CampaignId> campaign = Optional.ofNullable(dto.getCampaignId()).map(CampaignId::new);
    Optional<ClientId> client = Optional.ofNullable(dto.getClientId()).map(ClientId::new);
    campaign.ifPresent(campaigns::get);
    client.ifPresent(clients::get);
    Optional<PhoneNumber> number = readable(dto.getPhone(), country(dto.getCountry()));
    List<Suppression> against =
        number.map(valid -> suppressions.against(valid, campaign, client)).orElse(List.of());
    List<String> on = number.map(registries::holding).orElse(List.of());
    return RestResponse.ok(
        new NumberCheckDto()
            .valid(number.isPresent())
            .number(number.map(PhoneNumber::e164).orElse(null))
            .country(number.flatMap(PhoneNumbers::countryOf).orElse(null))
            .candidateZones(
                number
                    .map(
                        valid ->
                            Places.zonesOf(valid).stream().map(ZoneId::getId).sorted().toList())
                    .orElse(List.of()))
            .suppressed(!against.isEmpty() || !on.isEmpty())
            .registries(on)
            .suppressions(against.stream().map(SuppressionMapper::suppression).toList()));
  }

  private static Optional<PhoneNumber> readable(String text, String country) {
    try {
      return Optional.of(Values.phone(text, country, "/phone"));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }
}
