package io.warmline.sdk;

import io.warmline.sdk.model.ExportPreset;
import io.warmline.sdk.model.ImportMapping;
import io.warmline.sdk.model.ImportMappingList;
import io.warmline.sdk.model.ImportStatus;
import io.warmline.sdk.model.ImportUndone;
import io.warmline.sdk.model.LeadImport;
import io.warmline.sdk.model.NewImportMapping;
import io.warmline.sdk.model.Rejection;
import io.warmline.sdk.model.RejectionKind;
import io.warmline.sdk.model.RejectionPage;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lead lists in, lead lists out. */
public final class Imports {
  private static final String ONE = "/v1/imports/{importId}";
  private static final String MAPPINGS = "/v1/import-mappings";
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Transport transport;

  Imports(Transport transport) {
    this.transport = transport;
  }

  /**
   * Sends a lead list. The answer comes when it has been received; the work goes on behind it: see
   * {@link #awaitImport}. May take an hour, unless {@link RequestOption#totalDeadline} says
   * otherwise.
   *
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public LeadImport startImport(UUID campaignId, LeadFile file, RequestOption... options) {
    Request request = file.applyTo(Request.post("/v1/campaigns/{campaignId}/imports", campaignId));
    return transport.value(request.with(options), LeadImport.class);
  }

  /** Status and progress of an import. */
  public LeadImport getImport(UUID importId, RequestOption... options) {
    return transport.value(Request.get(ONE, importId).with(options), LeadImport.class);
  }

  /**
   * Waits until an import has ended, asking as often as the server says.
   *
   * @param atMost how long to wait
   * @return the import, in whatever state it is by then
   */
  public LeadImport awaitImport(UUID importId, Duration atMost, RequestOption... options) {
    Instant giveUpAt = transport.now().plus(atMost);
    while (true) {
      Answer answer = transport.send(Request.get(ONE, importId).with(options));
      LeadImport found = answer.as(LeadImport.class);
      Duration wait = answer.retryAfter().orElse(POLL);
      if (ended(found) || !transport.now().plus(wait).isBefore(giveUpAt)) {
        return found;
      }
      transport.pause(wait);
    }
  }

  private static boolean ended(LeadImport found) {
    return found.getStatus() == ImportStatus.COMPLETED || found.getStatus() == ImportStatus.FAILED;
  }

  /** Lists what was found wrong, refused rows and warnings, in the order of the file. */
  public Page<Rejection> listRejections(UUID importId, RequestOption... options) {
    return listRejections(importId, Paging.all(), options);
  }

  /** Lists what was found wrong, refused rows and warnings, in the order of the file. */
  public Page<Rejection> listRejections(UUID importId, Paging paging, RequestOption... options) {
    return rejections(importId, paging.query(), options);
  }

  /** Lists only the refused rows, or only the warnings, in the order of the file. */
  public Page<Rejection> listRejections(
      UUID importId, RejectionKind kind, Paging paging, RequestOption... options) {
    return rejections(importId, paging.query().with("kind", kind.name()), options);
  }

  private Page<Rejection> rejections(UUID importId, Query query, RequestOption... options) {
    Request request = Request.get(ONE + "/rejections", importId).query(query);
    RejectionPage page = transport.value(request.with(options), RejectionPage.class);
    return new Page<>(
        page.getItems(),
        page.getNextCursor(),
        cursor -> rejections(importId, query.with("cursor", cursor), options));
  }

  /**
   * Takes an import out again, as far as nothing was built on its leads. At most a thousand at
   * once: while {@code remaining} is not 0, ask again.
   *
   * @throws ConflictException {@code IMPORT_RUNNING} if it has not ended
   */
  public ImportUndone undoImport(UUID importId, RequestOption... options) {
    return transport.value(Request.post(ONE + "/undo", importId).with(options), ImportUndone.class);
  }

  /** What the lists of your senders look like, by name. */
  public List<ImportMapping> listImportMappings(RequestOption... options) {
    return transport.value(Request.get(MAPPINGS).with(options), ImportMappingList.class).getItems();
  }

  /** Keeps what the lists of a sender look like under a name; see {@link LeadFile#mapping}. */
  public ImportMapping saveImportMapping(
      String name, NewImportMapping mapping, RequestOption... options) {
    return transport.value(
        Request.put(MAPPINGS + "/{mappingName}", name).json(mapping).with(options),
        ImportMapping.class);
  }

  /** Forgets a saved mapping; imports that were started with it go on. */
  public void deleteImportMapping(String name, RequestOption... options) {
    transport.send(Request.delete(MAPPINGS + "/{mappingName}", name).with(options));
  }

  /**
   * The rows that were refused or taken without some of their cells, with the columns of the file
   * and one that says what is wrong, to be mended and sent again.
   *
   * @return the file as it comes in; close it
   */
  public InputStream exportRejections(UUID importId, RequestOption... options) {
    Request request = Request.get(ONE + "/rejections.csv", importId).accept("text/csv");
    return transport.send(request.with(options)).content();
  }

  /**
   * All leads of a campaign as CSV in UTF-8, with a header line, that {@link #startImport} takes
   * again.
   *
   * @return the file as it comes in; close it
   */
  public InputStream exportLeads(UUID campaignId, RequestOption... options) {
    return exportLeads(campaignId, ExportPreset.WARMLINE, options);
  }

  /**
   * All leads of a campaign as CSV that another system takes as it is.
   *
   * @return the file as it comes in; close it
   */
  public InputStream exportLeads(UUID campaignId, ExportPreset preset, RequestOption... options) {
    return exportLeads(campaignId, preset, LeadSegment.all(), options);
  }

  /**
   * Some leads of a campaign as CSV that another system takes as it is.
   *
   * @return the file as it comes in; close it
   */
  public InputStream exportLeads(
      UUID campaignId, ExportPreset preset, LeadSegment segment, RequestOption... options) {
    Request request =
        Request.get("/v1/campaigns/{campaignId}/leads.csv", campaignId)
            .query(segment.query().with("preset", preset.name()))
            .accept("text/csv");
    return transport.send(request.with(options)).file("text/csv");
  }
}
