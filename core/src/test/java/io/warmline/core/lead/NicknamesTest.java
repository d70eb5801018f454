package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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
}
