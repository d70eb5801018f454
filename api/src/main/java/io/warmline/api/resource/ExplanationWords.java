package io.warmline.api.resource;

import io.warmline.core.evidence.CallExplanation;
import java.util.stream.Collectors;

/** An explanation in a sentence. */
final class ExplanationWords {

  private ExplanationWords() {}

  static String of(CallExplanation told) {
    if (told.made().inbound()) {
      return "The prospect called at " + told.made().startedAt() + ": no rule forbids to answer.";
    }
    String clocks =
        told.place().clocks().stream()
            .map(clock -> Values.clock(clock.showed().toZonedDateTime()) + " in " + clock.zone())
            .collect(Collectors.joining(", "));
    return claimed(told)
        + ", dialled at "
        + told.made().startedAt()
        + (clocks.isEmpty() ? "" : " (" + clocks + ")")
        + "; "
        + verdict(told)
        + ".";
  }

  private static String claimed(CallExplanation told) {
    return told.claim()
        .map(claim -> "Claimed at " + claim.claimedAt())
        .orElse("Made without a claim");
  }

  private static String verdict(CallExplanation told) {
    if (!told.breaches().isEmpty()) {
      return "it broke "
          + told.breaches().stream()
              .map(breach -> breach.path("code").asText())
              .distinct()
              .collect(Collectors.joining(", "));
    }
    return told.law()
        .map(
            law ->
                "rules "
                    + law.rules().stream()
                        .map(CallExplanation.Rule::id)
                        .collect(Collectors.joining(", "))
                    + " allowed it")
        .orElseGet(
            () ->
                told.made()
                    .detailsGoneAt()
                    .map(at -> "why was kept until " + at + " and is gone")
                    .orElse("the law by which it was judged was not kept"));
  }
}
