package io.warmline.core.talktrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between braces in one line of a template.
 *
 * @param mark {@code #} and {@code /} around words that depend on a fact, else empty
 * @param column from 1
 */
record TemplateTag(String mark, String name, int column) {

  /** Whatever looks like braces; what {@link #of} does not understand is malformed. */
  private static final Pattern BRACES = Pattern.compile("\\{\\{(?<inner>[^{}]*+)\\}\\}|\\{+|\\}+");

  private static final Pattern INNER =
      Pattern.compile("(?<mark>[#/]?)\\s*+(?<name>[A-Za-z]\\w*+)\\s*+");

  static final String MALFORMED = "?";

  /** All of the line, in order. */
  static List<TemplateTag> in(String line) {
    List<TemplateTag> tags = new ArrayList<>();
    Matcher braces = BRACES.matcher(line);
    while (braces.find()) {
      tags.add(of(Optional.ofNullable(braces.group("inner")).orElse(""), braces));
    }
    return tags;
  }

  private static TemplateTag of(String inner, Matcher braces) {
    Matcher parts = INNER.matcher(inner.strip());
    int column = braces.start() + 1;
    return parts.matches()
        ? new TemplateTag(parts.group("mark"), parts.group("name"), column)
        : new TemplateTag(MALFORMED, braces.group(), column);
  }

  boolean opens() {
    return mark.equals("#");
  }

  boolean closes() {
    return mark.equals("/");
  }
}
