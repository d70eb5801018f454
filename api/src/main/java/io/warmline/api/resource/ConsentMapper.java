package io.warmline.api.resource;

import io.warmline.api.contract.model.ConsentDto;
import io.warmline.api.contract.model.ConsentKindDto;
import io.warmline.api.contract.model.RelationshipDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.lead.LeadConsent;
import io.warmline.core.lead.Relationship;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a prospect has agreed to and has to do with us, between the contract and the domain. */
final class ConsentMapper {

  private ConsentMapper() {}

  /** A consent of kind NONE is none. */
  static @Nullable LeadConsent consent(@Nullable ConsentDto dto) {
    if (dto == null || dto.getKind() == ConsentKindDto.NONE) {
      return null;
    }
    Instant given = Values.instant(dto.getGivenAt(), "/consent/givenAt").orElseThrow();
    Instant expires = Values.instant(dto.getExpiresAt(), "/consent/expiresAt").orElse(null);
    Instant withdrawn = Values.instant(dto.getWithdrawnAt(), "/consent/withdrawnAt").orElse(null);
    if (expires != null && !expires.isAfter(given)) {
      throw new InvalidValue("/consent/expiresAt", "ENDS_TOO_EARLY", "must be after givenAt");
    }
    if (withdrawn != null && withdrawn.isBefore(given)) {
      throw new InvalidValue(
          "/consent/withdrawnAt", "ENDS_TOO_EARLY", "must not be before givenAt");
    }
    return new LeadConsent(
        RuleMapper.consent(dto.getKind()),
        given,
        dto.getEvidence(),
        dto.getScope(),
        dto.getSource(),
        expires,
        withdrawn);
  }

  static @Nullable ConsentDto consent(@Nullable LeadConsent consent) {
    return consent == null
        ? null
        : new ConsentDto()
            .kind(RuleMapper.consent(consent.kind()))
            .givenAt(Values.utc(consent.givenAt()))
            .evidence(consent.evidence())
            .scope(consent.scope())
            .source(consent.source())
            .expiresAt(Values.maybeUtc(consent.expiresAt()))
            .withdrawnAt(Values.maybeUtc(consent.withdrawnAt()));
  }

  /** One of which nothing is said is none. */
  static @Nullable Relationship relationship(@Nullable RelationshipDto dto) {
    if (dto == null || dto.equals(new RelationshipDto())) {
      return null;
    }
    LocalDate since =
        Values.date(dto.getCustomerSince(), "/relationship/customerSince").orElse(null);
    LocalDate until =
        Values.date(dto.getCustomerUntil(), "/relationship/customerUntil").orElse(null);
    if (until != null && since == null) {
      throw InvalidValue.required(
          "/relationship/customerSince", "a contract that ends has a beginning");
    }
    if (until != null && until.isBefore(since)) {
      throw new InvalidValue(
          "/relationship/customerUntil", "ENDS_TOO_EARLY", "must not be before customerSince");
    }
    return new Relationship(
        since,
        until,
        Values.date(dto.getLastPurchaseOn(), "/relationship/lastPurchaseOn").orElse(null),
        Values.instant(dto.getLastInquiryAt(), "/relationship/lastInquiryAt").orElse(null));
  }

  static @Nullable RelationshipDto relationship(@Nullable Relationship relationship) {
    return relationship == null
        ? null
        : new RelationshipDto()
            .customerSince(relationship.customerSince())
            .customerUntil(relationship.customerUntil())
            .lastPurchaseOn(relationship.lastPurchaseOn())
            .lastInquiryAt(Values.maybeUtc(relationship.lastInquiryAt()));
  }
}
