package io.warmline.sdk;

import io.warmline.sdk.model.Event;
import io.warmline.sdk.model.EventPage;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
   *
   * @throws WarmlineException if the server refuses; {@code POSITION_EXPIRED} among its errors says
   *     that what comes next is not kept any more, and with which number to go on
   */
  public EventSlice listEvents(EventFilter filter, RequestOption... options) {
    EventPage page =
        transport.value(
            Request.get("/v1/events").query(filter.query()).with(options), EventPage.class);
    return new EventSlice(
        filter.after(), page, sequence -> listEvents(filter.after(sequence), options));
  }

  /**
   * Hands over each event as it comes, about a second after it happened, in order and without gaps,
   * on this thread. It goes on until the handler says that it is enough, and takes a connection
   * that broke up again where it ended. Keep the answer, or {@link Event#getSequence} of each
   * event, and begin there next time; an event counts as handled once the handler has come back
   * from it.
   *
   * <pre>{@code
   * long position =
   *     warmline.events().streamEvents(
   *         EventFilter.all().type("callback.due"),
   *         event -> {
   *           remind(event);
   *           return !closing.get(); // and the next
   *         });
   * }</pre>
   *
   * @param handler whether it wants another one; what it throws ends the listening
   * @return the sequence number of the last event that was handled
   * @throws WarmlineException if the server refuses, or cannot be reached for an hour; {@code
   *     POSITION_EXPIRED} among its errors says that what comes next is not kept any more, and with
   *     which number to go on
   */
  public long streamEvents(EventFilter filter, Predicate<Event> handler, RequestOption... options) {
    return new EventStream(transport, filter, handler, options).follow();
  }

  /**
   * As {@link #streamEvents}, without an end: hands over all that happens after this sequence
   * number until the thread is interrupted or the handler throws.
   *
   * @param position the sequence number of the last event that was handled; 0: from the first on
   *     that is kept
   * @throws WarmlineException as {@link #streamEvents}
   */
  public void follow(long position, Consumer<Event> handler, RequestOption... options) {
    streamEvents(
        EventFilter.all().after(position),
        event -> {
          handler.accept(event);
          return true;
        },
        options);
  }
}
