package io.warmline.api.resource;

import io.warmline.api.contract.QualityApi;
import io.warmline.api.contract.model.NewReviewDto;
import io.warmline.api.contract.model.RecordingDto;
import io.warmline.api.contract.model.ReviewDto;
import io.warmline.api.contract.model.ReviewsDto;
import io.warmline.api.contract.model.SetRecordingDto;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.core.callrecord.KeepRecording;
import io.warmline.core.callrecord.RecordingUrl;
import io.warmline.core.id.CallId;
import io.warmline.core.id.ReviewId;
import io.warmline.core.quality.Review;
import io.warmline.core.quality.ReviewCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class QualityResource implements QualityApi {

  private final KeepRecording keepRecording;
  private final ReviewCall reviewCall;

  QualityResource(KeepRecording keepRecording, ReviewCall reviewCall) {
    this.keepRecording = keepRecording;
    this.reviewCall = reviewCall;
  }

  @Override
  public RestResponse<RecordingDto> getRecording(UUID callId) {
    return RestResponse.ok(new RecordingDto().url(keepRecording.of(new CallId(callId)).text()));
  }

  @Override
  public RestResponse<RecordingDto> setRecording(UUID callId, SetRecordingDto dto) {
    RecordingUrl url = RecordingUrl.parse(dto.getUrl(), "/url");
    keepRecording.set(new CallId(callId), url);
    return RestResponse.ok(new RecordingDto().url(url.text()));
  }

  @Override
  public RestResponse<Void> deleteRecording(UUID callId) {
    keepRecording.remove(new CallId(callId));
    return RestResponse.noContent();
  }

  @Override
  public RestResponse<ReviewDto> createReview(
      UUID callId, NewReviewDto dto, @Nullable String idempotencyKey) {
    Review review = reviewCall.add(new CallId(callId), ReviewMapper.verdict(dto));
    return Etags.created(
        ReviewMapper.review(review),
        review.version(),
        "/v1/calls/" + callId + "/reviews/" + review.id());
  }

  @Override
  public RestResponse<ReviewsDto> listReviews(UUID callId) {
    return RestResponse.ok(
        new ReviewsDto()
            .items(reviewCall.of(new CallId(callId)).stream().map(ReviewMapper::review).toList()));
  }

  @Override
  public RestResponse<ReviewDto> getReview(
      UUID callId, UUID reviewId, @Nullable String ifNoneMatch) {
    Review review = reviewCall.get(new CallId(callId), new ReviewId(reviewId));
    return Etags.read(ReviewMapper.review(review), review.version(), ifNoneMatch);
  }

  @Override
  public RestResponse<ReviewDto> correctReview(
      UUID callId, UUID reviewId, String ifMatch, NewReviewDto dto) {
    Review review =
        reviewCall.correct(
            new CallId(callId),
            new ReviewId(reviewId),
            Etags.required(ifMatch),
            ReviewMapper.verdict(dto));
    return Etags.ok(ReviewMapper.review(review), review.version());
  }

  @Override
  public RestResponse<Void> deleteReview(UUID callId, UUID reviewId, String ifMatch) {
    reviewCall.remove(new CallId(callId), new ReviewId(reviewId), Etags.required(ifMatch));
    return RestResponse.noContent();
  }
}
