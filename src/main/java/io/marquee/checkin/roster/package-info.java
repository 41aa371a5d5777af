/**
 * What a gate needs without a network: the event's tickets, each sealed under a key that is in its code, and the keys that verify
 * codes. Its format is in docs/door-api.md. No tables.
 */
@NullMarked
package io.marquee.checkin.roster;

import org.jspecify.annotations.NullMarked;
