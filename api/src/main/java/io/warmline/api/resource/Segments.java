package io.warmline.api.resource;

import io.warmline.api.contract.model.LeadSourceDto;
import io.warmline.core.id.ImportId;
import io.warmline.core.lead.Tags;
import io.warmline.core.queue.Segment;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts of the leads, as requests ask for them. */
final class Segments {

  private Segments() {}

  /**
   * Leads with one of these tags, made by one of these imports, from a list of one of these
   * systems.
   *
   * @param tags null: whatever they have
   * @param imports null: whatever made them
   * @param sources null: whatever wrote their list
   */
  static Segment of(
      @Nullable List<String> tags,
      @Nullable List<UUID> imports,
      @Nullable List<LeadSourceDto> sources) {
    return new Segment(
        tags == null ? List.of() : new Tags(tags).names(),
        imports == null
            ? Set.of()
            : imports.stream().map(ImportId::new).collect(Collectors.toUnmodifiableSet()),
        sources == null
            ? List.of()
            : sources.stream().map(source -> ImportMapper.source(source).name()).toList());
  }
}
