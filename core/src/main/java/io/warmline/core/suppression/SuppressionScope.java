package io.warmline.core.suppression;

/** Where a number is not to be called. */
public enum SuppressionScope {
  TENANT,
  CAMPAIGN
}
