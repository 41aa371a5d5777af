/** How mail leaves the house: through a mail server or a provider's HTTP interface. */
@NullMarked
package io.marquee.notification.carrier;

import org.jspecify.annotations.NullMarked;
