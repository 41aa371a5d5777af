/** The outbox. */
@NullMarked
package io.marquee.notification.web;

import org.jspecify.annotations.NullMarked;
