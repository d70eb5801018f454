package io.warmline.sdk;

import io.warmline.sdk.model.CalendarLink;
import java.io.InputStream;
import java.util.UUID;

/** Callbacks in the calendar programs of the agents. */
public final class Calendars {
  private static final String LINK = "/v1/agents/{agentId}/calendar-link";

  private final Transport transport;

  Calendars(Transport transport) {
    this.transport = transport;
  }

  /**
   * Makes the link under which a calendar program can subscribe to the agent's open callbacks; the
   * one the agent had ends at once. The link is a secret.
   */
  public CalendarLink createCalendarLink(UUID agentId, RequestOption... options) {
    return transport.value(Request.post(LINK, agentId).with(options), CalendarLink.class);
  }

  /** Ends the agent's link. */
  public void revokeCalendarLink(UUID agentId, RequestOption... options) {
    transport.send(Request.delete(LINK, agentId).with(options));
  }

  /**
   * The feed as a calendar program reads it, in iCalendar (RFC 5545).
   *
   * @param token that of a link
   * @return the calendar as it comes in; close it
   */
  public InputStream getCallbackCalendar(String token, RequestOption... options) {
    Request request =
        Request.get("/v1/callbacks.ics")
            .query(Query.NONE.with("token", token))
            .accept("text/calendar");
    return transport.send(request.with(options)).file("text/calendar");
  }
}
