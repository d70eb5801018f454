package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.DeliveryAttemptDto;
import io.warmline.api.contract.model.DeliveryDto;
import io.warmline.api.contract.model.DeliveryFailureDto;
import io.warmline.api.contract.model.DeliveryStatusDto;
import io.warmline.api.contract.model.NewWebhookDto;
import io.warmline.api.contract.model.WebhookDisabledReasonDto;
import io.warmline.api.contract.model.WebhookDto;
import io.warmline.api.contract.model.WebhookMadeDto;
import io.warmline.core.id.CampaignId;
import io.warmline.core.webhook.Attempt;
import io.warmline.core.webhook.Delivery;
import io.warmline.core.webhook.Destination;
import io.warmline.core.webhook.ManageWebhook;
import io.warmline.core.webhook.Webhook;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Webhooks between the contract and the domain. */
final class WebhookMapper {

  private WebhookMapper() {}

  static Webhook.Terms terms(NewWebhookDto dto, boolean loopback) {
    return new Webhook.Terms(
        Destination.parse(dto.getUrl(), loopback),
        Optional.ofNullable(dto.getDescription()),
        all(dto.getEventTypes()),
        all(dto.getCampaignIds()).stream().map(CampaignId::new).toList(),
        dto.getFullData(),
        dto.getEnabled());
  }

  private static <T> List<T> all(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }

  static NewWebhookDto newWebhook(Webhook.Terms terms) {
    return new NewWebhookDto()
        .url(terms.destination().toString())
        .description(terms.description().orElse(null))
        .eventTypes(terms.types())
        .campaignIds(campaigns(terms))
        .fullData(terms.fullData())
        .enabled(terms.enabled());
  }

  private static List<UUID> campaigns(Webhook.Terms terms) {
    return terms.campaigns().stream().map(CampaignId::value).toList();
  }

  static WebhookDto webhook(Webhook webhook) {
    return new WebhookDto()
        .id(webhook.id().value())
        .url(webhook.terms().destination().toString())
        .description(webhook.terms().description().orElse(null))
        .eventTypes(webhook.terms().types())
        .campaignIds(campaigns(webhook.terms()))
        .fullData(webhook.terms().fullData())
        .enabled(webhook.terms().enabled())
        .disabledReason(webhook.disabled().map(WebhookMapper::disabled).orElse(null))
        .failingSince(utc(webhook.failingSince()))
        .createdAt(utc(webhook.createdAt()))
        .updatedAt(utc(webhook.updatedAt()));
  }

  private static WebhookDisabledReasonDto disabled(Webhook.Disabled reason) {
    return switch (reason) {
      case BY_USER -> WebhookDisabledReasonDto.BY_USER;
      case GONE -> WebhookDisabledReasonDto.GONE;
      case GAVE_UP -> WebhookDisabledReasonDto.GAVE_UP;
    };
  }

  static WebhookMadeDto made(ManageWebhook.WebhookAndSecret made) {
    WebhookDto webhook = webhook(made.webhook());
    return new WebhookMadeDto()
        .id(webhook.getId())
        .url(webhook.getUrl())
        .description(webhook.getDescription())
        .eventTypes(webhook.getEventTypes())
        .campaignIds(webhook.getCampaignIds())
        .fullData(webhook.getFullData())
        .enabled(webhook.getEnabled())
        .disabledReason(webhook.getDisabledReason())
        .failingSince(webhook.getFailingSince())
        .createdAt(webhook.getCreatedAt())
        .updatedAt(webhook.getUpdatedAt())
        .secret(made.secret());
  }

  static Delivery.Status status(DeliveryStatusDto status) {
    return switch (status) {
      case PENDING -> Delivery.Status.PENDING;
      case DELIVERED -> Delivery.Status.DELIVERED;
      case FAILED -> Delivery.Status.FAILED;
    };
  }

  private static DeliveryStatusDto status(Delivery.Status status) {
    return switch (status) {
      case PENDING -> DeliveryStatusDto.PENDING;
      case DELIVERED -> DeliveryStatusDto.DELIVERED;
      case FAILED -> DeliveryStatusDto.FAILED;
    };
  }

  static DeliveryDto delivery(Delivery delivery) {
    return new DeliveryDto()
        .id(delivery.id().value())
        .sequence(delivery.sequence())
        .eventType(delivery.type())
        .status(status(delivery.status()))
        .nextAttemptAt(utc(delivery.nextAttemptAt()))
        .createdAt(utc(delivery.createdAt()))
        .finishedAt(utc(delivery.finishedAt()))
        .attempts(delivery.attempts().stream().map(WebhookMapper::attempt).toList());
  }

  private static DeliveryAttemptDto attempt(Delivery.DeliveryAttempt attempt) {
    return new DeliveryAttemptDto()
        .number(attempt.number())
        .at(utc(attempt.at()))
        .tookMillis(attempt.took().toMillis())
        .statusCode(attempt.statusCode().orElse(null))
        .failure(attempt.failure().map(WebhookMapper::failure).orElse(null));
  }

  private static DeliveryFailureDto failure(Attempt.Failure failure) {
    return switch (failure) {
      case UNKNOWN_HOST -> DeliveryFailureDto.UNKNOWN_HOST;
      case ADDRESS_NOT_PUBLIC -> DeliveryFailureDto.ADDRESS_NOT_PUBLIC;
      case NO_CONNECTION -> DeliveryFailureDto.NO_CONNECTION;
      case TLS -> DeliveryFailureDto.TLS;
      case TIMEOUT -> DeliveryFailureDto.TIMEOUT;
      case NO_HTTP -> DeliveryFailureDto.NO_HTTP;
    };
  }
}
