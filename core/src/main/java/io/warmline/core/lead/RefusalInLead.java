package io.warmline.core.lead;

import io.warmline.core.FoldedText;
import io.warmline.core.refusal.RefusalInNotes;
import io.warmline.core.refusal.RefusalWords;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the facts of a lead say that no calls are wanted, though they are for something else. */
public final class RefusalInLead {

  /** In a field that is called after a refusal, these say that there is none. */
  private static final Set<String> NO = Set.of("no", "n", "false", "f", "0", "nein", "non", "off");

  private RefusalInLead() {}

  /** One such place: the names from the lead down to it. */
  public record Place(List<String> names) {

    /** Keeps a copy. */
    public Place {
      names = List.copyOf(names);
    }

    private static Place of(String... names) {
      return new Place(List.of(names));
    }

    /** An RFC 6901 JSON Pointer. */
    public String pointer() {
      StringBuilder pointer = new StringBuilder();
      names.forEach(name -> pointer.append('/').append(name.replace("~", "~0").replace("/", "~1")));
      return pointer.toString();
    }
  }

  /** All such places, in the order in which a lead is written. */
  public static List<Place> in(LeadProfile profile) {
    return Stream.of(
            beside("title", profile.title()),
            beside("firstName", profile.firstName()),
            beside("lastName", profile.lastName()),
            beside("company", profile.company()),
            beside("jobTitle", profile.jobTitle()),
            noted("notes", Stream.ofNullable(profile.notes())),
            noted("tags", profile.tags().names().stream()),
            custom(profile.customFields()))
        .flatMap(places -> places)
        .toList();
  }

  private static Stream<Place> beside(String field, @Nullable String name) {
    return Stream.ofNullable(name).filter(RefusalWords::areBeside).map(it -> Place.of(field));
  }

  private static Stream<Place> noted(String field, Stream<String> texts) {
    return texts.anyMatch(RefusalInNotes::isIn) ? Stream.of(Place.of(field)) : Stream.empty();
  }

  private static Stream<Place> custom(Map<String, String> fields) {
    return fields.entrySet().stream()
        .filter(field -> refuses(field.getKey(), field.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .map(name -> Place.of("customFields", name));
  }

  private static boolean refuses(String name, String text) {
    boolean calledAfterOne =
        RefusalWords.is(FoldedText.of(name)) && !NO.contains(FoldedText.of(text));
    return (calledAfterOne && !text.isBlank()) || RefusalInNotes.isInField(name, text);
  }
}
