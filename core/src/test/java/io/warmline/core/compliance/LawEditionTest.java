package io.warmline.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LawEditionTest {

  @Test
  void whoeverChangesTheLawCountsTheEditionUp() {
    assertThat(LawEdition.digest())
        .as("the digest of the files has changed: count the edition up in law-edition.yaml")
        .isEqualTo(LawEdition.digestOfFiles());
  }

  @Test
  void editionsAreCountedFromOne() {
    assertThat(LawEdition.current()).isPositive();
  }
}
