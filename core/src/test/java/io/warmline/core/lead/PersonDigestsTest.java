package io.warmline.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmline.core.id.CampaignId;
import io.warmline.core.lead.ErasedPersons.Person;
import io.warmline.core.lead.SamePerson.Answerer;
import io.warmline.core.phone.PhoneNumber;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonDigestsTest {

  private static final CampaignId CAMPAIGN = CampaignId.next();
  private static final PhoneNumber NUMBER = new PhoneNumber("+12125550100");
  private static final PhoneNumber OTHER = new PhoneNumber("+12125550101");

  private final PersonDigests digests = new PersonDigests(new byte[32]);

  /** At one number; a dash is no name. */
  @ParameterizedTest(name = "{0} {1} was erased, and {2} {3} comes: {4}")
  @CsvSource({
    "Jane, Lee,  Jane,  Lee,  true",
    "Jane, Lee,  J.,    LEE,  true",
    "J,    Lee,  Jane,  Lee,  true",
    "Jane, Lee,  ,      Lee,  true",
    ",     Lee,  Jane,  Lee,  true",
    "James,Lee,  Jim,   Lee,  true",
    "Bill, Lee,  B.,    Lee,  true",
    "William,Lee,B.,    Lee,  false",
    "Jane, Lee,  Jane,  ,     true",
    "Jane, ,     Jane,  Lee,  true",
    "Jane, ,     ,      Lee,  true",
    ",     ,     Jane,  Lee,  true",
    "Jane, Lee,  ,      ,     true",
    "José, Núñez,Jose,  Nunez,true",
    "Jane, Lee,  Tom,   Lee,  false",
    "Jane, Lee,  Jane,  Ray,  false",
    "Jane, Lee,  Tom,   ,     false",
    "Jane, ,     Tom,   Lee,  false",
    "Jane, ,     Tom,   ,     false"
  })
  void aNumberIsThePersonsWhereTheNamesAgree(
      String first, String last, String newFirst, String newLast, boolean same) {
    Person erased = person(NUMBER, new Answerer(first, last, null, null));
    Person comes = person(NUMBER, new Answerer(newFirst, newLast, null, null));

    assertThat(isKnown(erased, comes)).isEqualTo(same);
    assertThat(SamePerson.of(erased.answerer(), comes.answerer()) != SamePerson.Likeness.DIFFERENT)
        .as("as people are told apart elsewhere")
        .isEqualTo(same);
  }

  @Test
  void anotherNumberIsAnotherPersonUnlessTheAddressOrTheIdIsTheSame() {
    Answerer jane = new Answerer("Jane", "Lee", "jane@example.com", null);
    Answerer firm = new Answerer("Jane", "Lee", "info@example.com", null);
    Answerer other = new Answerer("Ann", "Ray", "JANE@example.com", null);

    assertThat(
            isKnown(person(NUMBER, new Answerer("Jane", "Lee", null, null)), person(OTHER, jane)))
        .isFalse();
    assertThat(isKnown(person(NUMBER, jane), person(OTHER, other))).isTrue();
    assertThat(isKnown(person(NUMBER, firm), person(OTHER, firm))).isFalse();
    assertThat(isKnown(known(CAMPAIGN, NUMBER), known(CAMPAIGN, OTHER))).isTrue();
    assertThat(isKnown(known(CAMPAIGN, NUMBER), known(CampaignId.next(), OTHER))).isFalse();
  }

  @Test
  void withoutTheSecretNobodyIsKnown() {
    Person jane = person(NUMBER, new Answerer("Jane", "Lee", "jane@example.com", null));
    byte[] another = new byte[32];
    another[0] = 1;

    assertThat(new PersonDigests(another).sought(jane))
        .doesNotContainAnyElementsOf(digests.kept(jane));
    assertThat(digests.kept(jane)).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
  }

  private boolean isKnown(Person erased, Person comes) {
    return !Collections.disjoint(digests.kept(erased), digests.sought(comes));
  }

  private static Person person(PhoneNumber number, Answerer answerer) {
    return new Person(CAMPAIGN, Optional.empty(), List.of(number), answerer);
  }

  private static Person known(CampaignId campaign, PhoneNumber number) {
    return new Person(
        campaign,
        Optional.of("crm-1"),
        List.of(number),
        new Answerer(number.e164(), "Nobody " + number.e164(), null, null));
  }
}
