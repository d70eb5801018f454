package io.warmline.api.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.sdk.FollowUpFilter;
import io.warmline.sdk.model.FollowUp;
import io.warmline.sdk.model.FollowUpSent;
import io.warmline.sdk.model.FollowUpStatus;
import io.warmline.sdk.model.NewTrackedLink;
import io.warmline.sdk.model.TaskKind;
import io.warmline.sdk.model.TrackedLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Sends the messages that are owed, with tracked links, which people and programs follow. */
final class MailRoom {

  private static final List<Hours> TIMES =
      List.of(new Hours(8, 9), new Hours(13, 14), new Hours(18, 19));

  private static final String OFFER = "https://example.com/offer";
  private static final String BROWSER =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final String SCANNER = "Mozilla/5.0 (compatible; Proofpoint URL Defense)";

  private final World world;
  private final URI server;
  private final Map<UUID, Prospect> prospects;
  private final HttpClient http = HttpClient.newHttpClient();

  MailRoom(World world, URI server, Map<UUID, Prospect> prospects) {
    this.world = world;
    this.server = server;
    this.prospects = prospects;
  }

  /** Morning, noon and evening of each working day, as long as the firm is at work. */
  void open() {
    Instant next =
        TIMES.stream()
            .map(hours -> hours.next(world.now(), Floor.OFFICE))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    if (next.isBefore(Year.CLOSES)) {
      world.agenda().at(next, this::work);
    }
  }

  private void work() {
    List<FollowUp> owed = new ArrayList<>();
    var filter = FollowUpFilter.all().status(FollowUpStatus.OWED).limit(200);
    world.warmline().followUps().listFollowUps(filter).forEach(owed::add);
    owed.forEach(this::send);
    open();
  }

  private void send(FollowUp owed) {
    Prospect prospect = prospects.get(owed.getLeadId());
    TrackedLink link =
        world
            .warmline()
            .signals()
            .createTrackedLink(
                prospect.lead(), new NewTrackedLink().url(OFFER).followUpId(owed.getId()));
    FollowUpSent sent = new FollowUpSent().trackedLinkIds(List.of(link.getId()));
    world.warmline().followUps().markFollowUpSent(owed.getId(), sent);
    String path = link.getLink().getPath();
    Chance chance = world.chance();
    if (chance.is(0.3)) {
      world.agenda().in(Duration.ofSeconds(2), () -> get(path, BROWSER));
    }
    if (chance.is(0.3)) {
      world.agenda().in(chance.minutes(1, 60), () -> get(path, SCANNER));
      world.agenda().in(chance.minutes(1, 60), () -> open(path, BROWSER, "HEAD"));
    }
    if (chance.is(0.3)) {
      world.agenda().in(notSoon(), () -> click(prospect, path));
    }
  }

  /** Never in the minute in which another message is sent: that would be too soon for a person. */
  private Duration notSoon() {
    return world.chance().minutes(2, 36 * 60).plusSeconds(30);
  }

  /** A person clicks, sometimes twice; only the first calls for anything. */
  private void click(Prospect prospect, String path) {
    if (!prospect.mayGiveSignal(world.now())) {
      return;
    }
    get(path, BROWSER);
    world.ledger().signalled(new Facts.Signal(prospect, world.now(), TaskKind.HOT_SIGNAL));
    if (world.chance().is(0.2)) {
      world.agenda().in(Duration.ofSeconds(20), () -> get(path, BROWSER));
    }
    world.floor().ring();
  }

  private void get(String path, String program) {
    open(path, program, "GET");
  }

  private void open(String path, String program, String method) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .method(method, BodyPublishers.noBody())
            .header("User-Agent", program)
            .build();
    try {
      var answer = http.send(request, BodyHandlers.discarding());
      assertThat(answer.headers().firstValue("Location")).contains(OFFER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
