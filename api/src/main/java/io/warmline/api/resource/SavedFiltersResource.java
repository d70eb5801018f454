package io.warmline.api.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.warmline.api.contract.SavedFiltersApi;
import io.warmline.api.contract.model.NewSavedFilterDto;
import io.warmline.api.contract.model.SavedFilterDto;
import io.warmline.api.contract.model.SavedFilterPageDto;
import io.warmline.api.http.Cursors;
import io.warmline.api.http.Etags;
import io.warmline.api.http.Idempotent;
import io.warmline.api.http.MergePatches;
import io.warmline.core.Page;
import io.warmline.core.id.SavedFilterId;
import io.warmline.core.savedfilter.ManageSavedFilters;
import io.warmline.core.savedfilter.SavedFilter;
import io.warmline.core.savedfilter.SavedFilters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Idempotent
@ApplicationScoped
public class SavedFiltersResource implements SavedFiltersApi {

  private final SavedFilters filters;
  private final ManageSavedFilters manageFilters;
  private final MergePatches patches;
  private final Cursors cursors;

  SavedFiltersResource(
      SavedFilters filters,
      ManageSavedFilters manageFilters,
      MergePatches patches,
      Cursors cursors) {
    this.filters = filters;
    this.manageFilters = manageFilters;
    this.patches = patches;
    this.cursors = cursors;
  }

  @Override
  public RestResponse<SavedFilterDto> createSavedFilter(
      NewSavedFilterDto dto, @Nullable String idempotencyKey) {
    SavedFilter filter = manageFilters.create(SavedFilterMapper.terms(dto));
    return Etags.created(
        SavedFilterMapper.savedFilter(filter),
        filter.version(),
        "/v1/saved-filters/" + filter.id());
  }

  @Override
  public RestResponse<SavedFilterPageDto> listSavedFilters(Integer limit, @Nullable String cursor) {
    Page<SavedFilter> page = filters.list(cursors.paging(limit, cursor));
    return RestResponse.ok(
        new SavedFilterPageDto()
            .items(page.items().stream().map(SavedFilterMapper::savedFilter).toList())
            .nextCursor(cursors.text(page.next())));
  }

  @Override
  public RestResponse<SavedFilterDto> getSavedFilter(UUID savedFilterId) {
    SavedFilter filter = filters.get(new SavedFilterId(savedFilterId));
    return Etags.ok(SavedFilterMapper.savedFilter(filter), filter.version());
  }

  @Override
  public RestResponse<SavedFilterDto> updateSavedFilter(
      UUID savedFilterId, String ifMatch, ObjectNode patch, @Nullable String idempotencyKey) {
    SavedFilter filter =
        manageFilters.change(
            new SavedFilterId(savedFilterId),
            Etags.required(ifMatch),
            terms ->
                SavedFilterMapper.terms(
                    patches.apply(
                        SavedFilterMapper.newSavedFilter(terms),
                        patch,
                        "SavedFilterPatch",
                        NewSavedFilterDto.class)));
    return Etags.ok(SavedFilterMapper.savedFilter(filter), filter.version());
  }

  @Override
  public RestResponse<Void> deleteSavedFilter(UUID savedFilterId, String ifMatch) {
    manageFilters.delete(new SavedFilterId(savedFilterId), Etags.required(ifMatch));
    return RestResponse.noContent();
  }
}
