package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.AgentsApi;
import io.warmline.api.contract.model.AgentDto;
import io.warmline.api.contract.model.AgentPageDto;
import io.warmline.api.contract.model.NewAgentDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.MergePatches;
import io.warmline.core.Page;
import io.warmline.core.agent.Agent;
import io.warmline.core.agent.Agents;
import io.warmline.core.agent.ManageAgent;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.CampaignId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class AgentsResource implements AgentsApi {

  private final Agents agents;
  private final ManageAgent manageAgent;
  private final MergePatches patches;
  private final Cursors cursors;

  AgentsResource(Agents agents, ManageAgent manageAgent, MergePatches patches, Cursors cursors) {
    this.agents = agents;
    this.manageAgent = manageAgent;
    this.patches = patches;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<AgentDto> createAgent(NewAgentDto dto, @Nullable String idempotencyKey) {
    Agent agent = manageAgent.create(profile(dto));
    return Etags.created(dto(agent), agent.version(), "/v1/agents/" + agent.id());
  }

  @Override
  public RestResponse<AgentPageDto> listAgents(Integer limit, @Nullable String cursor) {
    Page<Agent> page = agents.list(cursors.paging(limit, cursor));
    return RestResponse.ok(
        new AgentPageDto()
            .items(page.items().stream().map(AgentsResource::dto).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<AgentDto> getAgent(UUID agentId, @Nullable String ifNoneMatch) {
    Agent agent = agents.get(new AgentId(agentId));
    return Etags.read(dto(agent), agent.version(), ifNoneMatch);
  }

  @Override
  public RestResponse<AgentDto> updateAgent(
      UUID agentId, ObjectNode patch, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    Agent agent =
        manageAgent.change(
            new AgentId(agentId),
            Etags.optional(ifMatch),
            profile ->
                profile(patches.apply(dto(profile), patch, "AgentPatch", NewAgentDto.class)));
    return Etags.ok(dto(agent), agent.version());
  }

  @Override
  public RestResponse<Void> deleteAgent(UUID agentId) {
    manageAgent.delete(new AgentId(agentId));
    return RestResponse.noContent();
  }

  private static Agent.Profile profile(NewAgentDto dto) {
    return new Agent.Profile(
        dto.getName(),
        Optional.ofNullable(dto.getEmail()),
        languages(dto.getLanguages()),
        assignment(dto));
  }

  private static Agent.Assignment assignment(NewAgentDto dto) {
    return new Agent.Assignment(
        Optional.ofNullable(dto.getTeam()),
        dto.getSkills() == null ? List.of() : dto.getSkills(),
        dto.getCampaignIds() == null
            ? List.of()
            : dto.getCampaignIds().stream().map(CampaignId::new).toList());
  }

  private static List<String> languages(@Nullable List<String> codes) {
    return codes == null
        ? List.of()
        : IntStream.range(0, codes.size())
            .mapToObj(i -> Values.language(codes.get(i), "/languages/" + i))
            .distinct()
            .toList();
  }

  private static NewAgentDto dto(Agent.Profile profile) {
    return new NewAgentDto()
        .name(profile.name())
        .email(profile.email().orElse(null))
        .languages(profile.languages())
        .team(profile.assignment().team().orElse(null))
        .skills(some(profile.assignment().skills()))
        .campaignIds(some(campaigns(profile)));
  }

  private static List<UUID> campaigns(Agent.Profile profile) {
    return profile.assignment().campaigns().stream().map(CampaignId::value).toList();
  }

  private static <T> @Nullable List<T> some(List<T> items) {
    return items.isEmpty() ? null : items;
  }

  private static AgentDto dto(Agent agent) {
    Agent.Profile profile = agent.profile();
    return new AgentDto()
        .id(agent.id().value())
        .name(profile.name())
        .email(profile.email().orElse(null))
        .languages(profile.languages())
        .team(profile.assignment().team().orElse(null))
        .skills(some(profile.assignment().skills()))
        .campaignIds(some(campaigns(profile)))
        .createdAt(utc(agent.createdAt()))
        .updatedAt(utc(agent.updatedAt()));
  }
}
