package io.warmline.api.demo;

import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ClientId;
import io.warmline.core.id.ProgrammeId;
import java.util.List;

/**
 * The firm of the demo, Blue Harbor Outbound.
 *
 * @param agents who call
 * @param gone an agent who has left
 * @param meetings the campaign that sets meetings
 * @param warmLeads the one that hands over warm leads
 * @param checkIns the one that calls customers
 * @param empty one for which there is no list yet
 * @param client for whom the meetings are
 * @param prospective a client for whom nobody calls yet
 * @param programme of the campaign that sets meetings
 * @param spareProgramme one that nobody would miss
 */
record Firm(
    List<AgentId> agents,
    AgentId gone,
    CampaignId meetings,
    CampaignId warmLeads,
    CampaignId checkIns,
    CampaignId empty,
    ClientId client,
    ClientId prospective,
    ProgrammeId programme,
    ProgrammeId spareProgramme) {

  /** The agent whom the examples name. */
  AgentId dave() {
    return agents.get(0);
  }

  /** One of those who call, in turn. */
  AgentId agent(int turn) {
    return agents.get(turn % agents.size());
  }
}
