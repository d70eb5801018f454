package io.warmline.api.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.warmline.api.http.HttpProblem;
import io.warmline.core.event.Event;
import io.warmline.core.id.KeyId;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.CurrentTenant;
import io.warmline.core.tenant.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events as they come. No thread waits for them: each stream asks about once a second, and as long
 * as there is more at once.
 */
@ApplicationScoped
public class EventStreams {

  /** Open at once for a key, on a server. */
  static final int MOST = 10;

  private static final int AT_ONCE = 200;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private final HeardEvents heard;
  private final CurrentTenant tenant;
  private final ObjectMapper json;
  private final Sse sse;
  private final Map<KeyId, Integer> open = new ConcurrentHashMap<>();

  EventStreams(HeardEvents heard, CurrentTenant tenant, ObjectMapper json, Sse sse) {
    this.heard = heard;
    this.tenant = tenant;
    this.json = json;
    this.sse = sse;
  }

  /**
   * Those with a greater sequence number than {@code after}, in the tenant that was entered.
   *
   * @throws HttpProblem RATE_LIMITED, if the key has too many streams open
   */
  Multi<OutboundSseEvent> open(KeyId key, long after, @Nullable String type, Duration lasting) {
    enter(key);
    Listener listener = new Listener(tenant.id(), tenant.reach(), key, type, lasting, after);
    return Multi.createBy()
        .repeating()
        .uni(() -> listener, this::next)
        .whilst(events -> !listener.over)
        .onItem()
        .transformToMultiAndConcatenate(events -> Multi.createFrom().items(told(listener, events)))
        .onTermination()
        .invoke(() -> leave(key));
  }

  /** Who listens, and how far they have heard. Only one thread at a time has it. */
  private static final class Listener {
    private final TenantId tenant;
    private final Reach reach;
    private final KeyId key;
    private final @Nullable String type;
    private final Duration lasting;
    private final long since = System.nanoTime();
    private long last;
    private @Nullable Long toldAt;
    private boolean caughtUp;
    private boolean over;

    Listener(
        TenantId tenant,
        Reach reach,
        KeyId key,
        @Nullable String type,
        Duration lasting,
        long after) {
      this.tenant = tenant;
      this.reach = reach;
      this.key = key;
      this.type = type;
      this.lasting = lasting;
      this.last = after;
    }

    boolean isAtItsEnd() {
      return System.nanoTime() - since >= lasting.toNanos();
    }

    boolean hasBeenSilentForLong() {
      Long told = toldAt;
      return told == null || System.nanoTime() - told >= SILENCE.toNanos();
    }
  }

  private void enter(KeyId key) {
    if (open.merge(key, 1, Integer::sum) > MOST) {
      leave(key);
      throw HttpProblem.tooMany(
          "This key has " + MOST + " streams open. Close one, or wait for one to end.", SILENCE);
    }
  }

  private void leave(KeyId key) {
    open.computeIfPresent(key, (id, count) -> count == 1 ? null : count - 1);
  }

  private Uni<List<Event>> next(Listener listener) {
    Uni<List<Event>> reading =
        Uni.createFrom()
            .item(() -> read(listener))
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    return listener.caughtUp
        ? Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).chain(() -> reading)
        : reading;
  }

  private List<Event> read(Listener listener) {
    if (listener.isAtItsEnd()) {
      listener.over = true;
      return List.of();
    }
    HeardEvents.Heard found =
        heard.after(
            listener.tenant, listener.reach, listener.key, listener.last, listener.type, AT_ONCE);
    listener.over = !found.mayListen();
    listener.caughtUp = found.events().size() < AT_ONCE;
    if (!found.events().isEmpty()) {
      listener.last = found.events().get(found.events().size() - 1).sequence();
    }
    return found.events();
  }

  /** The events, or now and then a sign of life. */
  private Stream<OutboundSseEvent> told(Listener listener, List<Event> events) {
    if (events.isEmpty() && !listener.hasBeenSilentForLong()) {
      return Stream.empty();
    }
    listener.toldAt = System.nanoTime();
    return events.isEmpty()
        ? Stream.of(sse.newEventBuilder().comment("still here").build())
        : events.stream().map(this::message);
  }

  private OutboundSseEvent message(Event event) {
    return sse.newEventBuilder()
        .id(Long.toString(event.sequence()))
        .name(event.type())
        .data(written(event))
        .build();
  }

  private String written(Event event) {
    try {
      return json.writeValueAsString(EventsResource.event(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is not writable as JSON", e);
    }
  }
}
