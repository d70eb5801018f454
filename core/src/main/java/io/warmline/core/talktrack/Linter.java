package io.warmline.core.talktrack;

import io.warmline.core.talktrack.LintRule.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds words that invite a "no", and what an opener lacks. It reads words as they are said as well
 * as templates, in which <code>{{fact}}</code> counts as the words of the fact. English only.
 */
public final class Linter {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparingInt(Finding::start).thenComparing(Finding::code);

  /** How something is put, which says nothing of what it means. */
  private static final Set<LintCode> MANNERS =
      EnumSet.of(LintCode.HEDGE, LintCode.APOLOGY, LintCode.PERMISSION_NO);

  private Linter() {}

  /** What is wrong with a text, in its order; the same words can have several codes. */
  public static List<Finding> lint(CallKind kind, Scope scope, String text) {
    List<List<Word>> sentences = Sentences.of(text);
    Stream<Finding> bad = sentences.stream().flatMap(sentence -> bad(kind, sentence));
    Stream<Finding> all =
        scope == Scope.LINE ? bad : Stream.concat(bad, lacking(kind, text, sentences));
    return merged(all.sorted(BY_PLACE).toList());
  }

  /** The same, and what the text says about the first talk is compared with the facts. */
  public static List<Finding> lint(CallKind kind, Scope scope, String text, CallFacts facts) {
    return merged(
        Stream.concat(
                lint(kind, scope, text).stream(),
                ElapsedClaims.falsehoods(Sentences.of(text), facts))
            .sorted(BY_PLACE)
            .toList());
  }

  /**
   * What the words say; where they say nothing, what the sentence means in words of its own; and
   * where that is nothing either, what such a sentence is likely to be.
   */
  private static Stream<Finding> bad(CallKind kind, List<Word> sentence) {
    boolean timed = ConcreteTime.in(sentence);
    List<LintRule> rules =
        LintRules.BAD.stream().filter(rule -> rule.holdsIn(kind, timed)).toList();
    List<Finding> said = findings(rules, rule -> rule.matches(sentence), kind, sentence);
    Heard heard = new Heard(sentence);
    if (!isManner(said)) {
      return said.stream();
    }
    List<Finding> meant = findings(rules, rule -> rule.means(heard), kind, sentence);
    boolean silent =
        Stream.concat(said.stream(), meant.stream())
            .map(Finding::code)
            .allMatch(code -> code == LintCode.HEDGE || code == LintCode.APOLOGY);
    List<Finding> likely =
        silent ? findings(rules, rule -> rule.suggests(heard), kind, sentence) : List.of();
    return Stream.of(said, meant, likely).flatMap(List::stream);
  }

  private static boolean isManner(List<Finding> found) {
    return found.stream().map(Finding::code).allMatch(MANNERS::contains);
  }

  private static List<Finding> findings(
      List<LintRule> rules,
      Function<LintRule, Stream<Span>> look,
      CallKind kind,
      List<Word> sentence) {
    return rules.stream()
        .flatMap(rule -> look.apply(rule).map(span -> finding(rule, kind, sentence, span)))
        .toList();
  }

  private static Finding finding(LintRule rule, CallKind kind, List<Word> sentence, Span span) {
    return new Finding(
        rule.code(),
        sentence.get(span.first()).start(),
        sentence.get(span.after() - 1).end(),
        rule.severity(kind),
        rule.advice().why(),
        rule.advice().better());
  }

  private static Stream<Finding> lacking(CallKind kind, String text, List<List<Word>> sentences) {
    return LintRules.NEEDED.stream()
        .filter(rule -> rule.reach().kinds().contains(kind))
        .filter(rule -> sentences.stream().noneMatch(sentence -> provides(rule, sentence)))
        .map(
            rule ->
                new Finding(
                    rule.code(),
                    0,
                    text.length(),
                    rule.severity(kind),
                    rule.advice().why(),
                    rule.advice().better()));
  }

  private static boolean provides(LintRule rule, List<Word> sentence) {
    return rule.matches(sentence).findAny().isPresent()
        || (rule.code() == LintCode.MISSING_CONCRETE_TIME && ConcreteTime.in(sentence));
  }

  /** Words that several patterns of one code found are one finding. */
  private static List<Finding> merged(List<Finding> sorted) {
    List<Finding> merged = new ArrayList<>();
    for (Finding next : sorted) {
      int last = overlapped(merged, next);
      if (last < 0) {
        merged.add(next);
      } else {
        Finding one = merged.get(last);
        int end = Math.max(one.end(), next.end());
        merged.set(
            last,
            new Finding(
                one.code(), one.start(), end, stricter(one, next), one.why(), one.better()));
      }
    }
    return List.copyOf(merged);
  }

  private static int overlapped(List<Finding> merged, Finding next) {
    for (int i = merged.size() - 1; i >= 0; i--) {
      if (merged.get(i).code() == next.code() && next.start() < merged.get(i).end()) {
        return i;
      }
    }
    return -1;
  }

  private static Severity stricter(Finding one, Finding other) {
    return one.severity().compareTo(other.severity()) <= 0 ? one.severity() : other.severity();
  }
}
