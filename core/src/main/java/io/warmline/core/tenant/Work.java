package io.warmline.core.tenant;

import java.util.List;

/**
 * What a concept does for tenants as time passes. Housekeeping asks for all tenants at once who has
 * something to be done, so that one for whom nothing is due costs nothing.
 */
public interface Work {

  /**
   * Statements that select the {@code tenant_id} of those for whom something is due at {@code
   * :now}, the same one as often as it likes. They are run over all tenants in a role that may read
   * the tables named in the schema, and write none. Who is missed here is found by the round
   * through everybody, once a day.
   */
  List<String> whoHasSome();
}
