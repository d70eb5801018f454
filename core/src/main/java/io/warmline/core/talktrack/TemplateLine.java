package io.warmline.core.talktrack;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Mustache.Collector;
import com.samskivert.mustache.Mustache.VariableFetcher;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a template that was found to be sound: the words of one part. */
final class TemplateLine {

  private static final Mustache.Compiler MUSTACHE =
      Mustache.compiler().escapeHTML(false).withCollector(new FactsOnly());

  /** "ABC Inc." ends a sentence with one stop. */
  private static final Pattern TWO_STOPS = Pattern.compile("(?<![.])([.!?])[.](?![.])");

  private final String text;
  private final Template template;
  private final Set<Fact> always = new LinkedHashSet<>();
  private final Set<Fact> all = new LinkedHashSet<>();

  TemplateLine(String text) {
    this.text = text;
    this.template = MUSTACHE.compile(text);
    int depth = 0;
    for (TemplateTag tag : TemplateTag.in(text)) {
      depth += tag.opens() ? 1 : tag.closes() ? -1 : 0;
      Set<Fact> into = depth == 0 && tag.mark().isEmpty() ? always : all;
      Fact.of(tag.name()).ifPresent(into::add);
    }
    all.addAll(always);
  }

  /** The lines of a sound template; blank ones mean nothing. */
  static List<TemplateLine> of(String template) {
    return template.lines().filter(line -> !line.isBlank()).map(TemplateLine::new).toList();
  }

  /** The facts whose absence is an error, in order. */
  Set<Fact> needed() {
    return always;
  }

  /** All facts of the line. */
  Set<Fact> all() {
    return all;
  }

  /** Whether the whole line depends on one fact, so that nothing is lost without it. */
  boolean isOptional() {
    return always.isEmpty() && text.strip().startsWith("{{#");
  }

  boolean saysReasonToday() {
    return ReasonToday.in(text);
  }

  /** The words, empty if they depend on facts that are missing. */
  Optional<String> render(CallKind kind, CallFacts facts) {
    Map<String, String> known = new HashMap<>();
    for (Fact fact : all) {
      facts.words(fact).ifPresent(words -> known.put(fact.key(), words));
    }
    try {
      return Optional.of(template.execute(known).replaceAll(" {2,}", " ").strip())
          .map(words -> TWO_STOPS.matcher(words).replaceAll("$1"))
          .filter(words -> !words.isEmpty());
    } catch (MustacheException.Context e) {
      throw new MissingFact(kind, Fact.of(e.key).orElseThrow(() -> e));
    }
  }

  /** What the line is for. */
  List<PartCode> codes() {
    Set<PartCode> codes = new LinkedHashSet<>();
    if (saysReasonToday()) {
      codes.add(PartCode.REASON_TODAY);
    }
    all.forEach(fact -> codes.add(fact.part()));
    return codes.isEmpty() ? List.of(PartCode.OTHER) : List.copyOf(codes);
  }

  /** Looks names up in the map of facts and nowhere else: no field, no method, no list. */
  private static final class FactsOnly implements Collector {

    /** What is not known comes as an empty list, for which nothing is said. */
    @Override
    public @Nullable Iterator<?> toIterator(Object value) {
      return value instanceof String ? null : Collections.emptyIterator();
    }

    @Override
    public @Nullable VariableFetcher createFetcher(Object context, String name) {
      return context instanceof Map ? FactsOnly::get : null;
    }

    /** The library keeps this for other facts too, so it must not remember any. */
    private static @Nullable Object get(Object context, String name) {
      return context instanceof Map<?, ?> facts && facts.containsKey(name)
          ? facts.get(name)
          : Template.NO_FETCHER_FOUND;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return Collections.synchronizedMap(new HashMap<>());
    }
  }
}
