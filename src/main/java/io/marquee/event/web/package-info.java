/** The pages of events: those of their teams, and those that everybody sees. */
@NullMarked
package io.marquee.event.web;

import org.jspecify.annotations.NullMarked;
