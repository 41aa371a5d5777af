/** The scanner and the team's page about the door. */
@NullMarked
package io.marquee.checkin.web;

import org.jspecify.annotations.NullMarked;
