package io.warmline.api.resource;

import io.warmline.api.contract.TalkTracksApi;
import io.warmline.api.contract.model.LintReportDto;
import io.warmline.api.contract.model.ScriptToLintDto;
import io.warmline.api.contract.model.TalkTrackDto;
import io.warmline.api.contract.model.TalkTrackRequestDto;
import io.warmline.api.http.Idempotent;
import io.warmline.core.InvalidValue;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.id.LeadId;
import io.warmline.core.script.RenderTalkTrack;
import io.warmline.core.script.RenderTalkTrack.Wishes;
import io.warmline.core.script.Words;
import io.warmline.core.talktrack.Linter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class TalkTracksResource implements TalkTracksApi {

  private final RenderTalkTrack renderTalkTrack;

  TalkTracksResource(RenderTalkTrack renderTalkTrack) {
    this.renderTalkTrack = renderTalkTrack;
  }

  @Override
  public RestResponse<TalkTrackDto> renderTalkTrack(
      TalkTrackRequestDto dto, @Nullable String idempotencyKey) {
    return RestResponse.ok(TalkTrackMapper.words(words(dto)));
  }

  private Words words(TalkTrackRequestDto dto) {
    Wishes wishes = TalkTrackMapper.wishes(dto);
    if (dto.getClaimId() == null) {
      return ofLead(dto, wishes);
    }
    if (dto.getLeadId() != null || dto.getAgentId() != null) {
      throw new InvalidValue(
          "/claimId", "CONFLICT", "the claim names lead and agent; give it alone");
    }
    return renderTalkTrack.of(new ClaimId(dto.getClaimId()), wishes);
  }

  private Words ofLead(TalkTrackRequestDto dto, Wishes wishes) {
    if (dto.getLeadId() == null) {
      throw InvalidValue.required("/leadId", "is required without claimId");
    }
    return renderTalkTrack.of(
        new LeadId(dto.getLeadId()),
        Optional.ofNullable(dto.getAgentId()).map(AgentId::new),
        wishes);
  }

  @Override
  public RestResponse<LintReportDto> lintScript(
      ScriptToLintDto dto, @Nullable String idempotencyKey) {
    String text = dto.getText();
    return RestResponse.ok(
        new LintReportDto()
            .findings(
                Linter.lint(
                        TalkTrackMapper.kind(dto.getKind()),
                        TalkTrackMapper.scope(dto.getScope()),
                        text)
                    .stream()
                    .map(finding -> TalkTrackMapper.finding(finding, text))
                    .toList()));
  }
}
