package io.warmline.api.resource;

import io.warmline.api.contract.model.CallKindDto;
import io.warmline.api.contract.model.ScriptWarningDto;
import io.warmline.core.InvalidValue;
import io.warmline.core.campaign.Scripts;
import io.warmline.core.talktrack.CallKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A campaign's own words between the contract and the domain. */
final class ScriptMapper {

  private static final int LONGEST = 4000;

  private ScriptMapper() {}

  static Scripts scripts(@Nullable Map<String, String> given) {
    Map<CallKind, String> templates = new EnumMap<>(CallKind.class);
    if (given != null) {
      given.forEach((name, template) -> templates.put(kind(name), sized(name, template)));
    }
    return new Scripts(templates);
  }

  private static CallKind kind(String name) {
    try {
      return TalkTrackMapper.kind(CallKindDto.fromValue(name));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue(
          "/scripts/" + name,
          "UNKNOWN_KIND",
          "is no kind of call; known are " + List.of(CallKind.values()));
    }
  }

  private static String sized(String name, @Nullable String template) {
    if (template == null || template.isBlank() || template.length() > LONGEST) {
      throw new InvalidValue(
          "/scripts/" + name, "SIZE", "a template has 1 to " + LONGEST + " characters");
    }
    return template;
  }

  /** Null where there are none. */
  static @Nullable Map<String, String> scripts(Scripts scripts) {
    if (scripts.templates().isEmpty()) {
      return null;
    }
    Map<String, String> templates = new TreeMap<>();
    scripts
        .templates()
        .forEach((kind, text) -> templates.put(TalkTrackMapper.kind(kind).toString(), text));
    return templates;
  }

  /** Null where there are none. */
  static @Nullable List<ScriptWarningDto> warnings(Scripts scripts) {
    List<ScriptWarningDto> warnings =
        scripts.warnings().stream()
            .map(
                warning ->
                    new ScriptWarningDto()
                        .kind(TalkTrackMapper.kind(warning.kind()))
                        .finding(TalkTrackMapper.finding(warning.finding()).words(warning.words())))
            .toList();
    return warnings.isEmpty() ? null : warnings;
  }
}
