package io.warmline.core.phrase;

/** The event of the prospect's own to which a callback is tied. */
public enum Anchor {
  NONE,
  /** The end of the contract that the prospect has with somebody else now. */
  CONTRACT_END
}
