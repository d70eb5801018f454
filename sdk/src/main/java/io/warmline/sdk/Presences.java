package io.warmline.sdk;

import io.warmline.sdk.model.AgentState;
import io.warmline.sdk.model.ChangePresence;
import io.warmline.sdk.model.Presence;
import io.warmline.sdk.model.PresencePage;
import io.warmline.sdk.model.SignOn;
import java.util.UUID;

/** Who is at work, on a break, or gone. */
public final class Presences {
  private static final String ALL = "/v1/presence";
  private static final String AGENT = "/v1/agents/{agentId}";

  private final Transport transport;

  Presences(Transport transport) {
    this.transport = transport;
  }

  /** The agent is at work from now on, for all campaigns that the agent works. */
  public Presence signOn(UUID agentId, RequestOption... options) {
    return signOn(agentId, new SignOn(), options);
  }

  /**
   * The agent is at work from now on.
   *
   * @throws ConflictException if the agent does not work a campaign that is named
   */
  public Presence signOn(UUID agentId, SignOn signOn, RequestOption... options) {
    return transport.value(
        Request.post(AGENT + "/sign-on", agentId).json(signOn).with(options), Presence.class);
  }

  /**
   * Says that the agent is still there; as often as the silence that was agreed asks for.
   *
   * @throws ConflictException if the agent is not at work
   */
  public Presence heartbeat(UUID agentId, RequestOption... options) {
    return changePresence(agentId, new ChangePresence(), options);
  }

  /**
   * Begins or ends a break or a wrap-up.
   *
   * @throws ConflictException if the agent is not at work
   */
  public Presence changePresence(UUID agentId, AgentState state, RequestOption... options) {
    return changePresence(agentId, new ChangePresence().state(state), options);
  }

  private Presence changePresence(UUID agentId, ChangePresence change, RequestOption... options) {
    return transport.value(
        Request.post(AGENT + "/presence", agentId).json(change).with(options), Presence.class);
  }

  /**
   * The agent goes; leads that the agent holds are given back.
   *
   * @throws ConflictException if the agent is not at work
   */
  public Presence signOff(UUID agentId, RequestOption... options) {
    return transport.value(
        Request.post(AGENT + "/sign-off", agentId).with(options), Presence.class);
  }

  /** The shift that the agent is in, else the last one. */
  public Presence getPresence(UUID agentId, RequestOption... options) {
    return transport.value(Request.get(AGENT + "/presence", agentId).with(options), Presence.class);
  }

  /** Lists who is at work. */
  public Page<Presence> listPresence(RequestOption... options) {
    return listPresence(Paging.all(), options);
  }

  /** Lists who is at work. */
  public Page<Presence> listPresence(Paging paging, RequestOption... options) {
    PresencePage page =
        transport.value(Request.get(ALL).query(paging.query()).with(options), PresencePage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> listPresence(paging.cursor(cursor), options));
  }
}
