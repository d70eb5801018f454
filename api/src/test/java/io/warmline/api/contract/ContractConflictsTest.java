package io.warmline.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every conflict that the contract documents can come about, and is answered by its code. */
@QuarkusTest
@TestProfile(ContractProfile.class)
class ContractConflictsTest extends Walk {

  /** Two requests at once are no matter of an arrangement: see the tests of idempotency. */
  private static final String IN_FLIGHT = "IDEMPOTENCY_KEY_IN_USE";

  static Stream<Arguments> conflicts() {
    return Rows.ALL.values().stream()
        .flatMap(
            row ->
                row.conflicts().keySet().stream().map(code -> Arguments.of(row.operation(), code)));
  }

  @Test
  void everyConflictOfTheContractIsArranged() {
    assertThat(Rows.ALL.values())
        .allSatisfy(
            row -> {
              Set<String> documented = new HashSet<>(row.contract().conflicts());
              documented.remove(IN_FLIGHT);
              assertThat(row.conflicts().keySet()).as(row.operation()).isEqualTo(documented);
            });
  }

  @ParameterizedTest
  @MethodSource("conflicts")
  void aRequestThatTheStateForbidsIsRefusedByItsCode(String operation, String code) {
    Row row = row(operation);
    World world = worldFor(row);
    Row.Conflict conflict = Objects.requireNonNull(row.conflicts().get(code));
    conflict.arrangement().accept(world);

    Answer answer = wire.send(conflict.request().apply(ready(row, world)));

    assertThat(answer.status()).as("%s", answer).isEqualTo(409);
    assertThat(answer.code()).as("%s", answer).isEqualTo(code);
  }
}
