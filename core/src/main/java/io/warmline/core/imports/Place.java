package io.warmline.core.imports;

import io.warmline.core.lead.ManyPhones;
import io.warmline.core.phone.PhoneNumber;
import io.warmline.core.place.PlaceFinding;
import io.warmline.core.queue.BucketTerms;
import io.warmline.core.queue.QueueEntries;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A number of an imported lead and where it is called. */
record Place(KnownLead lead, int position, PhoneNumber number, PlaceFinding where, long bucket) {

  /** Where the numbers of these leads are called. */
  static List<Place> of(ImportRun run, List<KnownLead> leads, ZoneId campaignZone, Instant now) {
    List<Place> places = new ArrayList<>();
    for (KnownLead lead : leads) {
      int position = 1;
      for (PhoneNumber number : lead.numbers()) {
        BucketTerms terms = lead.termsOf(number, run.ground(), campaignZone, now);
        long bucket = run.bucketFor(terms, now);
        places.add(new Place(lead, position++, number, terms.place(), bucket));
      }
    }
    return places;
  }

  static List<ManyPhones.Row> rows(List<Place> places) {
    return places.stream().map(Place::row).toList();
  }

  private ManyPhones.Row row() {
    return new ManyPhones.Row(
        lead.id(), position, number, lead.extension(number), lead.type(number), where, bucket);
  }

  QueueEntries.Newcomer newcomer() {
    String score = lead.value(LeadField.SCORE);
    return new QueueEntries.Newcomer(
        lead.id(), number, bucket, score == null ? 0 : Integer.parseInt(score));
  }

  boolean isDialledFirst() {
    return number.equals(lead.firstToDial());
  }
}
