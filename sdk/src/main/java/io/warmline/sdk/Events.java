package io.warmline.sdk;

import io.warmline.sdk.model.EventPage;

/** Everything that happened, in order. */
public final class Events {
  private final Transport transport;

  Events(Transport transport) {
    this.transport = transport;
  }

  /** Lists events from the first on, in order, without gaps. */
  public EventSlice listEvents(RequestOption... options) {
    return listEvents(EventFilter.all(), options);
  }

  /**
   * Lists events in order, without gaps. An event that was given once is never missed and never
   * changes.
   */
  public EventSlice listEvents(EventFilter filter, RequestOption... options) {
    EventPage page =
        transport.value(
            Request.get("/v1/events").query(filter.query()).with(options), EventPage.class);
    return new EventSlice(
        filter.after(), page, sequence -> listEvents(filter.after(sequence), options));
  }
}
