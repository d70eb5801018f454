package io.warmline.core.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the field that each column of a lead file holds, from the names that CRMs and diallers give
 * their columns. Case, blanks, punctuation and accents do not count.
 *
 * <p>A field is given to one column only: first to the columns that the sender mapped, then to the
 * columns whose name says exactly one thing ({@code phone2}), then, in the order of the columns, to
 * those whose name says less ({@code mobile} takes the next free phone, {@code name} is a last name
 * beside a first name). A column that gets no field is not lost: it becomes a custom field under
 * its own name.
 */
public final class HeaderRecognition {

  /** What any number of columns may say. */
  private static final Set<RowFact> MANY =
      EnumSet.of(RowFact.DO_NOT_CALL, RowFact.MAY_CALL, RowFact.STATUS);

  /** What keeps a person from being called, whoever the column belongs to. */
  private static final Set<RowFact> REFUSALS =
      EnumSet.of(RowFact.DO_NOT_CALL, RowFact.MAY_CALL, RowFact.DECEASED);

  private final List<String> folded;
  private final List<String> names;
  private final Map<Integer, ColumnTarget> targets = new TreeMap<>();
  private final Set<LeadField> taken = EnumSet.noneOf(LeadField.class);

  private HeaderRecognition(List<String> headers) {
    this.folded = headers.stream().map(HeaderNames::withoutHint).map(HeaderNames::folded).toList();
    this.names = HeaderNames.unique(headers);
  }

  /**
   * The columns with these headers, in the same order, each with where its values go.
   *
   * @param mapping what the sender says; what it says of columns that are not here is passed over
   */
  public static List<DetectedLayout.Column> recognise(List<String> headers, ColumnMapping mapping) {
    return recognise(headers, mapping, LeadSource.OTHER);
  }

  /** As {@link #recognise(List, ColumnMapping)}, in the words of the system that wrote the list. */
  static List<DetectedLayout.Column> recognise(
      List<String> headers, ColumnMapping mapping, LeadSource source) {
    HeaderRecognition recognition = new HeaderRecognition(headers);
    mapping.resolve(recognition.names).forEach(recognition::assign);
    recognition.assignOwn(headers);
    recognition.assignMeanings(source);
    recognition.assignSpecific();
    recognition.assignGeneric();
    recognition.assignQualified();
    recognition.assignFacts();
    recognition.assignSpare();
    return recognition.columns();
  }

  /**
   * The columns that only our own export has: what it says of Warmline's side is left out, and a
   * custom field goes back under its name.
   */
  private void assignOwn(List<String> headers) {
    for (ExportColumns.Column column : ExportColumns.in(headers)) {
      int index = headers.indexOf(column.header());
      boolean given =
          column.target() instanceof ColumnTarget.Field to && taken.contains(to.field());
      if (!targets.containsKey(index) && !given) {
        assign(index, column.target());
      }
    }
    boolean exported = LeadColumns.isHeader(headers);
    for (int column = 0; column < headers.size(); column++) {
      String header = headers.get(column);
      boolean ours = exported && LeadColumns.OURS.contains(header);
      if (ours || header.equals(RejectedRows.PROBLEM_COLUMN)) {
        targets.putIfAbsent(column, new ColumnTarget.Ignored());
      } else if (header.startsWith(ColumnTarget.CUSTOM_PREFIX)) {
        Optional<ColumnTarget> custom = exported ? ColumnTarget.ofKey(header) : ofCustom(header);
        custom.ifPresent(target -> targets.putIfAbsent(headers.indexOf(header), target));
      }
    }
  }

  /** Others, such as Close, call fields of their users so: one may say that no calls are wanted. */
  private static Optional<ColumnTarget> ofCustom(String header) {
    String name = header.substring(ColumnTarget.CUSTOM_PREFIX.length());
    return FactHeaders.of(HeaderNames.folded(HeaderNames.withoutHint(name)), Map.of())
        .or(() -> CallHeaders.of(name))
        .filter(REFUSALS::contains)
        .<ColumnTarget>map(ColumnTarget.Fact::new)
        .or(() -> ColumnTarget.ofKey(header));
  }

  private void assignMeanings(LeadSource source) {
    Set<ColumnTarget> given = new HashSet<>(targets.values());
    for (int column = 0; column < folded.size(); column++) {
      Optional<ColumnTarget> meaning = source.meaning(folded.get(column));
      if (!targets.containsKey(column) && meaning.isPresent() && given.add(meaning.get())) {
        assign(column, meaning.get());
      }
    }
  }

  private void assignSpecific() {
    for (int column = 0; column < folded.size(); column++) {
      assignFirstFree(column, HeaderSynonyms.specific(folded.get(column)).map(List::of));
    }
  }

  private void assignGeneric() {
    for (int column = 0; column < folded.size(); column++) {
      boolean title = folded.get(column).equals(LeadField.TITLE.key());
      if (title && !taken.contains(LeadField.TITLE) && !taken.contains(LeadField.JOB_TITLE)) {
        targets.putIfAbsent(column, new ColumnTarget.AddressOrPosition());
      } else {
        assignFirstFree(column, HeaderSynonyms.generic(folded.get(column), taken));
      }
    }
  }

  /** A place or a sixth number is one whatever words stand before it. */
  private void assignQualified() {
    for (int column = 0; column < folded.size(); column++) {
      assignFirstFree(column, PlaceHeaders.of(folded.get(column)).map(List::of));
    }
  }

  private void assignSpare() {
    for (int column = 0; column < folded.size(); column++) {
      if (!targets.containsKey(column) && PhoneHeaders.isPhone(folded.get(column))) {
        targets.put(column, new ColumnTarget.SparePhone(names.get(column)));
      } else if (!targets.containsKey(column) && PhoneHeaders.isMessenger(folded.get(column))) {
        targets.put(column, new ColumnTarget.MessengerPhone(names.get(column)));
      }
    }
  }

  /**
   * Of what is left. Any number of columns may say that the person wants no calls, or where the
   * lead stands.
   */
  private void assignFacts() {
    Map<String, LeadField> phones = phones();
    Set<RowFact> given = EnumSet.noneOf(RowFact.class);
    targets.values().stream()
        .filter(ColumnTarget.Fact.class::isInstance)
        .forEach(target -> given.add(((ColumnTarget.Fact) target).fact()));
    for (int column = 0; column < folded.size(); column++) {
      if (!targets.containsKey(column)) {
        String name = names.get(column);
        Optional<RowFact> fact =
            FactHeaders.of(folded.get(column), phones).or(() -> CallHeaders.of(name));
        if (fact.isPresent() && (given.add(fact.get()) || MANY.contains(fact.get()))) {
          targets.put(column, new ColumnTarget.Fact(fact.get()));
        }
      }
    }
  }

  private Map<String, LeadField> phones() {
    Map<String, LeadField> phones = new LinkedHashMap<>();
    targets.forEach(
        (column, target) -> {
          if (target instanceof ColumnTarget.Field phone && phone.field().isPhone()) {
            phones.put(folded.get(column), phone.field());
          }
        });
    return phones;
  }

  private void assignFirstFree(int column, Optional<List<LeadField>> candidates) {
    if (targets.containsKey(column)) {
      return;
    }
    candidates.stream()
        .flatMap(List::stream)
        .filter(field -> !taken.contains(field))
        .findFirst()
        .ifPresent(field -> assign(column, new ColumnTarget.Field(field)));
  }

  private void assign(int column, ColumnTarget target) {
    targets.put(column, target);
    if (target instanceof ColumnTarget.Field mapped) {
      taken.add(mapped.field());
    }
  }

  private List<DetectedLayout.Column> columns() {
    UniqueNames customNames = new UniqueNames();
    targets.values().forEach(target -> claim(target, customNames));
    List<DetectedLayout.Column> columns = new ArrayList<>(names.size());
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      ColumnTarget target = targets.get(column);
      columns.add(
          new DetectedLayout.Column(
              name, target != null ? target : new ColumnTarget.Custom(customNames.claim(name))));
    }
    return columns;
  }

  private static void claim(ColumnTarget target, UniqueNames customNames) {
    if (target instanceof ColumnTarget.Custom custom) {
      customNames.claim(custom.name());
    } else if (target instanceof ColumnTarget.SparePhone phone) {
      customNames.claim(phone.name());
    } else if (target instanceof ColumnTarget.MessengerPhone phone) {
      customNames.claim(phone.name());
    }
  }
}
