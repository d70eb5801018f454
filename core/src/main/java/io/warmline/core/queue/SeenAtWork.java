package io.warmline.core.queue;

import io.warmline.core.id.AgentId;
import java.time.Instant;

/** What those who know who is at work do when an agent gives a sign of life. */
public interface SeenAtWork {

  /** The agent asks for a lead, and so is done with the one before. */
  void asking(AgentId agent, Instant now);

  /** The agent is there. */
  void there(AgentId agent, Instant now);
}
