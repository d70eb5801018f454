package io.warmline.core.reach;

/** Kinds of things that belong to a client or to an agent, and are named by ids. */
public enum ResourceKind {
  APPOINTMENT("appointment", false),
  CALL("call", true),
  CALLBACK("callback", true),
  CAMPAIGN("campaign", false),
  CLAIM("claim", true),
  CLIENT("client", false),
  FOLLOW_UP("follow-up", true),
  HANDOFF("hand-off", false),
  IMPORT("import", false),
  LEAD("lead", false),
  OUTCOME("outcome", false);

  private final String word;
  private final boolean agents;

  ResourceKind(String word, boolean agents) {
    this.word = word;
    this.agents = agents;
  }

  /** What people call it. */
  String word() {
    return word;
  }

  /** Whether it may be one agent's and no other's. */
  boolean isAnAgents() {
    return agents;
  }
}
