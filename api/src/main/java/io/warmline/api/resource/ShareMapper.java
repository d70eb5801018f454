package io.warmline.api.resource;

import io.warmline.api.contract.model.LeadSourceDto;
import io.warmline.api.contract.model.ListShareDto;
import io.warmline.core.queue.ListShare;
import io.warmline.core.queue.ListShares;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of a campaign and their shares, between the contract and the domain. */
final class ShareMapper {

  private ShareMapper() {}

  static ListShares shares(@Nullable List<ListShareDto> dtos) {
    return dtos == null
        ? ListShares.NONE
        : new ListShares(dtos.stream().map(ShareMapper::share).toList());
  }

  private static ListShare share(ListShareDto dto) {
    return ListShare.of(
        dto.getName(),
        dto.getShare(),
        Segments.of(dto.getTags(), dto.getImportIds(), dto.getSources()));
  }

  /** Null where nothing is shared out. */
  static @Nullable List<ListShareDto> shares(ListShares shares) {
    return shares.lists().isEmpty()
        ? null
        : shares.lists().stream().map(ShareMapper::share).toList();
  }

  private static ListShareDto share(ListShare list) {
    return new ListShareDto()
        .name(list.name())
        .share(list.share())
        .tags(orNull(list.tags()))
        .importIds(orNull(list.imports()))
        .sources(orNull(list.sources().stream().map(LeadSourceDto::fromValue).toList()));
  }

  private static <T> @Nullable List<T> orNull(List<T> values) {
    return values.isEmpty() ? null : values;
  }
}
