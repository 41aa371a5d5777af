package io.marquee.waitingroom;

import io.marquee.kernel.EventId;

/**
 * A visitor's place, as it is signed.
 *
 * @param round of the room; places of earlier ones are void
 * @param number in the order of arrival, from 0
 * @param verified whether it was given to a proven address
 */
record Pass(EventId event, int round, long number, boolean verified) {}
