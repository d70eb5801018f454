package io.warmline.core.queue;

import io.warmline.core.id.ImportId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A list of a campaign, and its share of the cold leads that are handed out. Kept as JSON.
 *
 * @param name for people, in the reasons of a claim
 * @param share so many of every so many as the shares of all lists make; 0: only when the others
 *     have nobody to call
 * @param tags it has leads with one of these tags, as leads keep them; empty: with any or none
 * @param imports it has leads that one of these imports made; empty: wherever they came from
 * @param sources it has leads from a list that one of these systems wrote, {@code OTHER} for a list
 *     of none that is known; empty: of whatever system
 */
public record ListShare(
    String name, int share, List<String> tags, List<UUID> imports, List<String> sources) {

  public ListShare {
    tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
    imports = List.copyOf(Objects.requireNonNullElse(imports, List.of()));
    sources = List.copyOf(Objects.requireNonNullElse(sources, List.of()));
  }

  /** A list of those leads. */
  public static ListShare of(String name, int share, Segment segment) {
    return new ListShare(
        name,
        share,
        segment.tags(),
        segment.imports().stream().map(ImportId::value).sorted().toList(),
        segment.sources().stream().sorted().toList());
  }

  /** Its leads, those apart that a list before it has. */
  public Segment segment() {
    return new Segment(
        tags,
        imports.stream().map(ImportId::new).collect(Collectors.toUnmodifiableSet()),
        List.copyOf(sources));
  }
}
