package io.warmline.core.id;

import java.util.UUID;

/** The id of an agent. */
public record AgentId(UUID value) {

  /** A new id, greater than those made before it. */
  public static AgentId next() {
    return new AgentId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
