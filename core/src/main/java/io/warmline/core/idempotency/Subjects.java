package io.warmline.core.idempotency;

import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom an answer is about: the leads and the phone numbers that it names. */
final class Subjects {

  /** The lead of something, a lead within something, or what the answer itself is. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:\"leadId\":|\"lead\":\\{\"id\":|^\\{\"id\":)\"([0-9a-f-]{36})\""
              + "|\"(\\+[1-9][0-9]{5,14})\"");

  private Subjects() {}

  /**
   * All of them, each once.
   *
   * @param body JSON as the server writes it, without spaces; or nothing
   */
  static Collection<String> of(@Nullable String body) {
    TreeSet<String> subjects = new TreeSet<>();
    if (body != null) {
      Matcher named = NAMED.matcher(body);
      while (named.find()) {
        subjects.add(named.group(1) == null ? named.group(2) : named.group(1));
      }
    }
    return subjects;
  }
}
