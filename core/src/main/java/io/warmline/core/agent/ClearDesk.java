package io.warmline.core.agent;

import io.warmline.core.id.AgentId;
import java.time.Instant;

/** What those who know of claims and promises do when an agent leaves. */
public interface ClearDesk {

  /** Gives back what the agent holds and promised, in the transaction in which the agent leaves. */
  void of(AgentId agent, Instant now);
}
