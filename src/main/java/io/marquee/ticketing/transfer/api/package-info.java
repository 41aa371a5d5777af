/** Transfers over the API, version 1. */
@NullMarked
package io.marquee.ticketing.transfer.api;

import org.jspecify.annotations.NullMarked;
