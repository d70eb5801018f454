package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.BulkFilterDto;
import io.warmline.api.contract.model.BulkItemDto;
import io.warmline.api.contract.model.BulkKindDto;
import io.warmline.api.contract.model.BulkOperationDto;
import io.warmline.api.contract.model.BulkOutcomeDto;
import io.warmline.api.contract.model.BulkRefusalDto;
import io.warmline.api.contract.model.BulkStatusDto;
import io.warmline.api.contract.model.LeadConditionsDto;
import io.warmline.api.contract.model.NewBulkOperationDto;
import io.warmline.api.contract.model.UsedSavedFilterDto;
import io.warmline.core.bulk.BulkFilter;
import io.warmline.core.bulk.BulkItem;
import io.warmline.core.bulk.BulkItem.Outcome;
import io.warmline.core.bulk.BulkKind;
import io.warmline.core.bulk.BulkOperation;
import io.warmline.core.bulk.BulkOrder;
import io.warmline.core.id.AgentId;
import io.warmline.core.id.BulkId;
import io.warmline.core.id.CallbackId;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.id.LeadId;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.lead.Tags;
import io.warmline.core.savedfilter.LeadConditions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bulk operations between the contract and the domain. */
final class BulkMapper {

  private static final int ALL = 100;

  private BulkMapper() {}

  static BulkOrder order(NewBulkOperationDto dto) {
    return new BulkOrder(
        kind(dto.getKind()),
        Boolean.TRUE.equals(dto.getDryRun()),
        filter(dto.getFilter()),
        Optional.ofNullable(dto.getFromAgentId()).map(AgentId::new),
        all(dto.getToAgentIds(), AgentId::new),
        Optional.ofNullable(dto.getToCampaignId()).map(CampaignId::new),
        new Tags(all(dto.getTags(), tag -> tag)),
        Optional.ofNullable(dto.getReason()));
  }

  private static BulkFilter filter(@Nullable BulkFilterDto dto) {
    return dto == null
        ? BulkFilter.EVERYBODY
        : new BulkFilter(
            Optional.ofNullable(dto.getCampaignId()).map(CampaignId::new),
            all(dto.getStatuses(), LeadMapper::status).stream()
                .collect(Collectors.toUnmodifiableSet()),
            new Tags(all(dto.getTags(), tag -> tag)),
            all(dto.getImportIds(), ImportId::new).stream().collect(Collectors.toUnmodifiableSet()),
            all(dto.getLeadIds(), LeadId::new),
            Optional.ofNullable(dto.getSavedFilterId()).map(SavedFilterId::new));
  }

  private static <T, U> List<U> all(@Nullable List<T> given, Function<T, U> as) {
    return given == null ? List.of() : given.stream().map(as).toList();
  }

  static BulkOperationDto operation(BulkOperation operation) {
    return new BulkOperationDto()
        .id(operation.id().value())
        .kind(kind(operation.kind()))
        .dryRun(operation.dryRun())
        .status(
            operation.finishedAt().isPresent() ? BulkStatusDto.COMPLETED : BulkStatusDto.RUNNING)
        .fromAgentId(operation.from().map(AgentId::value).orElse(null))
        .toAgentIds(some(operation.to().stream().map(AgentId::value).toList()))
        .toCampaignId(operation.campaign().map(CampaignId::value).orElse(null))
        .tags(some(operation.tags().names()))
        .reason(operation.reason().orElse(null))
        .filter(asked(operation.asked()))
        .savedFilter(operation.savedFilter().map(BulkMapper::usedFilter).orElse(null))
        .total(operation.total())
        .done(operation.done())
        .percent(percent(operation))
        .changed(operation.changed())
        .unchanged(operation.unchanged())
        .promises(operation.promises())
        .refused(
            operation.refused().entrySet().stream()
                .map(e -> new BulkRefusalDto().code(e.getKey()).count(e.getValue()))
                .toList())
        .undoes(operation.undoes().map(BulkId::value).orElse(null))
        .undoneBy(operation.undoneBy().map(BulkId::value).orElse(null))
        .createdAt(utc(operation.createdAt()))
        .finishedAt(utc(operation.finishedAt()));
  }

  private static @Nullable LeadConditionsDto asked(LeadConditions conditions) {
    return conditions.equals(LeadConditions.NONE) ? null : SavedFilterMapper.conditions(conditions);
  }

  private static UsedSavedFilterDto usedFilter(BulkOperation.UsedFilter filter) {
    return new UsedSavedFilterDto()
        .id(filter.id().value())
        .name(filter.name())
        .conditions(SavedFilterMapper.conditions(filter.conditions()));
  }

  private static int percent(BulkOperation operation) {
    return operation.finishedAt().isPresent() || operation.total() == 0
        ? ALL
        : Math.min(ALL, (int) ((long) operation.done() * ALL / operation.total()));
  }

  private static <T> @Nullable List<T> some(List<T> items) {
    return items.isEmpty() ? null : items;
  }

  static BulkItemDto item(BulkItem item) {
    return new BulkItemDto()
        .leadId(item.lead().value())
        .outcome(outcome(item.outcome()))
        .code(item.code().orElse(null))
        .callbackId(item.callback().map(CallbackId::value).orElse(null))
        .agentId(item.agent().map(AgentId::value).orElse(null))
        .tags(some(item.tags().names()));
  }

  static Outcome outcome(BulkOutcomeDto outcome) {
    return switch (outcome) {
      case WAITING -> Outcome.WAITING;
      case CHANGED -> Outcome.CHANGED;
      case UNCHANGED -> Outcome.UNCHANGED;
      case REFUSED -> Outcome.REFUSED;
    };
  }

  private static BulkOutcomeDto outcome(Outcome outcome) {
    return switch (outcome) {
      case WAITING -> BulkOutcomeDto.WAITING;
      case CHANGED -> BulkOutcomeDto.CHANGED;
      case UNCHANGED -> BulkOutcomeDto.UNCHANGED;
      case REFUSED -> BulkOutcomeDto.REFUSED;
    };
  }

  private static BulkKind kind(BulkKindDto kind) {
    return switch (kind) {
      case REASSIGN -> BulkKind.REASSIGN;
      case MOVE -> BulkKind.MOVE;
      case STOP_LIST -> BulkKind.STOP_LIST;
      case TAG -> BulkKind.TAG;
      case UNTAG -> BulkKind.UNTAG;
    };
  }

  private static BulkKindDto kind(BulkKind kind) {
    return switch (kind) {
      case REASSIGN -> BulkKindDto.REASSIGN;
      case MOVE -> BulkKindDto.MOVE;
      case STOP_LIST -> BulkKindDto.STOP_LIST;
      case TAG -> BulkKindDto.TAG;
      case UNTAG -> BulkKindDto.UNTAG;
    };
  }
}
