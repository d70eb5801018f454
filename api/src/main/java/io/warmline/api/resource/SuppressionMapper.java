package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.SuppressionDto;
import io.warmline.api.contract.model.SuppressionReachDto;
import io.warmline.api.contract.model.SuppressionScopeDto;
import io.warmline.api.contract.model.SuppressionSourceDto;
import io.warmline.core.suppression.Suppression;
import io.warmline.core.suppression.SuppressionReach;
import io.warmline.core.suppression.SuppressionScope;

/** Do-not-call entries between the contract and the domain. */
final class SuppressionMapper {

  private SuppressionMapper() {}

  static SuppressionDto suppression(Suppression entry) {
    return new SuppressionDto()
        .id(entry.id().value())
        .phone(entry.phone().e164())
        .scope(scope(entry.scope()))
        .reach(reach(entry.reach()))
        .campaignId(entry.campaign().map(id -> id.value()).orElse(null))
        .clientId(entry.client().map(id -> id.value()).orElse(null))
        .source(source(entry.source()))
        .reason(entry.reason().orElse(null))
        .callId(entry.call().map(id -> id.value()).orElse(null))
        .createdAt(utc(entry.createdAt()))
        .removedAt(utc(entry.removedAt()))
        .removedByKeyId(entry.removedBy().orElse(null))
        .evidence(entry.evidence().orElse(null));
  }

  static SuppressionScope scope(SuppressionScopeDto scope) {
    return switch (scope) {
      case TENANT -> SuppressionScope.TENANT;
      case CLIENT -> SuppressionScope.CLIENT;
      case CAMPAIGN -> SuppressionScope.CAMPAIGN;
    };
  }

  private static SuppressionScopeDto scope(SuppressionScope scope) {
    return switch (scope) {
      case TENANT -> SuppressionScopeDto.TENANT;
      case CLIENT -> SuppressionScopeDto.CLIENT;
      case CAMPAIGN -> SuppressionScopeDto.CAMPAIGN;
    };
  }

  private static SuppressionReachDto reach(SuppressionReach reach) {
    return switch (reach) {
      case NUMBER -> SuppressionReachDto.NUMBER;
      case PERSON -> SuppressionReachDto.PERSON;
    };
  }

  private static SuppressionSourceDto source(Suppression.Source source) {
    return switch (source) {
      case CALL -> SuppressionSourceDto.CALL;
      case API -> SuppressionSourceDto.API;
    };
  }
}
