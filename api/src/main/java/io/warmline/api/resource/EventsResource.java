package io.warmline.api.resource;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.warmline.api.contract.EventsApi;
import io.warmline.api.contract.model.EventDto;
import io.warmline.api.contract.model.EventPageDto;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.RequestFacts;
import io.warmline.core.event.Event;
import io.warmline.core.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class EventsResource implements EventsApi {

  private final Events events;
  private final EventStreams streams;
  private final RequestFacts facts;
  private final Clock clock;

  EventsResource(Events events, EventStreams streams, RequestFacts facts, Clock clock) {
    this.clock = clock;
    this.events = events;
    this.streams = streams;
    this.facts = facts;
  }

  @Override
  public RestResponse<EventPageDto> listEvents(Long after, @Nullable String type, Integer limit) {
    EventPosition.requireType(type);
    List<Event> found = events.after(after, type, limit);
    if (found.isEmpty()) {
      EventPosition.requireReached(after, events.last(), "after");
    }
    long last = found.isEmpty() ? after : found.get(found.size() - 1).sequence();
    return RestResponse.ok(
        new EventPageDto()
            .items(found.stream().map(EventsResource::event).toList())
            .lastSequence(last));
  }

  @Override
  @Blocking
  public Multi<OutboundSseEvent> streamEvents(
      @Nullable Long lastEventID, Long after, @Nullable String type, Integer seconds) {
    EventPosition.requireType(type);
    long begin = lastEventID == null ? after : lastEventID;
    String pointer = lastEventID == null ? "after" : "Last-Event-ID";
    EventPosition.requireReached(begin, events.last(), pointer);
    events.requireKeptAfter(begin, pointer);
    return streams.open(facts.key(), begin, type, lasting(Duration.ofSeconds(seconds)));
  }

  /** Nobody listens for longer than what was shown is valid. */
  private Duration lasting(Duration wanted) {
    Duration left =
        facts
            .validUntil()
            .map(end -> Duration.between(clock.instant(), end))
            .filter(valid -> valid.compareTo(wanted) < 0)
            .orElse(wanted);
    return left.isNegative() ? Duration.ZERO : left;
  }

  static EventDto event(Event event) {
    return new EventDto()
        .sequence(event.sequence())
        .type(event.type())
        .occurredAt(Values.utc(event.occurredAt()))
        .subjectId(event.subject())
        .data(event.data());
  }
}
