package io.warmline.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.WebhooksApi;
import io.warmline.api.contract.model.DeliveryDto;
import io.warmline.api.contract.model.DeliveryPageDto;
import io.warmline.api.contract.model.DeliveryStatusDto;
import io.warmline.api.contract.model.NewWebhookDto;
import io.warmline.api.contract.model.ReplayEventsDto;
import io.warmline.api.contract.model.ReplayStartedDto;
import io.warmline.api.contract.model.RotateWebhookSecretDto;
import io.warmline.api.contract.model.WebhookDto;
import io.warmline.api.contract.model.WebhookMadeDto;
import io.warmline.api.contract.model.WebhookPageDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.MergePatches;
import io.warmline.api.http.RequestFacts;
import io.warmline.api.webhook.Addresses;
import io.warmline.core.Page;
import io.warmline.core.id.DeliveryId;
import io.warmline.core.id.WebhookId;
import io.warmline.core.webhook.Deliveries;
import io.warmline.core.webhook.Delivery;
import io.warmline.core.webhook.ManageWebhook;
import io.warmline.core.webhook.Webhook;
import io.warmline.core.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class WebhooksResource implements WebhooksApi {

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final ManageWebhook manageWebhook;
  private final Addresses addresses;
  private final RequestFacts facts;
  private final MergePatches patches;
  private final Cursors cursors;

  WebhooksResource(
      Webhooks webhooks,
      Deliveries deliveries,
      ManageWebhook manageWebhook,
      Addresses addresses,
      RequestFacts facts,
      MergePatches patches,
      Cursors cursors) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.manageWebhook = manageWebhook;
    this.addresses = addresses;
    this.facts = facts;
    this.patches = patches;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<WebhookMadeDto> createWebhook(
      NewWebhookDto dto, @Nullable String idempotencyKey) {
    ManageWebhook.WebhookAndSecret made = manageWebhook.create(terms(dto));
    return Etags.created(
        WebhookMapper.made(made), made.webhook().version(), "/v1/webhooks/" + made.webhook().id());
  }

  /** A webhook tells no more than the key may read by which it is set up. */
  private Webhook.Terms terms(NewWebhookDto dto) {
    Webhook.Terms terms = WebhookMapper.terms(dto, addresses.allowsLoopback());
    facts.requireScopes(Set.of("events:read"));
    if (terms.fullData()) {
      facts.requireScopes(EventSubjects.SCOPES);
    }
    return terms;
  }

  @Override
  public RestResponse<WebhookPageDto> listWebhooks(Integer limit, @Nullable String cursor) {
    Page<Webhook> page = webhooks.list(cursors.paging(limit, cursor));
    return RestResponse.ok(
        new WebhookPageDto()
            .items(page.items().stream().map(WebhookMapper::webhook).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<WebhookDto> getWebhook(UUID webhookId, @Nullable String ifNoneMatch) {
    Webhook webhook = webhooks.get(new WebhookId(webhookId));
    return Etags.read(WebhookMapper.webhook(webhook), webhook.version(), ifNoneMatch);
  }

  @Override
  public RestResponse<WebhookDto> updateWebhook(
      UUID webhookId, String ifMatch, ObjectNode patch, @Nullable String idempotencyKey) {
    Webhook webhook =
        manageWebhook.change(
            new WebhookId(webhookId),
            Etags.required(ifMatch),
            terms ->
                terms(
                    patches.apply(
                        WebhookMapper.newWebhook(terms),
                        patch,
                        "WebhookPatch",
                        NewWebhookDto.class)));
    return Etags.ok(WebhookMapper.webhook(webhook), webhook.version());
  }

  @Override
  public RestResponse<Void> deleteWebhook(UUID webhookId, @Nullable String ifMatch) {
    manageWebhook.delete(new WebhookId(webhookId), Etags.required(ifMatch));
    return RestResponse.noContent();
  }

  @Override
  public RestResponse<WebhookMadeDto> rotateWebhookSecret(
      UUID webhookId, RotateWebhookSecretDto dto, @Nullable String idempotencyKey) {
    ManageWebhook.WebhookAndSecret made =
        manageWebhook.rotateSecret(
            new WebhookId(webhookId), Duration.ofMinutes(dto.getOverlapMinutes()));
    return Etags.ok(WebhookMapper.made(made), made.webhook().version());
  }

  @Override
  public RestResponse<WebhookDto> testWebhook(UUID webhookId, @Nullable String idempotencyKey) {
    return RestResponse.accepted(
        WebhookMapper.webhook(manageWebhook.test(new WebhookId(webhookId))));
  }

  @Override
  public RestResponse<ReplayStartedDto> replayEvents(
      UUID webhookId, ReplayEventsDto dto, @Nullable String idempotencyKey) {
    int events =
        manageWebhook.replay(new WebhookId(webhookId), dto.getFromSequence(), dto.getToSequence());
    return RestResponse.accepted(new ReplayStartedDto().events(events));
  }

  @Override
  public RestResponse<DeliveryPageDto> listDeliveries(
      UUID webhookId, @Nullable DeliveryStatusDto status, Integer limit, @Nullable String cursor) {
    WebhookId id = new WebhookId(webhookId);
    webhooks.get(id);
    Page<Delivery> page =
        deliveries.list(
            id,
            Optional.ofNullable(status).map(WebhookMapper::status),
            cursors.paging(limit, cursor));
    return RestResponse.ok(
        new DeliveryPageDto()
            .items(page.items().stream().map(WebhookMapper::delivery).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<DeliveryDto> replayDelivery(
      UUID webhookId, UUID deliveryId, @Nullable String idempotencyKey) {
    return RestResponse.accepted(
        WebhookMapper.delivery(
            manageWebhook.replay(new WebhookId(webhookId), new DeliveryId(deliveryId))));
  }
}
