package io.warmline.core.callback;

import io.warmline.core.id.CampaignId;
import io.warmline.core.id.LeadId;
import io.warmline.core.phrase.Customs;
import io.warmline.core.phrase.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What bears on the time of a callback.
 *
 * @param bucket the bucket of that number, which has the law; empty without a number
 * @param zones by whose clock the prospect lives whom the number reaches that would be dialled, by
 *     name; at least one
 * @param clocks all zones whose clocks the law goes by, these among them
 * @param customs the campaign's country's for dates, the client's for its fiscal year and the
 *     seasons, else the prospect's country's
 * @param holidays for each year the days on which the places in which the prospect may be do no
 *     business, with their English names
 * @param contractEnd when the prospect's present contract ends
 * @param language the ISO 639 code of the language that the prospect needs; empty: not said
 */
record Prospect(
    LeadId lead,
    CampaignId campaign,
    Optional<Long> bucket,
    List<ZoneId> zones,
    Set<ZoneId> clocks,
    Customs customs,
    IntFunction<Map<LocalDate, String>> holidays,
    Optional<LocalDate> contractEnd,
    Optional<String> language) {

  /** The same with words in this language. */
  Prospect speaking(Language spoken) {
    return new Prospect(
        lead,
        campaign,
        bucket,
        zones,
        clocks,
        customs,
        holidays,
        contractEnd,
        Optional.of(spoken.code()));
  }

  boolean isHoliday(LocalDate day) {
    return holidays.apply(day.getYear()).containsKey(day);
  }
}
