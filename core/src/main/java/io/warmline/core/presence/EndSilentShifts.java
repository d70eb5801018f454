package io.warmline.core.presence;

import io.warmline.core.tenant.Batches;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.ServerClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Ends the shifts of agents of whom nothing is heard, at the last sign of life. Only a server whose
 * clock agrees with the database's does so. An agent who holds a lead is talking, and not silent.
 */
@ApplicationScoped
public class EndSilentShifts implements Chore {

  private static final int BATCH = 200;

  private final Batches batches;
  private final Shifts shifts;
  private final AttendWork attendWork;
  private final ServerClock serverClock;

  EndSilentShifts(Batches batches, Shifts shifts, AttendWork attendWork, ServerClock serverClock) {
    this.batches = batches;
    this.shifts = shifts;
    this.attendWork = attendWork;
    this.serverClock = serverClock;
  }

  @Override
  public List<String> whoHasSome() {
    return List.of(
        """
        select s.tenant_id from shift s
        where s.signed_off_at is null and s.silent_at <= :now
          and not exists (select 1 from claim m where m.tenant_id = s.tenant_id and m.agent_id = s.agent_id and m.status = 'ACTIVE')
        """);
  }

  @Override
  public void tick() {
    if (serverClock.agrees()) {
      batches.toTheEnd(BATCH, this::end);
    }
  }

  private int end(Instant now) {
    List<Shift> silent = shifts.silent(BATCH, now);
    silent.forEach(
        shift ->
            attendWork.end(shift.id(), shift.agent(), EndedBy.SILENCE, 0, shift.seenAt(), now));
    return silent.size();
  }
}
