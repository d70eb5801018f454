package io.warmline.sdk;

import io.warmline.sdk.model.Agent;
import io.warmline.sdk.model.AgentPage;
import io.warmline.sdk.model.AgentPatch;
import io.warmline.sdk.model.NewAgent;
import java.util.Optional;
import java.util.UUID;

/** People who make calls. */
public final class Agents {
  private static final String ALL = "/v1/agents";
  private static final String ONE = "/v1/agents/{agentId}";

  private final Transport transport;

  Agents(Transport transport) {
    this.transport = transport;
  }

  /** Adds a person who makes calls. */
  public Versioned<Agent> createAgent(NewAgent agent, RequestOption... options) {
    return transport.versioned(Request.post(ALL).json(agent).with(options), Agent.class);
  }

  /** Lists agents, newest first. */
  public Page<Agent> listAgents(RequestOption... options) {
    return listAgents(Paging.all(), options);
  }

  /** Lists agents, newest first. */
  public Page<Agent> listAgents(Paging paging, RequestOption... options) {
    AgentPage page =
        transport.value(Request.get(ALL).query(paging.query()).with(options), AgentPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listAgents(paging.cursor(cursor), options));
  }

  /** Reads an agent. */
  public Versioned<Agent> getAgent(UUID agentId, RequestOption... options) {
    return transport.versioned(Request.get(ONE, agentId).with(options), Agent.class);
  }

  /** Reads an agent again; empty if it still has the version that is known. */
  public Optional<Versioned<Agent>> getAgentIfChanged(
      Versioned<Agent> known, RequestOption... options) {
    Request request = Request.get(ONE, known.value().getId()).with(options);
    return transport.changed(request, known, Agent.class);
  }

  /** Changes what is given, whatever version it has. */
  public Versioned<Agent> updateAgent(UUID agentId, AgentPatch patch, RequestOption... options) {
    return transport.versioned(
        Request.patch(ONE, agentId).mergePatch(patch).with(options), Agent.class);
  }

  /**
   * Changes what is given.
   *
   * @throws PreconditionFailedException if it has changed since it was read
   */
  public Versioned<Agent> updateAgent(
      Versioned<Agent> agent, AgentPatch patch, RequestOption... options) {
    Request request =
        Request.patch(ONE, agent.value().getId())
            .mergePatch(patch)
            .with(RequestOption.ifMatch(agent.etag()));
    return transport.versioned(request.with(options), Agent.class);
  }

  /**
   * Releases the agent's claims and gives personal callbacks to the team; the agent's calls stay on
   * record.
   */
  public void deleteAgent(UUID agentId, RequestOption... options) {
    transport.send(Request.delete(ONE, agentId).with(options));
  }
}
