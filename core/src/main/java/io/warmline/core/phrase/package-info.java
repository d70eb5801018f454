/**
 * Understands when prospects ask to be called back, in their own words. Pure: no persistence, no
 * framework.
 *
 * <p>The language is closed: words are brought to one spelling, those of another language than
 * English by its phrasebook, a table of rules turns the longest groups of them into pieces of
 * meaning, the pieces are put together, one day and one time are chosen and fitted to the
 * prospect's calendar. What no rule knows means nothing; words that name no time are answered with
 * the reason.
 *
 * <table>
 * <caption>What words mean</caption>
 * <tr><th>Words</th><th>Meaning</th></tr>
 * <tr><td>in 3 weeks, in a month, a couple of (2)</td>
 *     <td>that day, counted once on the calendar; hours and minutes are counted on the clock</td></tr>
 * <tr><td>a few, several (3) days</td><td>a day sooner to a day later</td></tr>
 * <tr><td>a few weeks, months</td><td>the business week, the month, of that day</td></tr>
 * <tr><td>about 10 days, about 2 weeks</td><td>a day sooner to a day later</td></tr>
 * <tr><td>in 2 to 3 weeks</td><td>from the one day to the other</td></tr>
 * <tr><td>within, in the next</td><td>from today to that day</td></tr>
 * <tr><td>in 3 business days, the next business day</td>
 *     <td>days off and holidays are not counted</td></tr>
 * <tr><td>Thursday</td><td>the next after today</td></tr>
 * <tr><td>next Thursday</td>
 *     <td>that of the next business week; to be confirmed if another comes before</td></tr>
 * <tr><td>Thursday week, a week from Thursday</td><td>a week after the next</td></tr>
 * <tr><td>early, middle, late, end of a week</td>
 *     <td>the first two days, without the ends, the last two, the last</td></tr>
 * <tr><td>early, middle, late, end of a month</td>
 *     <td>1 to 10, 11 to 20, from 21, from 25; if over, of the next month</td></tr>
 * <tr><td>beginning, middle, late, end of a quarter</td>
 *     <td>its first ten days, middle month, last month, last month from 21</td></tr>
 * <tr><td>beginning, early, middle, late, end of a year</td>
 *     <td>its first ten days, first three months, June and July, from October, December</td></tr>
 * <tr><td>first week of a month</td>
 *     <td>that of its first business day, if three days or more are left of it</td></tr>
 * <tr><td>spring, summer, autumn, winter</td>
 *     <td>three months from March, June, September, December; six months later in the south</td></tr>
 * <tr><td>the holidays</td><td>24 December to 1 January</td></tr>
 * <tr><td>the new year</td><td>2 to 15 January</td></tr>
 * <tr><td>after a feast, the holidays</td><td>seven days; after Christmas to the end of the year</td></tr>
 * <tr><td>after a day</td><td>from the next open day to the end of its week</td></tr>
 * <tr><td>after a week; a month or more</td><td>the week; the month that follows</td></tr>
 * <tr><td>not before</td><td>a day and the rest of its week; a longer period itself</td></tr>
 * <tr><td>by, until; before</td><td>from today to that day; to the day before</td></tr>
 * <tr><td>away until</td><td>after that day</td></tr>
 * <tr><td>Monday or Tuesday; Monday or Thursday</td>
 *     <td>both days; the first, with the second as an alternative, to be confirmed</td></tr>
 * <tr><td>first thing, morning, lunch, afternoon, end of day, evening</td>
 *     <td>8:30-10, 9-12, 11:30-14, 13-17, 16-17, 17-20</td></tr>
 * <tr><td>at 1 to 6; 8 to 11; 12; 7</td>
 *     <td>afternoon; morning; noon; evening, to be confirmed</td></tr>
 * <tr><td>after five; after three</td><td>17:00-20:00; 15:00-17:00</td></tr>
 * <tr><td>just before, just after three; right after lunch</td>
 *     <td>14:30-15:00, 15:00-15:30; 13:00-14:30</td></tr>
 * <tr><td>end of a season</td><td>from the 21st of its last month</td></tr>
 * <tr><td>a time without a day</td><td>today, or tomorrow if it is past</td></tr>
 * <tr><td>our contract expires in March</td><td>the days said, anchored</td></tr>
 * <tr><td>our contract is up</td><td>some days before its end, if that is known</td></tr>
 * <tr><td>not tomorrow, instead of Friday, closed on Monday</td>
 *     <td>never that day; if no other is named, after it</td></tr>
 * </table>
 *
 * <p>Single and counted days on which calls are not possible move forward, deadlines back; periods
 * of the calendar stay. If several days remain, the one asked for ("call me") or agreed to
 * ("works") is meant, else the last, for people correct themselves.
 */
@NullMarked
package io.warmline.core.phrase;

import org.jspecify.annotations.NullMarked;
