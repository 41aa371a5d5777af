/** The pages of programmes. */
@NullMarked
package io.marquee.programme.web;

import org.jspecify.annotations.NullMarked;
