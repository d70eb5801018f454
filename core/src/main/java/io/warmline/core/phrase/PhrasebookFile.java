package io.warmline.core.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file of a language; what its lines are stands at its head. */
final class PhrasebookFile {

  /** Stands before a word of the language, so that it is no word of the rules. */
  static final String FOREIGN = "_";

  private static final java.util.regex.Pattern SLOT =
      java.util.regex.Pattern.compile("\\$(?<plain>\\d)|\\$\\{(?<nth>\\d):(?<form>th|00|month)\\}");

  private PhrasebookFile() {}

  /**
   * A group of words and what the rules say for it.
   *
   * @param output may be empty: the words say nothing about the time
   */
  record Line(Pattern pattern, List<String> output) {

    /** The words of the rules for what was matched. */
    List<String> said(Match match) {
      return output.stream()
          .map(word -> SLOT.matcher(word).replaceAll(slot -> filled(slot, match)))
          .toList();
    }

    private static String filled(MatchResult slot, Match match) {
      if (slot.group(1) != null) {
        return match.filled(Integer.parseInt(slot.group(1)));
      }
      String word = match.filled(Integer.parseInt(slot.group(2)));
      int number = Integer.parseInt(word);
      return switch (slot.group(3)) {
        case "th" -> number + "th";
        case "00" -> (number < 10 ? "0" : "") + number;
        default -> Month.of(number).name().toLowerCase(Locale.ROOT);
      };
    }
  }

  /** The stages of a file, in their order. */
  static List<List<Line>> read(String resource) {
    List<List<Line>> stages = new ArrayList<>();
    boolean names = false;
    for (String text : text(resource).lines().toList()) {
      if (text.startsWith("[")) {
        names = text.equals("[names]");
        stages.add(new ArrayList<>());
      } else if (!text.isBlank() && !text.startsWith("#")) {
        List<Line> stage = stages.get(stages.size() - 1);
        (names ? names(text) : Stream.of(phrase(text))).forEach(stage::add);
      }
    }
    return stages;
  }

  private static Stream<Line> names(String text) {
    String[] sides = text.split(" = ", 2);
    return Arrays.stream(sides[1].split(", "))
        .map(said -> new Line(pattern(said.strip()), words(sides[0])));
  }

  private static Line phrase(String text) {
    String[] sides = text.split(" ->", 2);
    return new Line(pattern(sides[0]), words(sides[1]));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static Pattern pattern(String text) {
    return Pattern.of(
        Arrays.stream(text.strip().split(" "))
            .map(
                element ->
                    Arrays.stream(element.split("\\|"))
                        .map(PhrasebookFile::choice)
                        .collect(Collectors.joining("|")))
            .collect(Collectors.joining(" ")));
  }

  /** A word as it stands in the tokens: the language's own is marked, an English one is not. */
  private static String choice(String word) {
    if (word.startsWith("'")) {
      return word.substring(1);
    }
    return Character.isLowerCase(word.charAt(0)) ? FOREIGN + word : word;
  }

  private static String text(String resource) {
    try (InputStream file = PhrasebookFile.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(file, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
