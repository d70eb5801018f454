package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.RegistryDto;
import io.warmline.api.contract.model.RegistryStatusDto;
import io.warmline.api.contract.model.RejectionDto;
import io.warmline.api.contract.model.RejectionKindDto;
import io.warmline.api.contract.model.SuppressionImportDto;
import io.warmline.core.registry.Registry;
import io.warmline.core.registry.RegistryImport;
import io.warmline.core.registry.RegistryStatus;
import io.warmline.core.registry.RejectedLine;
import java.time.Instant;

/** Do-not-call registries between the contract and the domain. */
final class RegistryMapper {

  private RegistryMapper() {}

  static RegistryDto registry(Registry registry, Instant now) {
    return new RegistryDto()
        .id(registry.id().value())
        .name(registry.name())
        .jurisdiction(registry.jurisdiction().code())
        .asOf(registry.asOf())
        .numbers(registry.numbers())
        .maxAgeDays(registry.maxAgeDays().orElse(null))
        .warnsAt(utc(registry.warnsAt()))
        .expiresAt(utc(registry.expiresAt()))
        .status(status(registry.status(now)))
        .importedAt(utc(registry.importedAt()));
  }

  private static RegistryStatusDto status(RegistryStatus status) {
    return switch (status) {
      case FRESH -> RegistryStatusDto.FRESH;
      case WARNING -> RegistryStatusDto.WARNING;
      case EXPIRED -> RegistryStatusDto.EXPIRED;
    };
  }

  static SuppressionImportDto job(RegistryImport job) {
    RegistryImport.Counts counts = job.counts();
    return new SuppressionImportDto()
        .id(job.id().value())
        .registry(job.registry())
        .jurisdiction(job.jurisdiction().code())
        .asOf(job.asOf())
        .status(ImportMapper.status(job.status()))
        .bytes(counts.bytes())
        .lines(counts.lines())
        .numbers(counts.numbers())
        .repeated(counts.repeated())
        .rejected(counts.rejected())
        .leads(job.leads())
        .rejections(job.rejections().stream().map(RegistryMapper::rejection).toList())
        .inForceAt(utc(job.inForceAt()))
        .failure(job.failure().orElse(null))
        .createdAt(utc(job.createdAt()))
        .finishedAt(utc(job.finishedAt()));
  }

  private static RejectionDto rejection(RejectedLine line) {
    return new RejectionDto()
        .kind(RejectionKindDto.REJECTED)
        .line(line.line())
        .code(line.code())
        .reason(line.reason());
  }
}
