package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.AddressDto;
import io.warmline.api.contract.model.CompanyKeyDto;
import io.warmline.api.contract.model.LeadDto;
import io.warmline.api.contract.model.LeadOutcomeDto;
import io.warmline.api.contract.model.LeadPhoneDto;
import io.warmline.api.contract.model.LeadStatusChangeDto;
import io.warmline.api.contract.model.LeadStatusDto;
import io.warmline.api.contract.model.LeadWarningDto;
import io.warmline.api.contract.model.NewLeadDto;
import io.warmline.api.contract.model.PhoneStatusDto;
import io.warmline.api.contract.model.StatedPlaceDto;
import io.warmline.api.contract.model.ZoneSourceDto;
import io.warmline.core.company.Company;
import io.warmline.core.compliance.Jurisdiction;
import io.warmline.core.id.AgentId;
import io.warmline.core.lead.ChangeStatus;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.LeadPhone;
import io.warmline.core.lead.LeadProfile;
import io.warmline.core.lead.LeadProfile.StatedPlace;
import io.warmline.core.lead.LeadStatus;
import io.warmline.core.lead.SaveLead;
import io.warmline.core.lead.Tags;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.ZoneSource;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leads between the contract and the domain. */
final class LeadMapper {

  /** Why a number is not called that rings. */
  private static final String REFUSED = "DO_NOT_CALL";

  private LeadMapper() {}

  /** What whoever takes a lead in should know; null: nothing. */
  static @Nullable List<LeadWarningDto> warnings(SaveLead.Saved saved) {
    List<LeadWarningDto> warnings = new ArrayList<>();
    saved.erasedAt().map(LeadMapper::erased).ifPresent(warnings::add);
    RefusalWarnings.in(saved.lead()).forEach(warnings::add);
    return warnings.isEmpty() ? null : warnings;
  }

  private static LeadWarningDto erased(Instant at) {
    return new LeadWarningDto()
        .code("PERSON_ERASED")
        .detail(
            "A lead with this number, e-mail address or external id was erased on "
                + at.atZone(ZoneOffset.UTC).toLocalDate()
                + ". It may be the same person, who did not want to be kept: see that they"
                + " have come back themselves, and erase this lead if they have not.");
  }

  private static @Nullable StatedPlaceDto stated(@Nullable StatedPlace place) {
    return place == null
        ? null
        : new StatedPlaceDto()
            .country(place.country())
            .region(place.region())
            .postalCode(place.postalCode());
  }

  /** The lead in the shape in which it is created, for a patch to be laid over. */
  static NewLeadDto newLead(Lead lead) {
    LeadDto dto = lead(lead, Set.of());
    return new NewLeadDto()
        .campaignId(dto.getCampaignId())
        .externalId(dto.getExternalId())
        .title(dto.getTitle())
        .firstName(dto.getFirstName())
        .lastName(dto.getLastName())
        .company(dto.getCompany())
        .jobTitle(dto.getJobTitle())
        .email(dto.getEmail())
        .website(dto.getWebsite())
        .phones(lead.numbers().stream().map(PhoneNumber::e164).toList())
        .address(dto.getAddress())
        .timeZone(dto.getTimeZone())
        .consent(dto.getConsent())
        .relationship(dto.getRelationship())
        .language(dto.getLanguage())
        .score(dto.getScore())
        .notes(dto.getNotes())
        .statedPlace(dto.getStatedPlace())
        .contractEnd(dto.getContractEnd())
        .tags(dto.getTags())
        .customFields(dto.getCustomFields());
  }

  /** Null where nothing is known. */
  private static @Nullable CompanyKeyDto companyKey(Company company) {
    return company.isKnown()
        ? new CompanyKeyDto()
            .domain(company.domain().orElse(null))
            .name(company.name().orElse(null))
            .country(company.country().orElse(null))
        : null;
  }

  /**
   * @param refused numbers of the lead on which no calls are wanted
   */
  static LeadDto lead(Lead lead, Set<PhoneNumber> refused) {
    LeadProfile profile = lead.profile();
    return new LeadDto()
        .id(lead.id().value())
        .campaignId(lead.campaign().value())
        .externalId(lead.externalId().orElse(null))
        .status(status(lead.status()))
        .title(profile.title())
        .firstName(profile.firstName())
        .lastName(profile.lastName())
        .company(profile.company())
        .jobTitle(profile.jobTitle())
        .email(profile.email())
        .website(profile.website())
        .companyKey(companyKey(lead.company()))
        .phones(
            lead.phones().stream().map(one -> phone(one, refused.contains(one.number()))).toList())
        .placeWarnings(PlaceWarningMapper.of(profile, lead.phones()))
        .address(address(profile.address()))
        .timeZone(Values.maybe(profile.timeZone(), ZoneId::getId))
        .consent(ConsentMapper.consent(profile.consent()))
        .relationship(ConsentMapper.relationship(profile.relationship()))
        .language(profile.language())
        .score(profile.score())
        .notes(profile.notes())
        .statedPlace(stated(profile.statedPlace()))
        .contractEnd(profile.contractEnd())
        .tags(tags(profile.tags()))
        .customFields(profile.customFields())
        .qualification(HandoffMapper.qualification(lead.qualification().orElse(null)))
        .attempts(lead.attempts())
        .lastAttemptAt(utc(lead.lastAttemptAt()))
        .nextAttemptAt(utc(lead.nextAttemptAt()))
        .referredByLeadId(lead.referrer().map(id -> id.value()).orElse(null))
        .erasedAt(utc(lead.erasedAt()))
        .createdAt(utc(lead.createdAt()))
        .updatedAt(utc(lead.updatedAt()));
  }

  private static @Nullable List<String> tags(Tags tags) {
    return tags.equals(Tags.NONE) ? null : tags.names();
  }

  private static @Nullable AddressDto address(LeadProfile.Address address) {
    if (address.equals(LeadProfile.Address.UNKNOWN)) {
      return null;
    }
    return new AddressDto()
        .street(address.street())
        .city(address.city())
        .county(address.county())
        .region(address.region())
        .postalCode(address.postalCode())
        .country(address.country());
  }

  private static LeadPhoneDto phone(LeadPhone phone, boolean refused) {
    Optional<String> reason =
        phone.uncallable().or(() -> refused ? Optional.of(REFUSED) : Optional.empty());
    return new LeadPhoneDto()
        .number(phone.number().e164())
        .type(NumberMapper.type(phone.type()))
        .status(reason.isPresent() ? PhoneStatusDto.UNCALLABLE : PhoneStatusDto.CALLABLE)
        .reason(reason.orElse(null))
        .extension(phone.extension().orElse(null))
        .candidateZones(phone.place().zones().stream().map(ZoneId::getId).sorted().toList())
        .jurisdictions(
            phone.place().jurisdictions().stream().map(Jurisdiction::code).sorted().toList())
        .zoneSource(source(phone.place().source()));
  }

  static ZoneSourceDto source(ZoneSource source) {
    return switch (source) {
      case EXPLICIT -> ZoneSourceDto.EXPLICIT;
      case STATED_PLACE -> ZoneSourceDto.STATED_PLACE;
      case POSTAL_ADDRESS -> ZoneSourceDto.POSTAL_ADDRESS;
      case PHONE_NUMBER -> ZoneSourceDto.PHONE_NUMBER;
      case COUNTRY -> ZoneSourceDto.COUNTRY;
      case CAMPAIGN_DEFAULT -> ZoneSourceDto.CAMPAIGN_DEFAULT;
    };
  }

  static ChangeStatus.Wish wish(LeadStatusChangeDto dto) {
    return new ChangeStatus.Wish(
        status(dto.getTo()),
        new AgentId(dto.getAgentId()),
        dto.getReason(),
        Values.date(dto.getRevisitOn(), "/statusChange/revisitOn"));
  }

  static LeadOutcomeDto outcome(SaveLead.Outcome outcome) {
    return switch (outcome) {
      case CREATED -> LeadOutcomeDto.CREATED;
      case REPLACED -> LeadOutcomeDto.REPLACED;
      case SKIPPED -> LeadOutcomeDto.SKIPPED;
      case MERGED -> LeadOutcomeDto.MERGED;
      case TAKEN_OVER -> LeadOutcomeDto.TAKEN_OVER;
    };
  }

  static LeadStatusDto status(LeadStatus status) {
    return switch (status) {
      case COLD -> LeadStatusDto.COLD;
      case ATTEMPTING -> LeadStatusDto.ATTEMPTING;
      case CONTACTED -> LeadStatusDto.CONTACTED;
      case CALLBACK_PENDING -> LeadStatusDto.CALLBACK_PENDING;
      case WARM -> LeadStatusDto.WARM;
      case QUALIFIED -> LeadStatusDto.QUALIFIED;
      case HANDED_OFF -> LeadStatusDto.HANDED_OFF;
      case APPOINTMENT_SET -> LeadStatusDto.APPOINTMENT_SET;
      case LAPSED -> LeadStatusDto.LAPSED;
      case NURTURE -> LeadStatusDto.NURTURE;
      case CUSTOMER -> LeadStatusDto.CUSTOMER;
      case DISQUALIFIED -> LeadStatusDto.DISQUALIFIED;
      case EXHAUSTED -> LeadStatusDto.EXHAUSTED;
      case DO_NOT_CALL -> LeadStatusDto.DO_NOT_CALL;
    };
  }

  static LeadStatus status(LeadStatusDto status) {
    return switch (status) {
      case COLD -> LeadStatus.COLD;
      case ATTEMPTING -> LeadStatus.ATTEMPTING;
      case CONTACTED -> LeadStatus.CONTACTED;
      case CALLBACK_PENDING -> LeadStatus.CALLBACK_PENDING;
      case WARM -> LeadStatus.WARM;
      case QUALIFIED -> LeadStatus.QUALIFIED;
      case HANDED_OFF -> LeadStatus.HANDED_OFF;
      case APPOINTMENT_SET -> LeadStatus.APPOINTMENT_SET;
      case LAPSED -> LeadStatus.LAPSED;
      case NURTURE -> LeadStatus.NURTURE;
      case CUSTOMER -> LeadStatus.CUSTOMER;
      case DISQUALIFIED -> LeadStatus.DISQUALIFIED;
      case EXHAUSTED -> LeadStatus.EXHAUSTED;
      case DO_NOT_CALL -> LeadStatus.DO_NOT_CALL;
    };
  }
}
