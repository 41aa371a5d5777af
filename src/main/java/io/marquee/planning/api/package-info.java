/** The API of checklists. */
@NullMarked
package io.marquee.planning.api;

import org.jspecify.annotations.NullMarked;
