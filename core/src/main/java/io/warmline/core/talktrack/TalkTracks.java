package io.warmline.core.talktrack;

import io.warmline.core.talktrack.TalkTrack.Part;
import java.util.List;
import java.util.stream.Stream;

/** Renders talk tracks from facts. */
public final class TalkTracks {

  private TalkTracks() {}

  /**
   * Renders the template that is shipped for the kind.
   *
   * @throws MissingFact if a fact is needed that is not known
   */
  public static TalkTrack render(CallKind kind, CallFacts facts) {
    return render(kind, facts, Templates.defaultFor(kind));
  }

  /**
   * Renders a campaign's own template.
   *
   * @throws UnusableTemplate if the template cannot make a talk track of the kind
   * @throws MissingFact if a fact is needed that is not known
   */
  public static TalkTrack render(CallKind kind, CallFacts facts, String template) {
    List<TemplateFault> faults = Templates.check(kind, template);
    if (!faults.isEmpty()) {
      throw new UnusableTemplate(kind, faults);
    }
    List<Part> parts =
        Templates.lines(template).stream().flatMap(line -> part(line, kind, facts)).toList();
    return new TalkTrack(kind, parts, facts.discloseWithinSeconds());
  }

  /**
   * The facts that a sound template needs and that are not known, in the order of the words; empty
   * if it can be rendered.
   */
  public static List<Fact> missing(CallKind kind, CallFacts facts, String template) {
    return Stream.concat(
            Templates.lines(template).stream().flatMap(line -> line.needed().stream()),
            kind.required().stream())
        .distinct()
        .filter(fact -> facts.words(fact).isEmpty())
        .toList();
  }

  private static Stream<Part> part(TemplateLine line, CallKind kind, CallFacts facts) {
    return line.render(kind, facts).map(words -> new Part(line.codes(), words)).stream();
  }
}
