package io.warmline.api.resource;

import io.warmline.api.contract.model.ClaimDto;
import io.warmline.api.contract.model.LeadDto;
import io.warmline.api.contract.model.RankReasonDto;
import io.warmline.core.callback.Callback;
import io.warmline.core.callback.Callbacks;
import io.warmline.core.followup.FollowUps;
import io.warmline.core.lead.Lead;
import io.warmline.core.lead.Leads;
import io.warmline.core.queue.Claim;
import io.warmline.core.queue.Tier;
import io.warmline.core.script.PrepareCall;
import io.warmline.core.script.PrepareCall.Preparation;
import io.warmline.core.talktrack.Fact;
import io.warmline.core.task.Task;
import io.warmline.core.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
  private final ShowLead showLead;

  ShowClaim(
      Leads leads,
      Callbacks callbacks,
      Tasks tasks,
      PrepareCall prepareCall,
      FollowUps followUps,
      Clock clock,
      ShowLead showLead) {
    this.leads = leads;
    this.callbacks = callbacks;
    this.tasks = tasks;
    this.prepareCall = prepareCall;
    this.followUps = followUps;
    this.clock = clock;
    this.showLead = showLead;
  }

  ClaimDto show(Claim claim) {
    Lead lead = leads.get(claim.lead());
    boolean awaitedClick =
        claim.place().tier() == Tier.RETRY
            && followUps.awaitedClick(claim.lead(), claim.place().dueAt());
    return show(
        claim,
        showLead.show(lead),
        claim.callback().map(callbacks::get),
        claim.task().flatMap(tasks::find),
        awaitedClick);
  }

  private ClaimDto show(
      Claim claim,
      LeadDto lead,
      Optional<Callback> callback,
      Optional<Task> task,
      boolean awaitedClick) {
    ClaimDto dto = ClaimMapper.claim(claim, lead, clock.instant());
    callback.map(CallbackMapper::callback).ifPresent(dto::callback);
    task.map(ClaimMapper::task).ifPresent(dto::task);
    if (awaitedClick) {
      dto.reasons(Stream.concat(Stream.of(NO_CLICK), dto.getReasons().stream().skip(1)).toList());
    }
    return dto;
  }

  /** The same, with what to say and what was before. */
  ClaimDto showPrepared(Claim claim) {
    return showPrepared(List.of(claim)).get(0);
  }

  /** As {@link #showPrepared(Claim)} for each of these. */
  List<ClaimDto> showPrepared(List<Claim> claims) {
    List<Preparation> ready = prepareCall.of(claims);
    Function<Lead, LeadDto> shown = showLead.inHand(ready.stream().map(Preparation::lead).toList());
    return ready.stream().map(one -> show(one, shown.apply(one.lead()))).toList();
  }

  private ClaimDto show(Preparation ready, LeadDto lead) {
    Claim claim = ready.claim();
    boolean awaitedClick = claim.place().tier() == Tier.RETRY && ready.awaitedClick();
    ClaimDto dto = show(claim, lead, ready.callback(), ready.task(), awaitedClick);
    ready.words().map(TalkTrackMapper::words).ifPresent(dto::talkTrack);
    if (!ready.missing().isEmpty()) {
      dto.talkTrackMissing(ready.missing().stream().map(Fact::key).toList());
    }
    return dto.story(StoryMapper.story(ready.story()));
  }
}
