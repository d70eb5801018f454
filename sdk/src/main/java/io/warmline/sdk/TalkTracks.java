package io.warmline.sdk;

import io.warmline.sdk.model.LintReport;
import io.warmline.sdk.model.ScriptToLint;
import io.warmline.sdk.model.TalkTrack;
import io.warmline.sdk.model.TalkTrackRequest;

/** What to say in a call, and which words invite a "no". */
public final class TalkTracks {
  private final Transport transport;

  TalkTracks(Transport transport) {
    this.transport = transport;
  }

  /**
   * What to say in a call, from the facts on record and those in the request.
   *
   * @throws InvalidRequestException if a fact is missing, which it names
   */
  public TalkTrack renderTalkTrack(TalkTrackRequest request, RequestOption... options) {
    return transport.value(
        Request.post("/v1/talk-tracks/render").json(request).with(options), TalkTrack.class);
  }

  /** What is wrong with words that are said to prospects. */
  public LintReport lintScript(ScriptToLint script, RequestOption... options) {
    return transport.value(
        Request.post("/v1/talk-tracks/lint").json(script).with(options), LintReport.class);
  }
}
