package io.warmline.core.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The words that a pattern matched, and which of them filled its kinds, in order. */
final class Match {

  private record Capture(Kind kind, String text) {}

  private final List<Capture> captures = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  void take(Optional<Kind> kind, String text) {
    words.add(text);
    captures.add(new Capture(kind.orElse(Kind.NUM), kind.isPresent() ? text : ""));
  }

  void drop() {
    words.remove(words.size() - 1);
    captures.remove(captures.size() - 1);
  }

  int length() {
    return words.size();
  }

  boolean has(String word) {
    return words.contains(word);
  }

  boolean has(Kind kind) {
    return captures.stream().anyMatch(c -> c.kind() == kind && !c.text().isEmpty());
  }

  int count(Kind kind) {
    return (int) captures.stream().filter(c -> c.kind() == kind && !c.text().isEmpty()).count();
  }

  boolean endsWith(Kind kind) {
    Capture last = captures.get(captures.size() - 1);
    return last.kind() == kind && !last.text().isEmpty();
  }

  /** The nth word of that kind, from 0. */
  String text(Kind kind, int n) {
    return captures.stream()
        .filter(c -> c.kind() == kind && !c.text().isEmpty())
        .skip(n)
        .findFirst()
        .orElseThrow()
        .text();
  }

  String text(Kind kind) {
    return text(kind, 0);
  }

  /** The nth word that filled a kind, from 1, whatever the kind. */
  String filled(int n) {
    return captures.stream()
        .map(Capture::text)
        .filter(text -> !text.isEmpty())
        .skip(n - 1L)
        .findFirst()
        .orElseThrow();
  }

  /** The nth of the words that pass, from 0. */
  String word(Predicate<String> which, int n) {
    return words.stream().filter(which).skip(n).findFirst().orElseThrow();
  }

  /** The digits with which the nth word of that kind begins. */
  int number(Kind kind, int n) {
    return Integer.parseInt(text(kind, n).replaceAll("\\D.*", ""));
  }

  int number(Kind kind) {
    return number(kind, 0);
  }

  Count count(int n) {
    return Count.of(text(Kind.COUNT, n));
  }

  Unit unit() {
    return Names.UNITS.getOrDefault(text(Kind.UNIT), Unit.DAY);
  }

  /**
   * How many.
   *
   * @param few whether it was no number but "a few"
   */
  record Count(int value, boolean few) {

    private static final int FEW = 3;

    static Count of(String text) {
      return switch (text) {
        case "few" -> new Count(FEW, true);
        case "a", "an" -> new Count(1, false);
        default -> new Count(Integer.parseInt(text), false);
      };
    }
  }
}
