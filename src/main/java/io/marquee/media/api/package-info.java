/** The API of images. */
@NullMarked
package io.marquee.media.api;

import org.jspecify.annotations.NullMarked;
