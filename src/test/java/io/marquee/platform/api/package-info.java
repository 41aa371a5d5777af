/** What the API does for and against all its clients. */
@NullMarked
package io.marquee.platform.api;

import org.jspecify.annotations.NullMarked;
