package io.warmline.api.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.warmline.core.script.WordsGaveWay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Counts the words that were not said because they made no sense, or invited a "no", as {@code
 * warmline.talktrack.replaced}, by the way in which the call came about.
 */
@ApplicationScoped
class CountWordsThatGaveWay {

  private final MeterRegistry meters;

  CountWordsThatGaveWay(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(@Observes WordsGaveWay words) {
    meters
        .counter("warmline.talktrack.replaced", "opening", words.opening().name())
        .increment(words.times());
  }
}
