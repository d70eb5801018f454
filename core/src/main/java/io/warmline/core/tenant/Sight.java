package io.warmline.core.tenant;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClientId;
import org.jdbi.v3.core.Handle;

/** With whose eyes a transaction looks: a role of the database, and who that is. */
final class Sight {

  private Sight() {}

  /** From now on, until the transaction ends or takes another. */
  static void take(Handle handle, Reach reach) {
    LocalSettings.of("app.client", reach.toClient().map(ClientId::toString).orElse(""))
        .and("app.agent", reach.toAgent().map(AgentId::toString).orElse(""))
        .and("role", reach.role())
        .make(handle);
  }
}
