package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.ImportColumnDto;
import io.warmline.api.contract.model.ImportDto;
import io.warmline.api.contract.model.ImportStatusDto;
import io.warmline.api.contract.model.RejectionDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.imports.ColumnMapping;
import io.warmline.core.imports.Import;
import io.warmline.core.imports.ImportStatus;
import io.warmline.core.imports.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Imports between the contract and the domain. */
final class ImportMapper {

  private ImportMapper() {}

  /**
   * The mapping out of parameters of the form {@code <header>:<field>}; a header may hold colons.
   */
  static ColumnMapping mapping(@Nullable List<String> pairs) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String pair : pairs == null ? List.<String>of() : pairs) {
      int colon = pair.lastIndexOf(':');
      if (colon < 1 || colon == pair.length() - 1) {
        throw new InvalidValue("map", "FORMAT", "must be <header>:<field>, for example Tel:phone1");
      }
      if (columns.put(pair.substring(0, colon), pair.substring(colon + 1)) != null) {
        throw new InvalidValue("map", "DUPLICATE_COLUMN", "names a column twice");
      }
    }
    return ColumnMapping.of(columns);
  }

  static ImportDto job(Import job) {
    return new ImportDto()
        .id(job.id().value())
        .campaignId(job.campaign().value())
        .status(status(job.status()))
        .dryRun(job.dryRun())
        .charset(job.layout().charset())
        .delimiter(job.layout().delimiter().orElse(null))
        .columns(
            job.layout()
                .columns()
                .map(columns -> columns.stream().map(ImportMapper::column).toList())
                .orElse(null))
        .bytes(job.bytes())
        .rowsRead(job.progress().rowsRead())
        .created(job.progress().created())
        .merged(job.progress().merged())
        .rejected(job.progress().rejected())
        .failure(job.failure().orElse(null))
        .createdAt(utc(job.createdAt()))
        .finishedAt(utc(job.finishedAt()));
  }

  private static ImportColumnDto column(Import.Column column) {
    return new ImportColumnDto().name(column.name()).field(column.field());
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
        .line(rejection.line())
        .field(rejection.field().orElse(null))
        .code(rejection.code())
        .reason(rejection.reason());
  }
}
