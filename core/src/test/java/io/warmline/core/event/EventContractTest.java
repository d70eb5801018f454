package io.warmline.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every type of event has its data described, in the contract and on the page of events. That what
 * is told keeps to it is seen after every test of the domain.
 */
class EventContractTest {

  private static final Pattern ROW = Pattern.compile("\\| `([a-z_.]+)` \\|.*\\| ([^|]*) \\|");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @Test
  void theContractKnowsEveryTypeAndNoOther() {
    Set<String> types =
        Arrays.stream(EventType.values())
            .map(EventType::label)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(EventContract.types()).isEqualTo(types);
  }

  /** So that a name that is forgotten in the contract is found without a test that tells it. */
  @Test
  void everyTypeIsARecordWhoseComponentsTheContractNames() {
    Map<String, Set<String>> told = new TreeMap<>();
    for (Class<?> kind : kindsOfHappenings()) {
      assertThat(kind.isRecord()).as(kind.getName()).isTrue();
      told.computeIfAbsent(typeOf(kind), any -> new TreeSet<>())
          .addAll(
              Arrays.stream(kind.getRecordComponents())
                  .skip(1)
                  .map(RecordComponent::getName)
                  .toList());
    }

    assertThat(told).isEqualTo(EventContract.namesByType());
  }

  private static List<? extends Class<?>> kindsOfHappenings() {
    return new ClassFileImporter(List.of(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS))
        .importPackages("io.warmline.core").stream()
            .filter(c -> c.isAssignableTo(Happening.class) && !c.isInterface())
            .map(JavaClass::reflect)
            .toList();
  }

  /** Its constructor takes nothing but values that none of them looks at. */
  private static String typeOf(Class<?> kind) {
    try {
      Constructor<?> made = kind.getDeclaredConstructors()[0];
      made.setAccessible(true);
      Object[] nothing =
          Arrays.stream(made.getParameterTypes())
              .map(type -> Array.get(Array.newInstance(type, 1), 0))
              .toArray();
      return ((Happening) made.newInstance(nothing)).type().label();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thePageOfEventsNamesWhatTheContractNames() throws IOException {
    Map<String, Set<String>> page = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("../docs/events.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        page.put(row.group(1), names(row.group(2)));
      }
    }

    assertThat(page).isEqualTo(EventContract.namesByType());
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  @Test
  void whatIsMissingUnknownOrOfAnotherKindIsAFault() {
    String lead = "\"leadId\": \"" + new UUID(0, 1) + "\"";
    String why = "\"reason\": \"x\"";

    assertThat(EventContract.faultsOf("lead.vanished", "{}")).hasSize(1);
    assertThat(faults(lead, why)).containsExactly("callback.cancelled lacks cancelledBy");
    assertThat(faults(lead, why, "\"cancelledBy\": \"NOBODY\"")).hasSize(1);
    assertThat(faults(lead, why, "\"cancelledBy\": \"FIRM\"", "\"more\": 1")).hasSize(1);
    assertThat(faults("\"leadId\": \"1\"", why, "\"cancelledBy\": \"FIRM\"")).hasSize(1);
    assertThat(faults(lead, why, "\"cancelledBy\": \"FIRM\"")).isEmpty();
  }

  private static List<String> faults(String... fields) {
    return EventContract.faultsOf("callback.cancelled", "{" + String.join(", ", fields) + "}");
  }
}
