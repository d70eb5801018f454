package io.warmline.core.call;

import org.jspecify.annotations.Nullable;

/**
 * How the caller went about a callback. A callback that reached the prospect is complete only when
 * the original ask was made again, and before a deferral is accepted a concrete time is offered:
 * the campaign policies, "The callback".
 *
 * @param askMade whether the original ask was made again; null: not said
 * @param counterOffered whether a concrete time was offered; null: not said
 */
public record Conduct(@Nullable Boolean askMade, @Nullable Boolean counterOffered) {

  /** Nothing was said about it. */
  public static final Conduct UNSAID = new Conduct(null, null);
}
