package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.NewReviewDto;
import io.warmline.api.contract.model.ReviewDto;
import io.warmline.api.contract.model.ReviewScoreDto;
import io.warmline.core.id.AgentId;
import io.warmline.core.quality.Criterion;
import io.warmline.core.quality.Review;
import io.warmline.core.quality.Verdict;
import java.util.List;
import java.util.Optional;

/** Reviews of calls between the contract and the domain. */
final class ReviewMapper {

  private ReviewMapper() {}

  static Verdict verdict(NewReviewDto dto) {
    List<ReviewScoreDto> scores = dto.getScores() == null ? List.of() : dto.getScores();
    return new Verdict(
        Optional.ofNullable(dto.getReviewerId()).map(AgentId::new),
        scores.stream().map(one -> new Criterion(one.getCriterion(), one.getScore())).toList(),
        Optional.ofNullable(dto.getNote()));
  }

  static ReviewDto review(Review review) {
    Verdict verdict = review.verdict();
    return new ReviewDto()
        .id(review.id().value())
        .version(review.version())
        .callId(review.call().value())
        .leadId(review.lead().value())
        .campaignId(review.campaign().value())
        .agentId(review.agent().value())
        .reviewerId(verdict.reviewer().map(AgentId::value).orElse(null))
        .scores(verdict.criteria().stream().map(ReviewMapper::score).toList())
        .score(verdict.score().isPresent() ? (Double) verdict.score().getAsDouble() : null)
        .note(verdict.note().orElse(null))
        .createdAt(utc(review.createdAt()))
        .updatedAt(utc(review.updatedAt()));
  }

  private static ReviewScoreDto score(Criterion criterion) {
    return new ReviewScoreDto().criterion(criterion.name()).score(criterion.score());
  }
}
