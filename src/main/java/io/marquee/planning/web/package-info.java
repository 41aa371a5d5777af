/** The pages of checklists. */
@NullMarked
package io.marquee.planning.web;

import org.jspecify.annotations.NullMarked;
