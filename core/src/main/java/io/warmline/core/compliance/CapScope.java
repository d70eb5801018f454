package io.warmline.core.compliance;

/** Which calls to a person are counted together under a cap. */
public enum CapScope {
  /** Those about the same offer or subject, from and to any number: a campaign. */
  OFFER,
  /** All that are made for the same seller: a client. */
  SELLER
}
