/** The waiting room as visitors and teams meet it. */
@NullMarked
package io.marquee.waitingroom.web;

import org.jspecify.annotations.NullMarked;
