@NullMarked
package io.marquee.notification.carrier;

import org.jspecify.annotations.NullMarked;
