package io.warmline.core.suppression;

/** Where a number is not to be called. */
public enum SuppressionScope {
  TENANT,
  /** In no campaign that calls on behalf of the client. */
  CLIENT,
  CAMPAIGN
}
