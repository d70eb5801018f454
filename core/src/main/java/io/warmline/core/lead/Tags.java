package io.warmline.core.lead;

import io.warmline.core.InvalidValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words of a user by which leads are told apart: the list of a fair, a region, an interest. Case
 * does not count.
 *
 * @param names in lower case, each once, in the order of letters; at most {@value #MOST}, each of 1
 *     to {@value #LONGEST} characters without a comma, a semicolon or a bar
 */
public record Tags(List<String> names) {

  /** How many a lead has at most. */
  public static final int MOST = 50;

  /** Characters of one. */
  public static final int LONGEST = 64;

  /** None at all. */
  public static final Tags NONE = new Tags(List.of());

  private static final Pattern BETWEEN = Pattern.compile("[,;|\\p{Cntrl}]");

  public Tags {
    names = names.stream().map(Tags::name).distinct().sorted().toList();
    if (names.size() > MOST) {
      throw new InvalidValue("/tags", "SIZE", "a lead has at most " + MOST + " tags");
    }
    for (String name : names) {
      requireName(name);
    }
  }

  private static String name(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static void requireName(String name) {
    if (name.isEmpty() || name.length() > LONGEST || BETWEEN.matcher(name).find()) {
      throw new InvalidValue(
          "/tags",
          "FORMAT",
          "a tag has 1 to " + LONGEST + " characters, and no comma, semicolon or bar");
    }
  }

  /**
   * The tags of a cell, with commas, semicolons, bars or line ends between them.
   *
   * @throws InvalidValue if there are too many, or one is too long
   */
  public static Tags in(String text) {
    return new Tags(
        Arrays.stream(BETWEEN.split(text, -1)).filter(part -> !part.isBlank()).toList());
  }

  /** As they are kept, for looking leads up. */
  public static List<String> sought(Collection<String> texts) {
    return texts.stream().map(Tags::name).distinct().sorted().toList();
  }

  /**
   * These and those.
   *
   * @throws InvalidValue if they are too many for one lead
   */
  public Tags and(Tags others) {
    return new Tags(Stream.concat(names.stream(), others.names.stream()).toList());
  }

  /** With commas between them, as {@link #in} reads them. */
  public String text() {
    return String.join(",", names);
  }
}
