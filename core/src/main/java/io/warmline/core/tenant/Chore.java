package io.warmline.core.tenant;

/**
 * What a concept has to do for every tenant as time passes. The housekeeping finds all of them, in
 * no order. Any number of servers may do one at once, and one that fails keeps no other from being
 * done.
 */
public interface Chore {

  /** One round for the current tenant, every second. */
  void tick();
}
