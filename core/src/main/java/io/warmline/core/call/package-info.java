/**
 * The way of a call, from its report to what comes next.
 *
 * <ol>
 *   <li>{@link LogCall}, {@link LogCalls} and {@link AmendCall} take it up, each in one
 *       transaction.
 *   <li>{@link Callers} tells who called whom, under which claim, and locks the numbers.
 *   <li>{@link ReadSituation} reads all that has to be known of the lead.
 *   <li>{@link UndoCall} takes back what the wrong outcome did, where one is corrected.
 *   <li>{@link NewCalls} makes the call that goes on record; {@link Breaches} says what it broke.
 *   <li>{@link io.warmline.core.disposition.CallRules} decide what follows. They are pure.
 *   <li>{@link CarryOut} puts the call on record and has {@link WriteConsequences} write the rest,
 *       with {@link LoseNumber}, {@link BuryPerson} and {@link FollowReferral} for what concerns
 *       other leads. {@link CallWriting} notes what was done, and how it was before.
 *   <li>{@link TellNext} has the queue derived anew, and makes the {@link LoggedCall} of it.
 * </ol>
 */
@NullMarked
package io.warmline.core.call;

import org.jspecify.annotations.NullMarked;
