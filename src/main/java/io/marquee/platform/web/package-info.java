/**
 * What every page is made of: its shell, its words, its stylesheet, the records that the shared templates in {@code jte/ui} take.
 * A page's controller takes a {@link io.marquee.platform.web.Page} as a parameter and shows it.
 */
@NullMarked
package io.marquee.platform.web;

import org.jspecify.annotations.NullMarked;
