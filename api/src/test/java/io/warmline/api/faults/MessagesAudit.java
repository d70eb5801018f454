package io.warmline.api.faults;

import io.warmline.api.faults.Finding.Rule;
import io.warmline.api.faults.Told.Endpoint;
import io.warmline.api.faults.Told.Message;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether messages arrived, and how. */
final class MessagesAudit {

  private final Auditor auditor;

  MessagesAudit(Auditor auditor) {
    this.auditor = auditor;
  }

  void audit(Told told, Held held) {
    Map<String, List<Message>> received = Auditor.groups(told.messages(), Message::endpoint);
    for (Endpoint endpoint : told.endpoints()) {
      List<Message> messages = received.getOrDefault(endpoint.id(), List.of());
      everyMessageIsGenuine(messages);
      messagesCameInOrder(endpoint, messages);
      deliveredIsWhatWasTaken(endpoint, messages, held);
      if (endpoint.recovers()) {
        everythingArrives(endpoint, messages, held.events());
      }
      auditor.find(
          endpoint.recovers() == held.disabled().contains(endpoint.id()),
          Rule.DELIVERED_IF_TAKEN,
          "%s is disabled, or ought to be",
          endpoint);
    }
  }

  private void everyMessageIsGenuine(List<Message> messages) {
    Map<String, Message> first = Auditor.by(messages, Message::id);
    Map<Long, Message> ofEvent = Auditor.by(messages, Message::sequence);
    for (Message message : messages) {
      Message before = first.get(message.id());
      auditor.find(
          !message.genuine()
              || before.digest() != message.digest()
              || before.sequence() != message.sequence()
              || !ofEvent.get(message.sequence()).id().equals(message.id()),
          Rule.MESSAGE_GENUINE,
          "%s, and before %s",
          message,
          before);
    }
  }

  /** The first time that each was taken. */
  private void messagesCameInOrder(Endpoint endpoint, List<Message> messages) {
    Map<String, Long> last = new HashMap<>();
    Map<Long, Message> taken =
        Auditor.by(
            messages.stream()
                .filter(Message::taken)
                .sorted(Comparator.comparing(Message::answered))
                .toList(),
            Message::sequence);
    taken.values().stream()
        .sorted(Comparator.comparing(Message::answered))
        .forEach(
            message -> {
              long before = last.getOrDefault(message.about(), 0L);
              auditor.find(
                  message.sequence() < before,
                  Rule.MESSAGES_IN_ORDER,
                  "%s: %d about %s after %d",
                  endpoint.id(),
                  message.sequence(),
                  message.about(),
                  before);
              last.put(message.about(), Math.max(before, message.sequence()));
            });
  }

  private void deliveredIsWhatWasTaken(Endpoint endpoint, List<Message> messages, Held held) {
    Set<Long> taken = taken(messages);
    for (Held.Delivery delivery : held.deliveries()) {
      auditor.find(
          delivery.endpoint().equals(endpoint.id())
              && delivery.delivered()
              && !taken.contains(delivery.sequence()),
          Rule.DELIVERED_IF_TAKEN,
          "%s was not taken",
          delivery);
    }
  }

  private static Set<Long> taken(List<Message> messages) {
    return messages.stream()
        .filter(Message::taken)
        .map(Message::sequence)
        .collect(Collectors.toSet());
  }

  /** All that happened after it was set up. */
  private void everythingArrives(
      Endpoint endpoint, List<Message> messages, List<Held.Event> events) {
    Set<Long> taken = taken(messages);
    long from =
        events.stream()
            .filter(event -> event.is("webhook.created") && event.subject().equals(endpoint.id()))
            .flatMap(event -> event.sequence().stream())
            .findFirst()
            .orElse(Long.MAX_VALUE);
    auditor.find(
        from == Long.MAX_VALUE, Rule.EVENT_OF_EACH, "%s was never told to be set up", endpoint);
    for (Held.Event event : events) {
      long sequence = event.sequence().orElse(0L);
      String subject = event.type().substring(0, event.type().indexOf('.'));
      boolean wanted = endpoint.types().isEmpty() || endpoint.types().contains(subject);
      auditor.find(
          sequence > from && wanted && !taken.contains(sequence),
          Rule.MESSAGE_ARRIVES,
          "%s never got %s",
          endpoint.id(),
          event);
    }
  }
}
