package io.warmline.core.script;

import java.time.Instant;

/** The concrete time to ask for. */
public record Offer(Instant at, Source source) {

  /** Where a time comes from. */
  public enum Source {
    /** The client takes meetings then, and none is set. */
    FREE_SLOT,
    /** Nobody said when the client takes meetings: a time of a business day, to be checked. */
    PROPOSED
  }
}
