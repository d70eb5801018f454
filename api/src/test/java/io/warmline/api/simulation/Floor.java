package io.warmline.api.simulation;

import java.util.ArrayList;
import java.util.List;

/** The desks: whoever sits idle there hears when something has happened. */
final class Floor {

  private final List<AgentAtWork> agents = new ArrayList<>();
  private int next;

  List<AgentAtWork> agents() {
    return agents;
  }

  /** Somebody who is idle, if anybody is, asks what there is to do. */
  void ring() {
    for (int i = 0; i < agents.size(); i++) {
      AgentAtWork agent = agents.get((next + i) % agents.size());
      if (agent.hears()) {
        next = (next + i + 1) % agents.size();
        agent.ask();
        return;
      }
    }
  }
}
