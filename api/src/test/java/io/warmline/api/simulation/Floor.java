package io.warmline.api.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The desks. What one agent is told the others need not ask: whoever finds nothing to do sits idle
 * until the product said that it is worth asking again, or until something happens.
 */
final class Floor {

  static final ZoneId OFFICE = ZoneId.of("America/New_York");

  /** From the first shift's beginning to the last one's end. */
  static final Hours OPEN = new Hours(9, 20);

  /** The bell tells of what cannot wait. */
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** One may be spared a call that the next one gets; if that one gets none, there is none. */
  private static final int ASKED_IN_VAIN = 2;

  private final Agenda agenda;
  private final List<AgentAtWork> agents = new ArrayList<>();
  private int next;
  private Instant looksAt = Instant.MAX;

  Floor(Agenda agenda) {
    this.agenda = agenda;
  }

  void hire(AgentAtWork agent) {
    agents.add(agent);
  }

  /** Every working day begins with a look at what there is to do. */
  void open() {
    Instant opens = OPEN.next(agenda.now(), OFFICE);
    if (opens.isBefore(Year.CLOSES)) {
      lookAt(opens);
      agenda.at(opens, this::open);
    }
  }

  /** The product has nothing; it says when it may have. */
  void lookAfter(Duration retryAfter) {
    Duration pause = retryAfter.compareTo(PAUSE) < 0 ? PAUSE : retryAfter;
    lookAt(agenda.now().plus(pause));
  }

  private void lookAt(Instant time) {
    Instant at = OPEN.areOpen(time, OFFICE) ? time : OPEN.next(time, OFFICE);
    if (at.isBefore(looksAt) && at.isBefore(Year.CLOSES)) {
      looksAt = at;
      agenda.at(at, () -> lookIf(at));
    }
  }

  private void lookIf(Instant at) {
    if (at.equals(looksAt)) {
      looksAt = Instant.MAX;
      ring();
    }
  }

  /** Something has happened at an agent's desk; if that one is busy, the others hear of it. */
  void ringFor(AgentAtWork first) {
    if (first.hears()) {
      agenda.round();
      first.ask();
    }
    ring();
  }

  /** Those who are idle ask what there is to do, until there is nothing more. */
  void ring() {
    agenda.round();
    int inVain = 0;
    while (inVain < ASKED_IN_VAIN) {
      Optional<AgentAtWork> idle = nextIdle();
      if (idle.isEmpty()) {
        return;
      }
      inVain = idle.get().ask() ? 0 : inVain + 1;
    }
  }

  private Optional<AgentAtWork> nextIdle() {
    for (int i = 0; i < agents.size(); i++) {
      AgentAtWork agent = agents.get((next + i) % agents.size());
      if (agent.hears()) {
        next = (next + i + 1) % agents.size();
        return Optional.of(agent);
      }
    }
    return Optional.empty();
  }
}
