/** The API of programmes. */
@NullMarked
package io.marquee.programme.api;

import org.jspecify.annotations.NullMarked;
