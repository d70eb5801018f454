package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short names are the same in the database as in Java. */
@QuarkusTest
class NicknamesTest extends OnPostgres {

  @Test
  void theDatabaseKnowsTheSameShortNames() {
    Map<String, String> there = new TreeMap<>();

    for (String name : Nicknames.all().keySet()) {
      there.put(
          name,
          sql.query(
              "select first_name_in_full(:name)",
              q -> q.bind("name", name).mapTo(String.class).one()));
    }

    assertThat(there).isEqualTo(new TreeMap<>(Nicknames.all()));
  }

  /** Whoever a list would merge is the one who refused, however the name is written. */
  @ParameterizedTest(name = "{0} {1} and {2} {3}")
  @CsvSource({
    "Jürgen, Groß, Jurgen, Gross",
    "Linh, Nguyễn, Linh, Nguyen",
    "Seán, O'Brien, Sean, OBrien",
    "D’Angelo, Russell, DAngelo, Russell",
    "Robert J., Ray, Bob, Ray",
    "R., Ray, Robert, Ray",
    "Mary-Ann, Lee, Mary Ann, Lee",
    "John, 'Lee, Jr.', John, Lee Jr",
    "Ștefan, Țăranu, Stefan, Taranu",
    "Zoë, Ångström, Zoe, Angstrom"
  })
  void whoeverIsMergedByNameIsOneForRefusals(
      String first, String last, String otherFirst, String otherLast) {
    SamePerson.Likeness merged =
        SamePerson.of(
            new SamePerson.Answerer(first, last, null, null),
            new SamePerson.Answerer(otherFirst, otherLast, null, null));

    assertThat(merged).isEqualTo(SamePerson.Likeness.SURE);
    assertThat(mayBeOne(first, last, otherFirst, otherLast)).isTrue();
  }

  @ParameterizedTest(name = "{0} {1} and {2} {3}")
  @CsvSource({
    "Robert, Ray, Rita, Ray",
    "Robert, Ray, Robert, Rai",
    "Юрий, Иванов, Анна, Иванова",
    "美咲, 田中, 健, 田中"
  })
  void otherNamesAreOtherPeoples(String first, String last, String otherFirst, String otherLast) {
    assertThat(mayBeOne(first, last, otherFirst, otherLast)).isFalse();
  }

  private boolean mayBeOne(String first, String last, String otherFirst, String otherLast) {
    return sql.query(
        "select may_be_one_name(:first, :last, :otherFirst, :otherLast)",
        q ->
            q.bind("first", first)
                .bind("last", last)
                .bind("otherFirst", otherFirst)
                .bind("otherLast", otherLast)
                .mapTo(Boolean.class)
                .one());
  }
}
