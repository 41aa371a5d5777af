/** An organization's balance and statement, and the administrator's page of what the platform earned. */
@NullMarked
package io.marquee.ledger.web;

import org.jspecify.annotations.NullMarked;
