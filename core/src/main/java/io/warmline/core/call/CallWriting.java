package io.warmline.core.call;

import io.warmline.core.call.LoggedCall.Effect;
import io.warmline.core.callrecord.BeforeCall;
import io.warmline.core.callrecord.BeforeCall.Book;
import io.warmline.core.callrecord.Call;
import io.warmline.core.callrecord.Call.Links;
import io.warmline.core.disposition.CallDetails;
import io.warmline.core.disposition.CallingTerms;
import io.warmline.core.disposition.EffectCode;
import io.warmline.core.disposition.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is on record of a call while its consequences are written: what it did, in order, what it
 * caused, and how things were before.
 */
final class CallWriting {

  private final Call call;
  private final CallDetails details;
  private final CallingTerms terms;
  private final String country;
  private final Instant now;
  private final List<Effect> effects;
  private final BeforeCall.Notes before = new BeforeCall.Notes();
  private Links links;

  /**
   * @param effects what has happened so far
   */
  CallWriting(Call call, CallDetails details, Situation before, List<Effect> effects, Instant now) {
    this.call = call;
    this.terms = before.terms();
    this.country = before.country();
    this.details = details;
    this.effects = new ArrayList<>(effects);
    this.now = now;
    this.links = call.links();
  }

  Call call() {
    return call;
  }

  CallDetails details() {
    return details;
  }

  CallingTerms terms() {
    return terms;
  }

  /** Where numbers without a country code are. */
  String country() {
    return country;
  }

  Instant now() {
    return now;
  }

  /** What it caused so far. */
  Links links() {
    return links;
  }

  void caused(Links more) {
    links = more;
  }

  void did(EffectCode code, String detail) {
    effects.add(new Effect(code, detail));
  }

  List<Effect> effects() {
    return List.copyOf(effects);
  }

  /** A row as it was before the call; only the first image of it counts. */
  void before(Book book, UUID id, String image) {
    before.row(book, id, image);
  }

  BeforeCall.Notes notes() {
    return before;
  }
}
