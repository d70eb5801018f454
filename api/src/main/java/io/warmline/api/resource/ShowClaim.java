package io.warmline.api.resource;

import io.warmline.api.contract.model.ClaimDto;
import io.warmline.api.contract.model.RankReasonDto;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Tier;
import io.warmline.core.script.PrepareCall;
import io.warmline.core.script.PrepareCall.Preparation;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.stream.Stream;

/** A claim with all that the agent needs to know about the lead before dialling. */
@ApplicationScoped
class ShowClaim {

  private static final RankReasonDto NO_CLICK =
      new RankReasonDto()
          .code("NO_CLICK")
          .detail("A voicemail was left, and the prospect has not clicked since: call back.");

  private final Leads leads;
  private final Callbacks callbacks;
  private final Tasks tasks;
  private final PrepareCall prepareCall;
  private final FollowUps followUps;
  private final Clock clock;

  ShowClaim(
      Leads leads,
      Callbacks callbacks,
      Tasks tasks,
      PrepareCall prepareCall,
      FollowUps followUps,
      Clock clock) {
    this.leads = leads;
    this.callbacks = callbacks;
    this.tasks = tasks;
    this.prepareCall = prepareCall;
    this.followUps = followUps;
    this.clock = clock;
  }

  ClaimDto show(Claim claim) {
    Lead lead = leads.get(claim.lead());
    ClaimDto dto = ClaimMapper.claim(claim, LeadMapper.lead(lead), clock.instant());
    claim.callback().map(callbacks::get).map(CallbackMapper::callback).ifPresent(dto::callback);
    claim.task().flatMap(tasks::find).map(ClaimMapper::task).ifPresent(dto::task);
    if (claim.place().tier() == Tier.RETRY
        && followUps.awaitedClick(claim.lead(), claim.place().dueAt())) {
      dto.reasons(Stream.concat(Stream.of(NO_CLICK), dto.getReasons().stream().skip(1)).toList());
    }
    return dto;
  }

  /** The same, with what to say and what was before. */
  ClaimDto showPrepared(Claim claim) {
    ClaimDto dto = show(claim);
    Preparation ready = prepareCall.of(claim);
    ready.words().map(TalkTrackMapper::words).ifPresent(dto::talkTrack);
    if (!ready.missing().isEmpty()) {
      dto.talkTrackMissing(ready.missing().stream().map(Fact::key).toList());
    }
    return dto.story(StoryMapper.story(ready.story()));
  }
}
