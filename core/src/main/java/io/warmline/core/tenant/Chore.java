package io.warmline.core.tenant;

/**
 * What a concept has to do for every tenant as time passes. The housekeeping finds all of them, in
 * no order. Any number of servers may do one at once, and one that fails keeps no other from being
 * done.
 */
public interface Chore extends Work {

  /** One round for the current tenant: within a second of what is due, and once a day. */
  void tick();
}
