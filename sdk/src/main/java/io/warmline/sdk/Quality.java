package io.warmline.sdk;

import io.warmline.sdk.model.NewReview;
import io.warmline.sdk.model.Recording;
import io.warmline.sdk.model.Review;
import io.warmline.sdk.model.Reviews;
import io.warmline.sdk.model.SetRecording;
import java.util.List;
import java.util.UUID;

/** Where calls were recorded, and what supervisors say of them. */
public final class Quality {
  private static final String RECORDING = "/v1/calls/{callId}/recording";
  private static final String ALL = "/v1/calls/{callId}/reviews";
  private static final String ONE = "/v1/calls/{callId}/reviews/{reviewId}";

  private final Transport transport;

  Quality(Transport transport) {
    this.transport = transport;
  }

  /**
   * Says where the recording of a call is.
   *
   * @throws NotFoundException if nobody has said that
   */
  public Recording getRecording(UUID callId, RequestOption... options) {
    return transport.value(Request.get(RECORDING, callId).with(options), Recording.class);
  }

  /**
   * Notes where the recording of a call is.
   *
   * @throws ConflictException if the lead was erased, or the call's details are gone
   */
  public Recording setRecording(UUID callId, SetRecording recording, RequestOption... options) {
    return transport.value(
        Request.put(RECORDING, callId).json(recording).with(options), Recording.class);
  }

  /** Forgets where the recording of a call is. */
  public void deleteRecording(UUID callId, RequestOption... options) {
    transport.send(Request.delete(RECORDING, callId).with(options));
  }

  /**
   * Reviews a call.
   *
   * @throws ConflictException if the lead was erased, the call's details are gone, or it has as
   *     many reviews as it may
   */
  public Versioned<Review> createReview(UUID callId, NewReview review, RequestOption... options) {
    return transport.versioned(Request.post(ALL, callId).json(review).with(options), Review.class);
  }

  /** Reads a review. */
  public Versioned<Review> getReview(UUID callId, UUID reviewId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, callId, reviewId).with(options), Review.class);
  }

  /** Lists the reviews of a call, oldest first. */
  public List<Review> listReviews(UUID callId, RequestOption... options) {
    return transport.value(Request.get(ALL, callId).with(options), Reviews.class).getItems();
  }

  /**
   * Says the whole of a review anew.
   *
   * @throws PreconditionFailedException if somebody has corrected it since it was read
   * @throws ConflictException if the lead was erased, or the call's details are gone
   */
  public Versioned<Review> correctReview(
      Versioned<Review> seen, NewReview review, RequestOption... options) {
    Review it = seen.value();
    return correctReview(it.getCallId(), it.getId(), seen.etag(), review, options);
  }

  /**
   * Says the whole of a review anew.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   * @throws ConflictException if the lead was erased, or the call's details are gone
   */
  public Versioned<Review> correctReview(
      UUID callId, UUID reviewId, String etag, NewReview review, RequestOption... options) {
    Request request =
        Request.put(ONE, callId, reviewId).json(review).with(RequestOption.ifMatch(etag));
    return transport.versioned(request.with(options), Review.class);
  }

  /**
   * Takes a review back.
   *
   * @throws PreconditionFailedException if somebody has corrected it since it was read
   */
  public void deleteReview(Versioned<Review> seen, RequestOption... options) {
    deleteReview(seen.value().getCallId(), seen.value().getId(), seen.etag(), options);
  }

  /**
   * Takes a review back.
   *
   * @throws PreconditionFailedException if it has another version than the ETag names
   */
  public void deleteReview(UUID callId, UUID reviewId, String etag, RequestOption... options) {
    transport.send(
        Request.delete(ONE, callId, reviewId).with(RequestOption.ifMatch(etag)).with(options));
  }
}
