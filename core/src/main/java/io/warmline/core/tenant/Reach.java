package io.warmline.core.tenant;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClientId;
import java.util.Optional;

/**
 * How far somebody reaches within the tenant: to all that is the firm's, to what is one client's,
 * or to what is one agent's. Which rows that is stands in the schema, in the policies of the roles.
 */
public sealed interface Reach {

  /** The role in which the database looks with these eyes. */
  String role();

  /** What tells it from others that are kept beside it. */
  String label();

  /** Everything of the tenant. */
  record Firm() implements Reach {

    @Override
    public String role() {
      return "warmline_app";
    }

    @Override
    public String label() {
      return "";
    }
  }

  /** What is a client's: its campaigns, and what came to it. */
  record OfClient(ClientId client) implements Reach {

    @Override
    public String role() {
      return "warmline_client";
    }

    @Override
    public String label() {
      return "client " + client;
    }
  }

  /** What is an agent's: claims, calls, messages owed, and callbacks but for those of others. */
  record OfAgent(AgentId agent) implements Reach {

    @Override
    public String role() {
      return "warmline_agent";
    }

    @Override
    public String label() {
      return "agent " + agent;
    }
  }

  /** That of a key with these limits, of which it has one at the most. */
  static Reach of(Optional<ClientId> client, Optional<AgentId> agent) {
    return client.<Reach>map(OfClient::new).or(() -> agent.map(OfAgent::new)).orElseGet(Firm::new);
  }

  default boolean isWhole() {
    return this instanceof Firm;
  }

  /** The client to which it is limited, if it is to one. */
  default Optional<ClientId> toClient() {
    return this instanceof OfClient limited ? Optional.of(limited.client()) : Optional.empty();
  }

  /** The agent to whom it is limited, if it is to one. */
  default Optional<AgentId> toAgent() {
    return this instanceof OfAgent limited ? Optional.of(limited.agent()) : Optional.empty();
  }
}
