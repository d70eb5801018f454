package io.warmline.api.resource;

import io.warmline.api.contract.ImportsApi;
import io.warmline.api.contract.model.ImportDto;
import io.warmline.api.contract.model.RejectionPageDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotency;
import io.warmline.api.http.RequestFacts;
import io.warmline.core.Page;
import io.warmline.core.campaign.Campaigns;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.imports.ExportLeads;
import io.warmline.core.imports.Import;
import io.warmline.core.imports.ImportStatus;
import io.warmline.core.imports.Imports;
import io.warmline.core.imports.LeadFile;
import io.warmline.core.imports.ReceiveImport;
import io.warmline.core.imports.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Lead lists in and out. Files are streamed, so these operations do not run in one transaction as
 * others do: a file is received first, and only what makes it an import is.
 */
@ApplicationScoped
public class ImportsResource implements ImportsApi {

  private static final int LOOK_AGAIN_SECONDS = 1;

  private final Idempotency idempotency;
  private final RequestFacts facts;
  private final Campaigns campaigns;
  private final ReceiveImport receiveImport;
  private final Imports imports;
  private final ExportLeads exportLeads;
  private final Cursors cursors;
  private final HttpHeaders headers;

  ImportsResource(
      Idempotency idempotency,
      RequestFacts facts,
      Campaigns campaigns,
      ReceiveImport receiveImport,
      Imports imports,
      ExportLeads exportLeads,
      Cursors cursors,
      HttpHeaders headers) {
    this.idempotency = idempotency;
    this.facts = facts;
    this.campaigns = campaigns;
    this.receiveImport = receiveImport;
    this.imports = imports;
    this.exportLeads = exportLeads;
    this.cursors = cursors;
    this.headers = headers;
  }

  @Override
  public RestResponse<ImportDto> startImport(
      UUID campaignId,
      InputStream body,
      Boolean dryRun,
      @Nullable List<String> map,
      @Nullable String idempotencyKey) {
    ReceiveImport.Received received = receive(new CampaignId(campaignId), body, dryRun, map);
    facts.carried(received.sha256());
    try {
      return idempotency.once(() -> accepted(receiveImport.enqueue(received.id())));
    } catch (RuntimeException e) {
      receiveImport.discard(received.id());
      throw e;
    }
  }

  private ReceiveImport.Received receive(
      CampaignId campaign, InputStream body, boolean dryRun, @Nullable List<String> map) {
    boolean lines = "x-ndjson".equals(headers.getMediaType().getSubtype());
    try {
      return receiveImport.receive(
          campaign,
          lines ? LeadFile.Format.NDJSON : LeadFile.Format.CSV,
          ImportMapper.mapping(map),
          dryRun,
          body);
    } catch (IOException e) {
      throw new UncheckedIOException("the upload broke off", e);
    }
  }

  private static RestResponse<ImportDto> accepted(Import job) {
    return ResponseBuilder.create(RestResponse.Status.ACCEPTED, ImportMapper.job(job))
        .header("Location", "/v1/imports/" + job.id())
        .header("Retry-After", LOOK_AGAIN_SECONDS)
        .build();
  }

  @Override
  public RestResponse<ImportDto> getImport(UUID importId) {
    Import job = idempotency.once(() -> imports.get(new ImportId(importId)));
    ResponseBuilder<ImportDto> response = ResponseBuilder.ok(ImportMapper.job(job));
    boolean goesOn = job.status() == ImportStatus.QUEUED || job.status() == ImportStatus.RUNNING;
    return goesOn ? response.header("Retry-After", LOOK_AGAIN_SECONDS).build() : response.build();
  }

  @Override
  public RestResponse<RejectionPageDto> listRejections(
      UUID importId, Integer limit, @Nullable String cursor) {
    Page<Rejection> page =
        idempotency.once(
            () -> imports.rejections(new ImportId(importId), cursors.paging(limit, cursor)));
    return RestResponse.ok(
        new RejectionPageDto()
            .items(page.items().stream().map(ImportMapper::rejection).toList())
            .nextCursor(cursors.text(page.next())));
  }

  /**
   * The file is written aside first: what fails half-way is a problem document, not half a file.
   */
  @Override
  public RestResponse<InputStream> exportLeads(UUID campaignId) {
    CampaignId campaign = new CampaignId(campaignId);
    idempotency.once(() -> campaigns.get(campaign));
    try {
      Path file = Files.createTempFile("warmline-export-", ".csv");
      try (OutputStream out = Files.newOutputStream(file)) {
        exportLeads.write(campaign, out);
      }
      return RestResponse.ok(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw new UncheckedIOException("the export cannot be written", e);
    }
  }
}
