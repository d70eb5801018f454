package io.warmline.core.talktrack;

import io.warmline.core.talktrack.TemplateFault.Code;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The templates of talk tracks: plain text in which <code>{{fact}}</code> stands for the words of a
 * {@link Fact}, and <code>{{#fact}}…{{/fact}}</code> for words that are said only if the fact is
 * known. Each line is one part of the talk track; blank lines mean nothing. There is no other
 * syntax, and no way to anything but the facts.
 */
public final class Templates {

  private static final Map<CallKind, String> DEFAULTS = new EnumMap<>(CallKind.class);

  static {
    for (CallKind kind : CallKind.values()) {
      DEFAULTS.put(kind, Openers.template(kind.usual()));
    }
  }

  private Templates() {}

  /** The words that are shipped for calls of the kind, where every fact of them is known. */
  public static String defaultFor(CallKind kind) {
    return DEFAULTS.getOrDefault(kind, "");
  }

  /** What is wrong with the text as such, in the order of the text; empty if nothing is. */
  public static List<TemplateFault> check(String template) {
    List<TemplateFault> faults = new ArrayList<>();
    List<String> lines = template.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      faults.addAll(new LineCheck(i + 1).faults(lines.get(i)));
    }
    return List.copyOf(faults);
  }

  /**
   * What is wrong with the text as the template of a kind of calls: in itself, or because parts of
   * that talk track are missing or out of order. Empty if nothing is.
   */
  public static List<TemplateFault> check(CallKind kind, String template) {
    List<TemplateFault> faults = check(template);
    return faults.isEmpty() ? PartCheck.faults(kind, lines(template)) : faults;
  }

  /** The lines of a sound template. */
  static List<TemplateLine> lines(String template) {
    return TemplateLine.of(template);
  }

  /** Names and nesting in one line; what is opened in a line is closed in it. */
  private record LineCheck(int line) {

    List<TemplateFault> faults(String text) {
      List<TemplateFault> faults = new ArrayList<>();
      List<TemplateTag> open = new ArrayList<>();
      for (TemplateTag tag : TemplateTag.in(text)) {
        if (tag.mark().equals(TemplateTag.MALFORMED)) {
          faults.add(malformed(tag, "only {{fact}}, {{#fact}} and {{/fact}} are understood"));
        } else if (Fact.of(tag.name()).isEmpty()) {
          String message = "there is no fact " + tag.name();
          faults.add(new TemplateFault(Code.UNKNOWN_FACT, line, tag.column(), message));
        } else if (tag.opens()) {
          open.add(tag);
        } else if (tag.closes() && !closed(open, tag)) {
          faults.add(malformed(tag, "{{/" + tag.name() + "}} ends nothing that began here"));
        }
      }
      open.forEach(tag -> faults.add(malformed(tag, tag.name() + " is not ended in this line")));
      return faults;
    }

    private static boolean closed(List<TemplateTag> open, TemplateTag tag) {
      boolean matches = !open.isEmpty() && open.get(open.size() - 1).name().equals(tag.name());
      if (matches) {
        open.remove(open.size() - 1);
      }
      return matches;
    }

    private TemplateFault malformed(TemplateTag tag, String message) {
      return new TemplateFault(Code.MALFORMED, line, tag.column(), message);
    }
  }
}
