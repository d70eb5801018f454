package io.warmline.core.tenant;

/**
 * A {@link Chore} that is in no hurry: it forgets what is kept for a time only, or looks for change
 * that is rare.
 */
public interface HourlyChore {

  /** One round for the current tenant, every hour, and soon after the start. */
  void tickHourly();
}
