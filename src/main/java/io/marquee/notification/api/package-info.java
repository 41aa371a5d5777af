/** What people choose to get, and whom an organization does not write to. */
@NullMarked
package io.marquee.notification.api;

import org.jspecify.annotations.NullMarked;
