package io.warmline.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.callback.Callback;
import io.warmline.core.callback.CallbackResolution;
import io.warmline.core.callback.CalledOff;
import io.warmline.core.callback.CancelledBy;
import io.warmline.core.callback.Wish;
import io.warmline.core.id.AgentId;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.suppression.Suppression;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What prospects do of their own accord: ask for calls, put them off, cancel them, object. */
final class Prospects {

  private final Product product;
  private final World world;
  private final Wishes wishes;

  Prospects(Product product, World world) {
    this.product = product;
    this.world = world;
    this.wishes = new Wishes(world.chance());
  }

  /** A minute in which promises are made until there are so many, and some are changed. */
  void minute(int promises, Instant now) {
    while (world.ledger().size() < promises) {
      ask(now);
    }
    if (world.ledger().due().isEmpty()) {
      return;
    }
    int fate = world.chance().between(1, 1000);
    if (fate <= 10) {
      putOff(now);
    } else if (fate <= 14) {
      cancel();
    } else if (fate <= 17) {
      object();
    } else if (fate <= 20) {
      reassign(now);
    }
  }

  /** What a prospect says to an agent who is still there to promise it. */
  Wish wishOf(Prospect prospect, SimulatedAgent agent, Instant now) {
    boolean personal = agent.isEmployed() && world.chance().percent(40);
    return wishes.of(prospect, personal ? Optional.of(agent.id()) : Optional.empty(), now);
  }

  private void ask(Instant now) {
    Prospect prospect = someone();
    Wish wish = wishes.of(prospect, anAgent(35), now);
    Callback made = product.promises.promise(prospect.lead(), wish);
    wish.dueAt().ifPresent(due -> assertThat(made.window().dueAt()).isEqualTo(due));
    assertThat(made.agent()).isEqualTo(wish.agent().orElse(null));
    assertThat(made.window().dueAt()).as("%s", made).isAfterOrEqualTo(now);
    if (made.resolution() == CallbackResolution.WORDS && prospect.consents()) {
      assertThat(prospect.mayBeCalledAt(made.window().dueAt()))
          .as("%s, promised at %s in %s, is lawful", made, now, prospect.place())
          .isTrue();
    }
    world.ledger().made(made, prospect);
  }

  private Prospect someone() {
    Prospect prospect = world.chance().oneOf(world.prospects());
    while (prospect.promise() != null || prospect.line().isLost()) {
      prospect = world.chance().oneOf(world.prospects());
    }
    return prospect;
  }

  private Optional<AgentId> anAgent(int percent) {
    return world.chance().percent(percent)
        ? Optional.of(world.chance().oneOf(world.staff().employed()).id())
        : Optional.empty();
  }

  private void putOff(Instant now) {
    Promise promise = aPromise();
    Instant due = wishes.time(promise.prospect(), now);
    Callback moved = change(promise, Optional.of(due), anAgent(35));
    assertThat(moved.window().dueAt()).isEqualTo(due);
    world.ledger().moved(promise, moved);
  }

  private void reassign(Instant now) {
    Promise promise = aPromise();
    Optional<AgentId> other = anAgent(80);
    Callback changed = change(promise, Optional.empty(), other);
    assertThat(changed.window()).isEqualTo(promise.window());
    promise.belongsTo(other.orElse(null));
  }

  private Callback change(Promise promise, Optional<Instant> due, Optional<AgentId> agent) {
    Wish wish = new Wish(due, Optional.empty(), agent, Optional.empty(), Optional.empty());
    Callback changed = product.promises.change(promise.id(), Optional.empty(), wish);
    assertThat(changed.agent()).isEqualTo(agent.orElse(null));
    return changed;
  }

  private void cancel() {
    Promise promise = aPromise();
    String reason = "No longer wanted";
    product.promises.cancel(promise.id(), new CalledOff(CancelledBy.PROSPECT, reason));
    world.ledger().cancelled(promise, reason);
  }

  /** Somebody wants no more calls, with or without a promise. */
  private void object() {
    Prospect prospect = world.chance().percent(60) ? aPromise().prospect() : someone();
    Line line = prospect.line();
    product.suppress.add(
        new Suppression.Request(
            new PhoneNumber(line.number()), Optional.empty(), Optional.empty(), Optional.empty()));
    world.ledger().lost(line, "DO_NOT_CALL");
  }

  private Promise aPromise() {
    List<Promise> open = world.ledger().open();
    return world.chance().oneOf(open);
  }
}
