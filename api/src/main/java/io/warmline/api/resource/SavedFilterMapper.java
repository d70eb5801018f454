package io.warmline.api.resource;

import static io.warmline.api.resource.Values.utc;

import io.warmline.api.contract.model.LeadConditionsDto;
import io.warmline.api.contract.model.NewSavedFilterDto;
import io.warmline.api.contract.model.SavedFilterDto;
import io.warmline.core.id.CampaignId;
import io.warmline.core.id.ImportId;
import io.warmline.core.lead.Tags;
import io.warmline.core.savedfilter.LeadConditions;
import io.warmline.core.savedfilter.SavedFilter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Saved filters between the contract and the domain. */
final class SavedFilterMapper {

  private SavedFilterMapper() {}

  static SavedFilter.Terms terms(NewSavedFilterDto dto) {
    return new SavedFilter.Terms(dto.getName(), conditions(dto.getConditions()));
  }

  private static LeadConditions conditions(LeadConditionsDto dto) {
    return new LeadConditions(
        Optional.ofNullable(dto.getCampaignId()).map(CampaignId::new),
        all(dto.getStatuses(), LeadMapper::status),
        new Tags(dto.getTags() == null ? List.of() : dto.getTags()),
        all(dto.getImportIds(), ImportId::new),
        all(dto.getSources(), ImportMapper::source),
        Values.instant(dto.getUpdatedAfter(), "/conditions/updatedAfter"),
        Optional.ofNullable(dto.getQ()));
  }

  private static <T, U> Set<U> all(@Nullable List<T> given, Function<T, U> as) {
    return given == null
        ? Set.of()
        : given.stream().map(as).collect(Collectors.toUnmodifiableSet());
  }

  /** The terms in the shape in which they were given, for a patch to be laid over. */
  static NewSavedFilterDto newSavedFilter(SavedFilter.Terms terms) {
    return new NewSavedFilterDto().name(terms.name()).conditions(conditions(terms.conditions()));
  }

  static LeadConditionsDto conditions(LeadConditions conditions) {
    return new LeadConditionsDto()
        .campaignId(conditions.campaign().map(CampaignId::value).orElse(null))
        .statuses(some(conditions.statuses(), LeadMapper::status))
        .tags(some(conditions.tags().names(), tag -> tag))
        .importIds(some(conditions.imports(), ImportId::value))
        .sources(some(conditions.sources(), ImportMapper::source))
        .updatedAfter(utc(conditions.updatedAfter()))
        .q(conditions.words().orElse(null));
  }

  private static <T, U extends Comparable<? super U>> @Nullable List<U> some(
      Collection<T> items, Function<T, U> as) {
    return items.isEmpty() ? null : items.stream().map(as).sorted().toList();
  }

  static SavedFilterDto savedFilter(SavedFilter filter) {
    return new SavedFilterDto()
        .id(filter.id().value())
        .name(filter.terms().name())
        .conditions(conditions(filter.terms().conditions()))
        .createdAt(utc(filter.createdAt()))
        .updatedAt(utc(filter.updatedAt()));
  }
}
