package io.warmline.sdk;

import io.warmline.sdk.model.FollowUp;
import io.warmline.sdk.model.FollowUpPage;
import io.warmline.sdk.model.FollowUpSent;
import java.util.UUID;

/** Messages owed after voicemails and conversations. */
public final class FollowUps {
  private static final String ALL = "/v1/follow-ups";

  private final Transport transport;

  FollowUps(Transport transport) {
    this.transport = transport;
  }

  /** Lists follow-ups, longest owed first. */
  public Page<FollowUp> listFollowUps(RequestOption... options) {
    return listFollowUps(FollowUpFilter.all(), options);
  }

  /** Lists follow-ups, longest owed first. */
  public Page<FollowUp> listFollowUps(FollowUpFilter filter, RequestOption... options) {
    FollowUpPage page =
        transport.value(Request.get(ALL).query(filter.query()).with(options), FollowUpPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listFollowUps(filter.cursor(cursor), options));
  }

  /**
   * Enters that a follow-up was sent.
   *
   * @throws ConflictException if it was sent or cancelled before
   */
  public FollowUp markFollowUpSent(UUID followUpId, FollowUpSent sent, RequestOption... options) {
    Request request = Request.post(ALL + "/{followUpId}/sent", followUpId).json(sent);
    return transport.value(request.with(options), FollowUp.class);
  }
}
