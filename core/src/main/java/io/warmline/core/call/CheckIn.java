package io.warmline.core.call;

/**
 * What a customer or past customer says who is asked how things are. Source: the campaign policies,
 * "Deliverable", CHECK_IN.
 */
public enum CheckIn {
  /** All is well. */
  SATISFIED,
  /** More is wanted. */
  REORDER,
  /** Something is wrong. */
  COMPLAINT,
  /** Nothing more is wanted. */
  NOT_INTERESTED
}
