package io.warmline.core.webhook;

import io.warmline.core.InvalidValue;
import io.warmline.core.NotFound;
import io.warmline.core.ProblemCode;
import io.warmline.core.Versions;
import io.warmline.core.WarmlineException;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.event.EventType;
import io.warmline.core.event.Events;
import io.warmline.core.id.DeliveryId;
import io.warmline.core.id.WebhookId;
import io.warmline.core.tenant.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sets webhooks up, changes them, tries them out, and has events sent again. */
@ApplicationScoped
public class ManageWebhook {

  /** Most webhooks of a tenant. */
  public static final int MOST = 20;

  /** Most events that one request sends again. */
  public static final int LONGEST_REPLAY = 10_000;

  private final TenantTransaction transaction;
  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final Campaigns campaigns;
  private final Events events;
  private final Clock clock;

  ManageWebhook(
      TenantTransaction transaction,
      Webhooks webhooks,
      Deliveries deliveries,
      Campaigns campaigns,
      Events events,
      Clock clock) {
    this.transaction = transaction;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.campaigns = campaigns;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A webhook with its secret.
   *
   * @param secret by which messages are signed
   */
  public record WebhookAndSecret(Webhook webhook, String secret) {

    /** Hides the secret. */
    @Override
    public String toString() {
      return "WebhookAndSecret[" + webhook.id() + "]";
    }
  }

  /**
   * Sets one up. It is sent what happens from now on.
   *
   * @throws WarmlineException TOO_MANY_WEBHOOKS if there are twenty
   * @throws InvalidValue if there is no such type of event
   * @throws NotFound if there is no such campaign
   */
  public WebhookAndSecret create(Webhook.Terms terms) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          requireTypes(terms.types());
          terms.campaigns().forEach(campaigns::get);
          long last = events.last();
          if (webhooks.count() >= MOST) {
            throw new WarmlineException(
                ProblemCode.TOO_MANY_WEBHOOKS,
                "There are " + MOST + " webhooks already, which is the most. Delete one first.");
          }
          Webhook webhook =
              new Webhook(
                  WebhookId.next(),
                  0,
                  terms,
                  terms.enabled() ? Optional.empty() : Optional.of(Webhook.Disabled.BY_USER),
                  Optional.empty(),
                  now,
                  now);
          String secret = Signature.newSecret();
          webhooks.add(webhook, secret, last);
          events.record(new WebhookEvent.Created(webhook.id()), now);
          return new WebhookAndSecret(webhook, secret);
        });
  }

  private static void requireTypes(List<String> types) {
    for (int i = 0; i < types.size(); i++) {
      String wanted = types.get(i);
      String subject = wanted.endsWith(".*") ? wanted.substring(0, wanted.length() - 1) : wanted;
      boolean known =
          Arrays.stream(EventType.values())
              .map(EventType::label)
              .anyMatch(
                  label ->
                      wanted.endsWith(".*") ? label.startsWith(subject) : label.equals(wanted));
      if (!known) {
        throw new InvalidValue(
            "/eventTypes/" + i,
            "UNKNOWN_EVENT_TYPE",
            "is no type of event; write one of docs/events.md such as call.logged, or call.* for"
                + " all of a subject"
                + EventType.hint(wanted));
      }
    }
  }

  /**
   * Changes what its user has agreed on. One that is enabled again goes on where it stopped.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such webhook
   */
  public Webhook change(
      WebhookId id, Optional<Integer> version, UnaryOperator<Webhook.Terms> change) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Webhook webhook = webhooks.lock(id);
          Versions.require(webhook.version(), version);
          Webhook.Terms wanted = change.apply(webhook.terms());
          if (wanted.equals(webhook.terms())) {
            return webhook;
          }
          requireTypes(wanted.types());
          wanted.campaigns().stream()
              .filter(campaign -> !webhook.terms().campaigns().contains(campaign))
              .forEach(campaigns::get);
          webhooks.become(id, wanted, now);
          if (wanted.enabled() && webhook.disabled().isPresent()) {
            deliveries.hurry(id, now);
          }
          events.record(new WebhookEvent.Updated(id), now);
          return webhooks.get(id);
        });
  }

  /**
   * Deletes one with all its deliveries.
   *
   * @param version the version its author saw; empty where any will do
   * @throws NotFound if there is no such webhook
   */
  public void delete(WebhookId id, Optional<Integer> version) {
    transaction.run(
        () -> {
          Versions.require(webhooks.lock(id).version(), version);
          webhooks.remove(id);
          events.record(new WebhookEvent.Deleted(id), clock.instant());
        });
  }

  /**
   * Gives it a new secret. Until the overlap is over messages are signed by both.
   *
   * @throws NotFound if there is no such webhook
   */
  public WebhookAndSecret rotateSecret(WebhookId id, Duration overlap) {
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          webhooks.lock(id);
          String secret = Signature.newSecret();
          webhooks.rotate(id, secret, now.plus(overlap), now);
          events.record(new WebhookEvent.SecretRotated(id), now);
          return new WebhookAndSecret(webhooks.get(id), secret);
        });
  }

  /**
   * Sends it an event that says nothing.
   *
   * @throws NotFound if there is no such webhook
   * @throws WarmlineException WEBHOOK_DISABLED if nothing is sent to it
   */
  public Webhook test(WebhookId id) {
    return transaction.call(
        () -> {
          Webhook webhook = webhooks.get(id);
          if (webhook.disabled().isPresent()) {
            throw new WarmlineException(
                ProblemCode.WEBHOOK_DISABLED,
                "Nothing is sent to this webhook: it is disabled. Enable it first.");
          }
          events.record(new WebhookEvent.Tested(id), clock.instant());
          return webhook;
        });
  }

  /**
   * Sends a delivery again from the beginning, whether it arrived or not. One that is on its way is
   * left there.
   *
   * @throws NotFound if the webhook has none with this id, or its event is not kept any more
   */
  public Delivery replay(WebhookId id, DeliveryId delivery) {
    return transaction.call(
        () -> {
          webhooks.lock(id);
          long sequence = deliveries.get(id, delivery).sequence();
          if (sequence < events.firstKept()) {
            throw new NotFound("event", sequence);
          }
          deliveries.restart(id, List.of(sequence), clock.instant());
          return deliveries.get(id, delivery);
        });
  }

  /**
   * Sends the events of a range again that the webhook wants, those too that happened before it was
   * set up.
   *
   * @param from first number, from 1
   * @param to last number
   * @return how many events those are
   * @throws NotFound if there is no such webhook
   * @throws InvalidValue if the range is none, longer than {@link #LONGEST_REPLAY}, or begins with
   *     what is not kept any more
   */
  public int replay(WebhookId id, long from, long to) {
    if (to < from || to - from >= LONGEST_REPLAY) {
      throw new InvalidValue(
          "/toSequence",
          "OUT_OF_RANGE",
          "must be fromSequence or more, and a range has at most " + LONGEST_REPLAY + " events");
    }
    return transaction.call(
        () -> {
          Instant now = clock.instant();
          Webhook webhook = webhooks.lock(id);
          events.requireKept(from, "/fromSequence");
          List<Long> wanted = deliveries.enter(webhook, from - 1, Math.min(to, events.last()), now);
          deliveries.restart(id, wanted, now);
          return wanted.size();
        });
  }
}
