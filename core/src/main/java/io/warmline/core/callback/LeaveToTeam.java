package io.warmline.core.callback;

import io.warmline.core.agent.ClearDesk;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.ClaimId;
import io.warmline.core.presence.AttendWork;
import io.warmline.core.queue.ChangeClaim;
import io.warmline.core.queue.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Leads that an agent held go back to the queue, personal callbacks to the team. */
@ApplicationScoped
class LeaveToTeam implements ClearDesk {

  private final Claims claims;
  private final ChangeClaim changeClaim;
  private final KeepPromises promises;
  private final AttendWork attendWork;

  LeaveToTeam(
      Claims claims, ChangeClaim changeClaim, KeepPromises promises, AttendWork attendWork) {
    this.claims = claims;
    this.changeClaim = changeClaim;
    this.promises = promises;
    this.attendWork = attendWork;
  }

  @Override
  public void of(AgentId agent, Instant now) {
    for (ClaimId claim : claims.liveOf(agent)) {
      changeClaim.giveBack(claim);
    }
    promises.handAllToTeam(agent, now);
    attendWork.letGo(agent, now);
  }
}
