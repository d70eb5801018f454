package io.warmline.api.simulation;

import io.warmline.sdk.ClaimedLead;
import io.warmline.sdk.NextLead;
import io.warmline.sdk.WarmlineClient;
import io.warmline.sdk.model.AgentState;
import io.warmline.sdk.model.Disposition;
import io.warmline.sdk.model.LoggedCall;
import io.warmline.sdk.model.NewCall;
import io.warmline.sdk.model.SignOn;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** An agent of the month: signs on, takes one lead after the other, has a break, signs off. */
final class MonthDesk {

  private static final Duration BREATH = Duration.ofMinutes(1);
  private static final Duration WRITES_UP = Duration.ofMinutes(4);
  private static final Duration LOOKS_AGAIN = Duration.ofMinutes(30);

  /** Longer than a break, and than anybody waits between two looks at the queue. */
  private static final int SILENCE_SECONDS = 3600;

  /** What happens at a desk that others have to know. */
  interface Neighbours {

    Contact contact(UUID lead);

    void logged(MonthDesk desk, Contact contact, ClaimedLead claim, LoggedCall answer);
  }

  private final WarmlineClient warmline;
  private final Agenda agenda;
  private final Books books;
  private final Neighbours neighbours;
  private final UUID agent;
  private final String name;
  private boolean free;
  private boolean restsNext;
  private boolean goesNext;

  MonthDesk(
      WarmlineClient warmline,
      Agenda agenda,
      Books books,
      Neighbours neighbours,
      UUID agent,
      String name) {
    this.warmline = warmline;
    this.agenda = agenda;
    this.books = books;
    this.neighbours = neighbours;
    this.agent = agent;
    this.name = name;
  }

  UUID agent() {
    return agent;
  }

  void comes() {
    warmline.presence().signOn(agent, new SignOn().silenceSeconds(SILENCE_SECONDS));
    books.attendance().signedOn(agent, agenda.now());
    isFree();
  }

  /** After the call that is being made, if there is one. */
  void rests() {
    restsNext = true;
    betweenCalls();
  }

  void isBack() {
    warmline.presence().changePresence(agent, AgentState.READY);
    books.attendance().ready(agent, agenda.now());
    isFree();
  }

  /** After the call that is being made, if there is one. */
  void goes() {
    goesNext = true;
    betweenCalls();
  }

  private void betweenCalls() {
    if (!free) {
      return;
    }
    if (goesNext) {
      free = false;
      goesNext = false;
      warmline.presence().signOff(agent);
      books.attendance().signedOff(agent, agenda.now());
    } else if (restsNext) {
      free = false;
      restsNext = false;
      warmline.presence().changePresence(agent, AgentState.BREAK);
      books.attendance().rests(agent, agenda.now());
    }
  }

  private void isFree() {
    free = true;
    betweenCalls();
    ask();
  }

  /** Asks who is to be called, if there is nothing else to do. */
  void ask() {
    if (!free) {
      return;
    }
    agenda.round();
    NextLead next = warmline.claims().claimNextLead(agent);
    if (next.isEmpty()) {
      Duration pause = next.retryAfter();
      agenda.in(pause.compareTo(LOOKS_AGAIN) < 0 ? pause : LOOKS_AGAIN, this::ask);
      return;
    }
    free = false;
    call(next.orElseThrow());
  }

  private void call(ClaimedLead claim) {
    Instant dialledAt = agenda.now();
    Contact contact = neighbours.contact(claim.lead().getId());
    Guard.mayBeCalled(contact.prospect(), claim.claim(), dialledAt);
    contact.prospect().line().take(dialledAt, claim.expiresAt().toInstant());
    NewCall call = contact.answer(claim).startedAt(World.utc(dialledAt));
    agenda.in(lastsFor(call), () -> hangsUp(contact, claim, call, dialledAt));
  }

  private static Duration lastsFor(NewCall call) {
    Integer seconds = call.getDurationSeconds();
    return Duration.ofSeconds(seconds == null ? 30 : seconds);
  }

  private void hangsUp(Contact contact, ClaimedLead claim, NewCall call, Instant dialledAt) {
    LoggedCall answer = claim.log(call);
    Prospect prospect = contact.prospect();
    prospect.line().giveBack(agenda.now());
    Guard.brokeNoRule(answer);
    books.enter(new Books.Made(prospect, claim.claim(), call, dialledAt, agenda.now()), answer);
    Guard.meetingStands(prospect, answer);
    neighbours.logged(this, contact, claim, answer);
    if (call.getDisposition() == Disposition.APPOINTMENT_SET) {
      writesUp();
    } else {
      agenda.in(BREATH, this::isFree);
    }
  }

  private void writesUp() {
    warmline.presence().changePresence(agent, AgentState.WRAP_UP);
    books.attendance().writesUp(agent, agenda.now());
    agenda.in(WRITES_UP, this::isBack);
  }

  @Override
  public String toString() {
    return name;
  }
}
