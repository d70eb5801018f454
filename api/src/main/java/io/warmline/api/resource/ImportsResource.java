package io.warmline.api.resource;

import io.warmline.api.contract.ImportsApi;
import io.warmline.api.contract.model.DuplicatePolicyDto;
import io.warmline.api.contract.model.ExportPresetDto;
import io.warmline.api.contract.model.ImportDto;
import io.warmline.api.contract.model.ImportMappingDto;
import io.warmline.api.contract.model.ImportMappingListDto;
import io.warmline.api.contract.model.ImportUndoneDto;
import io.warmline.api.contract.model.LeadSourceDto;
import io.warmline.api.contract.model.NewImportMappingDto;
import io.warmline.api.contract.model.RejectionKindDto;
import io.warmline.api.contract.model.RejectionPageDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Idempotency;
import io.warmline.api.http.LongWork;
import io.warmline.api.http.RequestFacts;
import io.warmline.core.InvalidValue;
import io.warmline.core.Page;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.imports.ColumnMapping;
import io.warmline.core.imports.ExportLeads;
import io.warmline.core.imports.FileOptions;
import io.warmline.core.imports.Import;
import io.warmline.core.imports.ImportOrder;
import io.warmline.core.imports.ImportStatus;
import io.warmline.core.imports.Imports;
import io.warmline.core.imports.ReceiveImport;
import io.warmline.core.imports.RejectedRows;
import io.warmline.core.imports.Rejection;
import io.warmline.core.imports.SavedMapping;
import io.warmline.core.imports.SavedMappings;
import io.warmline.core.imports.StatusWords;
import io.warmline.core.imports.UndoImport;
import io.warmline.core.queue.Segment;
import io.warmline.core.savedfilter.UseSavedFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final ReceiveImport receiveImport;
  private final Imports imports;
  private final ExportLeads exportLeads;
  private final RejectedRows rejectedRows;
  private final SavedMappings savedMappings;
  private final UndoImport undoImport;
  private final UseSavedFilter savedFilters;
  private final Cursors cursors;
  private final HttpHeaders headers;

  ImportsResource(
      Idempotency idempotency,
      RequestFacts facts,
      ReceiveImport receiveImport,
      Imports imports,
      ExportLeads exportLeads,
      RejectedRows rejectedRows,
      SavedMappings savedMappings,
      UndoImport undoImport,
      UseSavedFilter savedFilters,
      Cursors cursors,
      HttpHeaders headers) {
    this.idempotency = idempotency;
    this.facts = facts;
    this.receiveImport = receiveImport;
    this.imports = imports;
    this.exportLeads = exportLeads;
    this.rejectedRows = rejectedRows;
    this.savedMappings = savedMappings;
    this.undoImport = undoImport;
    this.savedFilters = savedFilters;
    this.cursors = cursors;
    this.headers = headers;
  }

  @Override
  public RestResponse<ImportDto> startImport(
      UUID campaignId,
      InputStream body,
      Boolean dryRun,
      @Nullable List<String> map,
      @Nullable String mapping,
      @Nullable List<String> outcome,
      @Nullable DuplicatePolicyDto duplicatePolicy,
      @Nullable LeadSourceDto source,
      @Nullable Integer headerRow,
      @Nullable String sheet,
      @Nullable String idempotencyKey) {
    Optional<SavedMapping> saved = Optional.ofNullable(mapping).map(this::saved);
    ColumnMapping columns = ImportMapper.mapping(map);
    StatusWords words = ImportMapper.words(outcome);
    ImportOrder order =
        new ImportOrder(
            ImportMapper.format(headers.getMediaType().getSubtype()),
            new FileOptions(
                saved.map(one -> one.with(columns)).orElse(columns),
                declaredCharset(),
                Optional.ofNullable(source)
                    .map(ImportMapper::source)
                    .or(() -> saved.flatMap(SavedMapping::source)),
                Optional.ofNullable(headerRow).map(Integer::longValue),
                saved.map(one -> one.with(words)).orElse(words),
                Optional.ofNullable(sheet)),
            dryRun,
            ImportMapper.duplicates(duplicatePolicy));
    ReceiveImport.Received received = receive(new CampaignId(campaignId), order, body);
    facts.carried(received.sha256());
    try {
      return idempotency.once(() -> accepted(receiveImport.enqueue(received.id())));
    } catch (RuntimeException e) {
      receiveImport.discard(received.id());
      throw e;
    }
  }

  private SavedMapping saved(String name) {
    return savedMappings
        .find(name)
        .orElseThrow(
            () ->
                new InvalidValue(
                    "mapping",
                    "UNKNOWN_MAPPING",
                    "names no saved mapping; see listImportMappings"));
  }

  @Override
  public RestResponse<ImportMappingListDto> listImportMappings() {
    return RestResponse.ok(
        idempotency.once(
            () ->
                new ImportMappingListDto()
                    .items(savedMappings.all().stream().map(ImportMapper::mapping).toList())));
  }

  @Override
  public RestResponse<ImportMappingDto> saveImportMapping(
      String mappingName, NewImportMappingDto dto) {
    return idempotency.once(
        () ->
            RestResponse.ok(
                ImportMapper.mapping(
                    ImportMapper.inBody(
                        () ->
                            savedMappings.save(
                                mappingName,
                                ImportMapper.columns(dto.getColumns()),
                                ImportMapper.outcomes(dto.getOutcomes()),
                                Optional.ofNullable(dto.getSource()).map(ImportMapper::source))))));
  }

  @Override
  public RestResponse<Void> deleteImportMapping(String mappingName) {
    return idempotency.once(
        () -> {
          savedMappings.delete(mappingName);
          return RestResponse.noContent();
        });
  }

  @Override
  public RestResponse<ImportUndoneDto> undoImport(UUID importId, @Nullable String idempotencyKey) {
    return idempotency.once(
        () -> RestResponse.ok(ImportMapper.undone(undoImport.undo(new ImportId(importId)))));
  }

  /** The encoding that the sender says the file is in. */
  private Optional<Charset> declaredCharset() {
    Map<String, String> said = headers.getMediaType().getParameters();
    if ("absent".equalsIgnoreCase(said.get("header"))) {
      throw new InvalidValue(
          "Content-Type",
          "HEADER_NEEDED",
          "says header=absent; columns are known by a header line");
    }
    String name = said.get(MediaType.CHARSET_PARAMETER);
    if (name == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException unknown) {
      throw new InvalidValue(
          "Content-Type", "UNKNOWN_CHARSET", "names a charset that is not known; leave it out");
    }
  }

  private ReceiveImport.Received receive(CampaignId campaign, ImportOrder order, InputStream body) {
    try {
      return receiveImport.receive(campaign, order, body);
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
      UUID importId, @Nullable RejectionKindDto kind, Integer limit, @Nullable String cursor) {
    Page<Rejection> page =
        idempotency.once(
            () ->
                imports.rejections(
                    new ImportId(importId),
                    Optional.ofNullable(kind).map(ImportMapper::kind),
                    cursors.paging(limit, cursor)));
    return RestResponse.ok(
        new RejectionPageDto()
            .items(page.items().stream().map(ImportMapper::rejection).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  @LongWork
  public RestResponse<InputStream> exportRejections(UUID importId) {
    ImportId id = new ImportId(importId);
    idempotency.once(() -> imports.get(id));
    return RestResponse.ok(
        FileAside.of("warmline-rejections-", out -> rejectedRows.write(id, out)));
  }

  @Override
  @LongWork
  public RestResponse<InputStream> exportLeads(
      UUID campaignId,
      @Nullable ExportPresetDto preset,
      @Nullable String tag,
      @Nullable UUID importId,
      @Nullable LeadSourceDto source,
      @Nullable UUID savedFilterId) {
    Segment segment = Segments.of(orNone(tag), orNone(importId), orNone(source));
    CampaignId campaign = new CampaignId(campaignId);
    Optional<SavedFilterId> filter = Optional.ofNullable(savedFilterId).map(SavedFilterId::new);
    ExportLeads.Choice choice =
        idempotency.once(
            () -> {
              segment.imports().forEach(imports::get);
              exportLeads.require(campaign, segment);
              return new ExportLeads.Choice(campaign, segment, savedFilters.within(filter));
            });
    return RestResponse.ok(
        FileAside.of(
            "warmline-export-",
            out -> exportLeads.write(choice, ImportMapper.preset(preset), out)));
  }

  private static <T> @Nullable List<T> orNone(@Nullable T value) {
    return value == null ? null : List.of(value);
  }
}
