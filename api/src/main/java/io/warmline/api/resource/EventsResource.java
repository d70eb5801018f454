package io.warmline.api.resource;

import io.warmline.api.contract.EventsApi;
import io.warmline.api.contract.model.EventDto;
import io.warmline.api.contract.model.EventPageDto;
import io.warmline.api.http.Idempotent;
import io.warmline.core.event.Event;
import io.warmline.core.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class EventsResource implements EventsApi {

  private final Events events;

  EventsResource(Events events) {
    this.events = events;
  }

  @Override
  public RestResponse<EventPageDto> listEvents(Long after, @Nullable String type, Integer limit) {
    List<Event> found = events.after(after, type, limit);
    long last = found.isEmpty() ? after : found.get(found.size() - 1).sequence();
    return RestResponse.ok(
        new EventPageDto()
            .items(found.stream().map(EventsResource::event).toList())
            .lastSequence(last));
  }

  private static EventDto event(Event event) {
    return new EventDto()
        .sequence(event.sequence())
        .type(event.type())
        .occurredAt(Values.utc(event.occurredAt()))
        .subjectId(event.subject())
        .data(event.data());
  }
}
