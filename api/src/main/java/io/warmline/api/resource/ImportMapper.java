package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.DuplicatePolicyDto;
import io.warmline.api.contract.model.ExportPresetDto;
import io.warmline.api.contract.model.ImportColumnDto;
import io.warmline.api.contract.model.ImportDto;
import io.warmline.api.contract.model.ImportFoundDto;
import io.warmline.api.contract.model.ImportMappingDto;
import io.warmline.api.contract.model.ImportOutcomeDto;
import io.warmline.api.contract.model.ImportStatusDto;
import io.warmline.api.contract.model.ImportUndoneDto;
import io.warmline.api.contract.model.LeadSourceDto;
import io.warmline.api.contract.model.MappedColumnDto;
import io.warmline.api.contract.model.RejectionDto;
import io.warmline.api.contract.model.RejectionKindDto;
import io.warmline.api.contract.model.StatedStatusDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.WarmlineException;
import io.warmline.core.WarmlineException.Violation;
import io.warmline.core.imports.ColumnMapping;
import io.warmline.core.imports.ExportPreset;
import io.warmline.core.imports.Import;
import io.warmline.core.imports.ImportStatus;
import io.warmline.core.imports.LeadFile;
import io.warmline.core.imports.LeadSource;
import io.warmline.core.imports.ReadSheet;
import io.warmline.core.imports.Rejection;
import io.warmline.core.imports.SavedMapping;
import io.warmline.core.imports.StatusWords;
import io.warmline.core.imports.UndoImport;
import io.warmline.core.lead.DuplicatePolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Imports between the contract and the domain. */
final class ImportMapper {

  private ImportMapper() {}

  /**
   * The mapping out of parameters of the form {@code <header>:<field>}; a header may hold colons.
   */
  static ColumnMapping mapping(@Nullable List<String> pairs) {
    return ColumnMapping.of(
        pairs("map", pairs, "must be <header>:<field>, for example Tel:phone1"));
  }

  /** The words out of parameters of the form {@code <word>:<status>}; a word may hold colons. */
  static StatusWords words(@Nullable List<String> pairs) {
    return StatusWords.of(
        pairs("outcome", pairs, "must be <word>:<status>, for example NP:DISQUALIFIED"));
  }

  private static Map<String, String> pairs(
      String parameter, @Nullable List<String> pairs, String form) {
    Map<String, String> parsed = new LinkedHashMap<>();
    for (String pair : pairs == null ? List.<String>of() : pairs) {
      int colon = pair.lastIndexOf(':');
      if (colon < 1 || colon == pair.length() - 1) {
        throw new InvalidValue(parameter, "FORMAT", form);
      }
      if (parsed.put(pair.substring(0, colon), pair.substring(colon + 1)) != null) {
        throw new InvalidValue(parameter, "DUPLICATE_COLUMN", "names a column or word twice");
      }
    }
    return parsed;
  }

  /** The contract names the media types; there are no others. */
  static LeadFile.Format format(String subtype) {
    return switch (subtype) {
      case "csv" -> LeadFile.Format.CSV;
      case "x-ndjson" -> LeadFile.Format.NDJSON;
      default -> LeadFile.Format.XLSX;
    };
  }

  static ImportDto job(Import job) {
    return new ImportDto()
        .id(job.id().value())
        .campaignId(job.campaign().value())
        .status(status(job.status()))
        .dryRun(job.dryRun())
        .charset(job.layout().charset())
        .delimiter(job.layout().delimiter().orElse(null))
        .source(job.layout().source().map(ImportMapper::source).orElse(null))
        .sheet(job.layout().sheet().map(ReadSheet::name).orElse(null))
        .sheetsLeftOut(job.layout().sheet().map(ReadSheet::leftOut).orElse(null))
        .columns(
            job.layout()
                .columns()
                .map(columns -> columns.stream().map(ImportMapper::column).toList())
                .orElse(null))
        .duplicatePolicy(duplicates(job.duplicates()))
        .bytes(job.bytes())
        .bytesRead(job.progress().bytesRead())
        .percent(job.percent())
        .rowsRead(job.progress().rowsRead())
        .created(job.progress().created())
        .merged(job.progress().merged())
        .skipped(job.progress().skipped())
        .rejected(job.progress().rejected())
        .warned(job.progress().warned())
        .found(found(job.progress().found()))
        .failure(job.failure().orElse(null))
        .createdAt(utc(job.createdAt()))
        .expectedEnd(utc(job.expectedEnd()))
        .finishedAt(utc(job.finishedAt()));
  }

  static LeadSource source(LeadSourceDto source) {
    return switch (source) {
      case SALESFORCE -> LeadSource.SALESFORCE;
      case HUBSPOT -> LeadSource.HUBSPOT;
      case CLOSE -> LeadSource.CLOSE;
      case OUTREACH -> LeadSource.OUTREACH;
      case SALESLOFT -> LeadSource.SALESLOFT;
      case APOLLO -> LeadSource.APOLLO;
      case ZOOMINFO -> LeadSource.ZOOMINFO;
      case PIPEDRIVE -> LeadSource.PIPEDRIVE;
      case ZOHO -> LeadSource.ZOHO;
      case VICIDIAL -> LeadSource.VICIDIAL;
      case OTHER -> LeadSource.OTHER;
    };
  }

  static LeadSourceDto source(LeadSource source) {
    return switch (source) {
      case SALESFORCE -> LeadSourceDto.SALESFORCE;
      case HUBSPOT -> LeadSourceDto.HUBSPOT;
      case CLOSE -> LeadSourceDto.CLOSE;
      case OUTREACH -> LeadSourceDto.OUTREACH;
      case SALESLOFT -> LeadSourceDto.SALESLOFT;
      case APOLLO -> LeadSourceDto.APOLLO;
      case ZOOMINFO -> LeadSourceDto.ZOOMINFO;
      case PIPEDRIVE -> LeadSourceDto.PIPEDRIVE;
      case ZOHO -> LeadSourceDto.ZOHO;
      case VICIDIAL -> LeadSourceDto.VICIDIAL;
      case OTHER -> LeadSourceDto.OTHER;
    };
  }

  private static ImportFoundDto found(Import.Found found) {
    return new ImportFoundDto()
        .knownNumbers(found.knownNumbers())
        .customers(found.customers())
        .promised(found.promised())
        .met(found.met())
        .disqualified(found.disqualified())
        .dead(found.dead())
        .withoutRule(found.withoutRule())
        .doubtful(found.doubtful())
        .refusedInFile(found.refusedInFile())
        .onDoNotCallList(found.onDoNotCallList());
  }

  static DuplicatePolicy duplicates(@Nullable DuplicatePolicyDto policy) {
    if (policy == null) {
      return DuplicatePolicy.MERGE;
    }
    return switch (policy) {
      case SKIP -> DuplicatePolicy.SKIP;
      case MERGE -> DuplicatePolicy.MERGE;
      case TAKE_OVER -> DuplicatePolicy.TAKE_OVER;
      case NEW -> DuplicatePolicy.NEW;
    };
  }

  private static DuplicatePolicyDto duplicates(DuplicatePolicy policy) {
    return switch (policy) {
      case SKIP -> DuplicatePolicyDto.SKIP;
      case MERGE -> DuplicatePolicyDto.MERGE;
      case TAKE_OVER -> DuplicatePolicyDto.TAKE_OVER;
      case NEW -> DuplicatePolicyDto.NEW;
    };
  }

  static Rejection.Kind kind(RejectionKindDto kind) {
    return switch (kind) {
      case REJECTED -> Rejection.Kind.REJECTED;
      case WARNED -> Rejection.Kind.WARNED;
    };
  }

  private static RejectionKindDto kind(Rejection.Kind kind) {
    return switch (kind) {
      case REJECTED -> RejectionKindDto.REJECTED;
      case WARNED -> RejectionKindDto.WARNED;
    };
  }

  private static ImportColumnDto column(Import.Column column) {
    return new ImportColumnDto().name(column.name()).field(column.field());
  }

  static ExportPreset preset(@Nullable ExportPresetDto preset) {
    if (preset == null) {
      return ExportPreset.WARMLINE;
    }
    return switch (preset) {
      case WARMLINE -> ExportPreset.WARMLINE;
      case HUBSPOT -> ExportPreset.HUBSPOT;
      case SALESFORCE -> ExportPreset.SALESFORCE;
      case PIPEDRIVE -> ExportPreset.PIPEDRIVE;
    };
  }

  static ImportUndoneDto undone(UndoImport.Undone undone) {
    return new ImportUndoneDto()
        .removed(undone.removed())
        .kept(undone.kept())
        .remaining(undone.remaining());
  }

  static ImportMappingDto mapping(SavedMapping saved) {
    return new ImportMappingDto()
        .name(saved.name())
        .columns(
            saved.columns().entrySet().stream()
                .map(column -> new MappedColumnDto().name(column.getKey()).field(column.getValue()))
                .toList())
        .outcomes(
            saved.outcomes().entrySet().stream()
                .map(
                    word ->
                        new ImportOutcomeDto()
                            .word(word.getKey())
                            .status(StatedStatusDto.fromValue(word.getValue())))
                .toList())
        .source(saved.source().map(ImportMapper::source).orElse(null))
        .updatedAt(utc(saved.updatedAt()));
  }

  /** Headers to fields; a header that stands twice is refused. */
  static Map<String, String> columns(@Nullable List<MappedColumnDto> columns) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (MappedColumnDto column : columns == null ? List.<MappedColumnDto>of() : columns) {
      if (fields.put(column.getName(), column.getField()) != null) {
        throw new InvalidValue("/columns", "DUPLICATE_COLUMN", "names a column twice");
      }
    }
    return fields;
  }

  /** What was said in parameters of one file, and refused there, stands in the body here. */
  static <T> T inBody(Supplier<T> saving) {
    try {
      return saving.get();
    } catch (WarmlineException e) {
      throw new WarmlineException(
          e.code(),
          String.valueOf(e.getMessage()),
          e.violations().stream().map(ImportMapper::inBody).toList());
    }
  }

  private static Violation inBody(Violation v) {
    String pointer =
        switch (v.pointer()) {
          case "map" -> "/columns";
          case "outcome" -> "/outcomes";
          default -> v.pointer();
        };
    return new Violation(pointer, v.code(), v.message());
  }

  /** Words to statuses; a word that stands twice is refused. */
  static Map<String, String> outcomes(@Nullable List<ImportOutcomeDto> outcomes) {
    Map<String, String> words = new LinkedHashMap<>();
    for (ImportOutcomeDto outcome : outcomes == null ? List.<ImportOutcomeDto>of() : outcomes) {
      if (words.put(outcome.getWord(), outcome.getStatus().toString()) != null) {
        throw new InvalidValue("/outcomes", "DUPLICATE_WORD", "names a word twice");
      }
    }
    return words;
  }

  static ImportStatusDto status(ImportStatus status) {
    return switch (status) {
      case QUEUED -> ImportStatusDto.QUEUED;
      case RUNNING -> ImportStatusDto.RUNNING;
      case COMPLETED -> ImportStatusDto.COMPLETED;
      case FAILED -> ImportStatusDto.FAILED;
    };
  }

  static RejectionDto rejection(Rejection rejection) {
    return new RejectionDto()
        .kind(kind(rejection.kind()))
        .line(rejection.line())
        .field(rejection.field().orElse(null))
        .column(rejection.column().orElse(null))
        .code(rejection.code())
        .reason(rejection.reason());
  }
}
