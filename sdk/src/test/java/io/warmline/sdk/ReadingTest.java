package io.warmline.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmline.sdk.FakeServer.Asked;
import io.warmline.sdk.FakeServer.Reply;
import io.warmline.sdk.model.Event;
import io.warmline.sdk.model.ImportStatus;
import io.warmline.sdk.model.Lead;
import io.warmline.sdk.model.LeadFields;
import io.warmline.sdk.model.LeadPatch;
import io.warmline.sdk.model.LeadStatus;
import io.warmline.sdk.model.NewLead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ReadingTest extends SdkTest {
  @Test
  void textIsUtf8WhateverThePlatformSays() {
    assertThat(Charset.defaultCharset()).isNotEqualTo(StandardCharsets.UTF_8);
    server.replies(lead("Zoë Łukasz 李", "\"1\""));

    Lead lead = client().leads().createLead(newLead().firstName("Zoë Łukasz 李")).value();

    assertThat(lead.getFirstName()).isEqualTo("Zoë Łukasz 李");
    assertThat(server.lastAsked().body()).contains("Zoë Łukasz 李");
  }

  @Test
  void valuesAndFieldsOfALaterVersionDoNoHarm() {
    server.replies(
        Reply.json(
            200,
            """
            {"id": "%s", "campaignId": "%s", "status": "FROZEN", "phones": [], "score": 1, "customFields": {},
             "attempts": 0, "createdAt": "2026-11-18T15:15:00.123456Z", "updatedAt": "2026-11-18T15:15:00Z",
             "mood": {"colour": "blue"}}
            """
                .formatted(ID, ID)));

    Lead lead = client().leads().getLead(ID).value();

    assertThat(lead.getStatus()).isEqualTo(LeadStatus.UNKNOWN);
    assertThat(lead.getCreatedAt()).isEqualTo(OffsetDateTime.parse("2026-11-18T15:15:00.123456Z"));
  }

  @Test
  void aPatchTellsAbsentFromNull() {
    server.replies(lead("James", "\"2\""));
    Map<String, String> fields = new HashMap<>();
    fields.put("seats", null);

    client()
        .leads()
        .updateLead(
            ID, "\"1\"", new LeadPatch().notes(null).jobTitle("Owner").customFields(fields));

    assertThat(server.lastAsked().body())
        .isEqualTo("{\"jobTitle\":\"Owner\",\"notes\":null,\"customFields\":{\"seats\":null}}");
    assertThat(server.lastAsked().header("Content-Type")).contains("application/merge-patch+json");
  }

  @Test
  void whatIsLeftOutIsNotSent() {
    server.replies(lead("James", "\"1\""));

    client().leads().upsertLead(ID, "crm-1", new LeadFields().phones(List.of("+15046218927")));

    assertThat(server.lastAsked().body()).isEqualTo("{\"phones\":[\"+15046218927\"]}");
  }

  @Test
  void idsAreEncodedIntoThePath() {
    server.replies(lead("James", "\"1\""));

    client().leads().upsertLead(ID, "a/b?c=d e+ä", new LeadFields().phones(List.of("1")));

    assertThat(server.lastAsked().path())
        .isEqualTo("/v1/campaigns/" + ID + "/leads/a%2Fb%3Fc%3Dd%20e%2B%C3%A4");
  }

  @Test
  void filtersAreEncodedIntoTheQuery() {
    server.replies(page("", null));

    client()
        .leads()
        .listLeads(
            LeadFilter.all()
                .phone("+15046218927")
                .updatedAfter(OffsetDateTime.parse("2026-11-18T16:15:00+01:00"))
                .limit(2));

    assertThat(server.lastAsked().query())
        .isEqualTo("phone=%2B15046218927&updatedAfter=2026-11-18T15%3A15%3A00Z&limit=2");
  }

  @Test
  void aListGoesOnOverItsPagesAsItIsRead() {
    server.replies(page("A", "c1"), page("", "c2"), page("B", null));
    LeadFilter cold = LeadFilter.all().status(LeadStatus.COLD);

    Page<Lead> page = client().leads().listLeads(cold);
    assertThat(server.asked()).hasSize(1);
    List<String> names = page.stream().map(Lead::getFirstName).toList();

    assertThat(names).containsExactly("A", "B");
    assertThat(server.asked())
        .extracting(Asked::query)
        .containsExactly("status=COLD", "status=COLD&cursor=c1", "status=COLD&cursor=c2");
  }

  @Test
  void noPageIsLoadedThatIsNotReached() {
    server.replies(page("A", "c1"));

    Optional<Lead> first = client().leads().listLeads().stream().findFirst();

    assertThat(first).map(Lead::getFirstName).contains("A");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void aListCanBeTakenUpFromItsCursor() {
    server.replies(page("A", "c1"), page("B", null));

    String cursor = client().leads().listLeads().nextCursor().orElseThrow();
    Page<Lead> rest = client().leads().listLeads(LeadFilter.all().cursor(cursor));

    assertThat(rest.items()).extracting(Lead::getFirstName).containsExactly("B");
    assertThat(rest.nextPage()).isEmpty();
  }

  @Test
  void eventsGoOnUntilThereIsNothingNew() {
    server.replies(
        events(8, 9), events(10), Reply.json(200, "{\"items\": [], \"lastSequence\": 10}"));

    EventSlice slice = client().events().listEvents(EventFilter.all().after(7).limit(2));
    List<Long> sequences = slice.stream().map(Event::getSequence).toList();

    assertThat(sequences).containsExactly(8L, 9L, 10L);
    assertThat(server.asked())
        .extracting(Asked::query)
        .containsExactly("after=7&limit=2", "limit=2&after=9", "limit=2&after=10");
  }

  private static Reply stream(String text) {
    return new Reply(200, Map.of("Content-Type", "text/event-stream"), text);
  }

  private static String told(int sequence) {
    return ("id:%1$d\nevent:call.logged\n"
            + "data:{\"sequence\":%1$d,\"type\":\"call.logged\",\"occurredAt\":\"2026-11-18T15:15:00Z\","
            + "\"subjectId\":\"0198f1a0-0005-7000-8000-000000000001\",\"data\":{}}\n\n")
        .formatted(sequence);
  }

  @Test
  void aStreamGoesOnWhereItEndedUntilTheHandlerHasEnough() {
    server.replies(
        stream(":still here\n\n" + told(8) + told(9)),
        stream(":still here\n\n"),
        stream(told(10) + "id:11\nevent:half"),
        stream(told(11) + told(12)));
    List<Long> heard = new ArrayList<>();

    long last =
        client()
            .events()
            .streamEvents(
                EventFilter.all().after(7),
                event -> {
                  heard.add(event.getSequence());
                  return heard.size() < 4;
                });

    assertThat(last).isEqualTo(11);
    assertThat(heard).containsExactly(8L, 9L, 10L, 11L);
    assertThat(server.asked())
        .extracting(asked -> asked.header("Last-Event-ID").orElse(""))
        .containsExactly("7", "9", "9", "10");
  }

  @Test
  void whatTheHandlerThrowsEndsTheListening() {
    server.replies(stream(told(1)));

    assertThatThrownBy(
            () ->
                client()
                    .events()
                    .follow(
                        0,
                        event -> {
                          throw new IllegalStateException("full");
                        }))
        .hasMessage("full");
  }

  @Test
  void anEventThatCannotBeReadIsNoEventToPassOver() {
    server.replies(stream("id:1\ndata:{\"sequence\":\n\n"));

    assertThatThrownBy(() -> client().events().follow(0, event -> {}))
        .isInstanceOf(WarmlineException.class)
        .hasMessageContaining("not readable");
  }

  @Test
  void aChangeNamesTheVersionThatWasRead() {
    server.replies(lead("James", "\"1\""), lead("Jim", "\"2\""));
    Leads leads = client().leads();

    Versioned<Lead> read = leads.getLead(ID);
    Versioned<Lead> changed = leads.updateLead(read, new LeadPatch().firstName("Jim"));

    assertThat(server.lastAsked().header("If-Match")).contains("\"1\"");
    assertThat(changed.etag()).isEqualTo("\"2\"");
    assertThat(changed.value().getFirstName()).isEqualTo("Jim");
  }

  @Test
  void whatHasNotChangedIsNotReadAgain() {
    server.replies(
        lead("James", "\"1\""), Reply.empty(304).header("ETag", "\"1\""), lead("Jim", "\"2\""));
    Leads leads = client().leads();
    Versioned<Lead> known = leads.getLead(ID);

    Optional<Versioned<Lead>> same = leads.getLeadIfChanged(known);
    Optional<Versioned<Lead>> other = leads.getLeadIfChanged(known);

    assertThat(same).isEmpty();
    assertThat(other).map(Versioned::etag).contains("\"2\"");
    assertThat(server.lastAsked().header("If-None-Match")).contains("\"1\"");
  }

  @Test
  void aProxyThatDropsETagsDoesNotHinderReading() {
    server.replies(Reply.json(200, leadJson("James")));

    Versioned<Lead> lead = client().leads().getLead(ID);

    assertThat(lead.value().getFirstName()).isEqualTo("James");
    assertThatThrownBy(lead::etag).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anImportIsWaitedForAsTheServerSays() {
    server.replies(
        importIn("QUEUED").header("Retry-After", "2"),
        importIn("RUNNING").header("Retry-After", "3"),
        importIn("COMPLETED"));

    ImportStatus status = client().imports().awaitImport(ID, Duration.ofMinutes(1)).getStatus();

    assertThat(status).isEqualTo(ImportStatus.COMPLETED);
    assertThat(waits).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  void anImportIsWaitedForNoLongerThanAsked() {
    server.otherwise(asked -> importIn("RUNNING").header("Retry-After", "2"));

    ImportStatus status = client().imports().awaitImport(ID, Duration.ofSeconds(5)).getStatus();

    assertThat(status).isEqualTo(ImportStatus.RUNNING);
    assertThat(waits).hasSize(2);
  }

  @Test
  void anExportIsReadAsItComes() throws IOException {
    server.replies(new Reply(200, Map.of("Content-Type", "text/csv"), "firstName\nZoë\n"));

    try (InputStream csv = client().imports().exportLeads(ID)) {
      assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("firstName\nZoë\n");
    }
    assertThat(server.lastAsked().header("Accept")).contains("text/csv");
  }

  @Test
  void aReportComesAsLinesToo() throws IOException {
    server.replies(new Reply(200, Map.of("Content-Type", "text/csv"), "metric,numerator\n"));

    try (InputStream csv =
        client().reports().exportReport("best-hours", ReportPeriod.lastFourWeeks())) {
      assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("metric,numerator\n");
    }
    assertThat(server.lastAsked().path()).isEqualTo("/v1/reports/best-hours");
    assertThat(server.lastAsked().header("Accept")).contains("text/csv");
  }

  @Test
  void aRequestCanBeNamed() {
    server.replies(lead("James", "\"1\""));

    client().leads().getLead(ID, RequestOption.requestId("mine-1"));

    assertThat(server.lastAsked().header("X-Request-Id")).contains("mine-1");
  }

  @Test
  void manyThreadsShareAClient() throws Exception {
    server.otherwise(asked -> lead(asked.path().replaceAll(".*/", ""), "\"1\""));
    WarmlineClient client = client();
    ExecutorService threads = Executors.newFixedThreadPool(8);

    List<Future<String>> names = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String externalId = "crm-" + i;
      Callable<String> call =
          () ->
              client
                  .leads()
                  .upsertLead(ID, externalId, new LeadFields().phones(List.of(externalId)))
                  .value()
                  .getFirstName();
      names.add(threads.submit(call));
    }

    for (int i = 0; i < 200; i++) {
      assertThat(names.get(i).get()).isEqualTo("crm-" + i);
    }
    threads.shutdown();
  }

  @Test
  void nothingPersonalIsInToString() {
    server.replies(lead("James", "\"1\""));
    WarmlineClient client = client();

    Versioned<Lead> lead = client.leads().getLead(ID);

    assertThat(lead.toString()).contains(ID.toString(), "COLD").doesNotContain("James", "5046");
    assertThat(newLead().firstName("James").toString()).doesNotContain("James", "5046");
    assertThat(client.toString()).doesNotContain("secret");
    assertThat(new Credential("wl_test_secret").toString()).doesNotContain("secret");
  }

  private static NewLead newLead() {
    return new NewLead().campaignId(ID).phones(List.of("+15046218927"));
  }

  private static Reply lead(String firstName, String etag) {
    return Reply.json(200, leadJson(firstName)).header("ETag", etag);
  }

  private static String leadJson(String firstName) {
    return """
    {"id": "%s", "campaignId": "%s", "status": "COLD", "firstName": "%s", "score": 0, "customFields": {}, "attempts": 0,
     "phones": [{"number": "+15046218927", "status": "CALLABLE", "candidateZones": [], "zoneSource": "EXPLICIT"}],
     "createdAt": "2026-11-18T15:15:00Z", "updatedAt": "2026-11-18T15:15:00Z"}
    """
        .formatted(ID, ID, firstName);
  }

  private static Reply page(String firstName, String nextCursor) {
    return Reply.json(
        200,
        "{\"items\": [%s]%s}"
            .formatted(
                firstName.isEmpty() ? "" : leadJson(firstName),
                nextCursor == null ? "" : ", \"nextCursor\": \"" + nextCursor + "\""));
  }

  private static Reply events(long... sequences) {
    List<String> events = new ArrayList<>();
    for (long sequence : sequences) {
      events.add(
          """
          {"sequence": %d, "type": "call.logged", "occurredAt": "2026-11-18T15:15:00Z", "subjectId": "%s", "data": {}}
          """
              .formatted(sequence, ID));
    }
    return Reply.json(
        200,
        "{\"items\": [%s], \"lastSequence\": %d}"
            .formatted(String.join(",", events), sequences[sequences.length - 1]));
  }

  private static Reply importIn(String status) {
    return Reply.json(
        200,
        """
        {"id": "%s", "campaignId": "%s", "status": "%s", "dryRun": false, "charset": "UTF-8", "bytes": 1,
         "rowsRead": 0, "created": 0, "merged": 0, "rejected": 0, "createdAt": "2026-11-18T15:15:00Z"}
        """
            .formatted(ID, ID, status));
  }
}
