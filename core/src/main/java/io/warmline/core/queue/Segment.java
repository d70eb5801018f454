package io.warmline.core.queue;

import io.warmline.core.id.ImportId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A part of the leads: those with one of these tags, made by one of these imports, from a list of
 * one of these systems. A condition that is empty is none.
 *
 * @param tags as leads keep them
 * @param imports the lists from which the leads came
 * @param sources the systems that wrote these lists; {@code OTHER}: none that is known
 */
public record Segment(List<String> tags, Set<ImportId> imports, List<String> sources) {

  /** All leads. */
  public static final Segment EVERYONE = new Segment(List.of(), Set.of());

  public Segment {
    tags = List.copyOf(tags);
    imports = Set.copyOf(imports);
    sources = List.copyOf(sources);
  }

  /** Whatever system wrote their lists. */
  public Segment(List<String> tags, Set<ImportId> imports) {
    this(tags, imports, List.of());
  }

  /** Whether it has no condition. */
  public boolean isEveryone() {
    return tags.isEmpty() && imports.isEmpty() && sources.isEmpty();
  }

  /** What follows a condition on a lead {@code l} in SQL; empty for everyone. */
  public String condition() {
    return (tags.isEmpty() ? "" : " and l.tags <> '{}' and l.tags && :segmentTags")
        + (imports.isEmpty() ? "" : " and l.import_id = any(:segmentImports)")
        + (sources.isEmpty()
            ? ""
            : " and l.import_id = any(array(select j.id from import_job j where j.tenant_id = :tenant"
                + " and coalesce(j.source, 'OTHER') = any(:segmentSources)))")
        + (isEveryone() ? "" : "\n");
  }

  /** Binds what {@link #condition} compares with. */
  public void bind(SqlStatement<?> statement) {
    if (!tags.isEmpty()) {
      statement.bindArray("segmentTags", String.class, tags.toArray());
    }
    if (!imports.isEmpty()) {
      statement.bindArray(
          "segmentImports", UUID.class, imports.stream().map(ImportId::value).toArray());
    }
    if (!sources.isEmpty()) {
      statement.bindArray("segmentSources", String.class, sources.toArray());
    }
  }
}
