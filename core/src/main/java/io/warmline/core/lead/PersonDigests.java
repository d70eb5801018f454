package io.warmline.core.lead;

import io.warmline.core.lead.ErasedPersons.Person;
import io.warmline.core.lead.SamePerson.Answerer;
import io.warmline.core.phone.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a person who was erased is known again, without anything of the person being kept: keyed
 * digests (HMAC-SHA-256) under a secret of the tenant. Who is the same is as near to {@link
 * SamePerson} as digests can come, which can be compared for being equal and for nothing else. Not
 * for several threads.
 */
final class PersonDigests {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String NUMBER = "number";
  private static final String ANY = "any";
  private static final String NAMELESS = "nameless";
  private static final String LAST = "last";
  private static final String FIRST = "first";
  private static final String FIRST_ALONE = "first alone";
  private static final String NO_FIRST = "-";

  private final Mac mac;

  PersonDigests(byte[] secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** What is kept of a person. */
  Set<String> kept(Person person) {
    Set<String> all = identities(person);
    Name name = Name.of(person.answerer());
    for (PhoneNumber number : person.numbers()) {
      all.add(of(NUMBER, number.e164(), ANY));
      if (name.isNone()) {
        all.add(of(NUMBER, number.e164(), NAMELESS));
      }
      if (!name.last().isEmpty()) {
        all.add(of(NUMBER, number.e164(), LAST, name.last(), ANY));
        name.initials().forEach(at -> all.add(of(NUMBER, number.e164(), LAST, name.last(), at)));
      }
      if (!name.first().isEmpty()) {
        all.add(of(NUMBER, number.e164(), FIRST, name.first()));
      }
      if (name.last().isEmpty() && !name.first().isEmpty()) {
        all.add(of(NUMBER, number.e164(), FIRST_ALONE, name.first()));
        all.add(of(NUMBER, number.e164(), FIRST_ALONE, ANY));
      }
    }
    return all;
  }

  /** One of these is kept of whoever may be the same person. */
  Set<String> sought(Person person) {
    Set<String> all = identities(person);
    Name name = Name.of(person.answerer());
    for (PhoneNumber number : person.numbers()) {
      if (name.isNone()) {
        all.add(of(NUMBER, number.e164(), ANY));
        continue;
      }
      all.add(of(NUMBER, number.e164(), NAMELESS));
      if (name.last().isEmpty()) {
        all.add(of(NUMBER, number.e164(), FIRST, name.first()));
      } else if (name.first().isEmpty()) {
        all.add(of(NUMBER, number.e164(), LAST, name.last(), ANY));
        all.add(of(NUMBER, number.e164(), FIRST_ALONE, ANY));
      } else {
        name.initials().forEach(at -> all.add(of(NUMBER, number.e164(), LAST, name.last(), at)));
        all.add(of(NUMBER, number.e164(), LAST, name.last(), NO_FIRST));
        all.add(of(NUMBER, number.e164(), FIRST_ALONE, name.first()));
      }
    }
    return all;
  }

  /** The external id, which is one within its campaign, and the address, unless it is a firm's. */
  private Set<String> identities(Person person) {
    Set<String> all = new LinkedHashSet<>();
    person.externalId().ifPresent(id -> all.add(of("id", person.campaign().toString(), id)));
    String email = SamePerson.email(person.answerer().email());
    if (email != null) {
      all.add(of("mail", email));
    }
    return all;
  }

  private String of(String... parts) {
    byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(mac.doFinal(text));
  }

  /** As {@link SamePerson} compares them. */
  private record Name(String given, String first, String last) {

    static Name of(Answerer person) {
      String given = SamePerson.folded(person.firstName());
      return new Name(given, Nicknames.inFull(given), SamePerson.folded(person.lastName()));
    }

    boolean isNone() {
      return first.isEmpty() && last.isEmpty();
    }

    /** Of the name as it is written and in full: {@code B. Lee} is {@code William Lee}. */
    Set<String> initials() {
      Set<String> initials = new LinkedHashSet<>();
      for (String name : new String[] {given, first}) {
        initials.add(name.isEmpty() ? NO_FIRST : name.substring(0, name.offsetByCodePoints(0, 1)));
      }
      return initials;
    }
  }
}
