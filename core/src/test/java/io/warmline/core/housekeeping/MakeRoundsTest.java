package io.warmline.core.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.TenantId;
import io.warmline.core.tenant.Chore;
import io.warmline.core.tenant.CurrentTenant;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MakeRoundsTest extends OnPostgres {

  @Inject MakeRounds makeRounds;
  @Inject CurrentTenant current;

  @Test
  void aChoreThatFailsKeepsNeitherOtherChoresNorOtherTenantsWaiting() {
    TenantId first = given.newTenant();
    TenantId second = given.newTenant();
    List<TenantId> done = new ArrayList<>();
    Chore failing =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    Chore recording = () -> done.add(current.id());

    makeRounds.with(List.of(failing, recording), Chore::tick);

    assertThat(done).contains(first, second);
  }
}
