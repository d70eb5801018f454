package io.warmline.core.talktrack;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What to say in a call.
 *
 * @param parts in the order in which they are said, at least one
 * @param discloseWithinSeconds within how many seconds the law wants name, company and purpose to
 *     have been said; empty where it does not say
 */
public record TalkTrack(CallKind kind, List<Part> parts, OptionalInt discloseWithinSeconds) {

  /** Keeps a copy. */
  public TalkTrack {
    parts = List.copyOf(parts);
  }

  /** All parts in one text. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining(" "));
  }

  /**
   * The words of one line of the template.
   *
   * @param codes what they are for, in their order; several where a line says several things
   */
  public record Part(List<PartCode> codes, String text) {

    /** Keeps a copy. */
    public Part {
      codes = List.copyOf(codes);
    }
  }
}
