package io.warmline.core.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.warmline.core.OnPostgres;
import io.warmline.core.id.TenantId;
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
    Runnable failing =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    Runnable recording = () -> done.add(current.id());

    makeRounds.ofEverybody(List.of(failing, recording), Runnable::run);

    assertThat(done).contains(first, second);
  }
}
