/** The API of organizers' accounts, for their owners. */
@NullMarked
package io.marquee.payout.api;

import org.jspecify.annotations.NullMarked;
