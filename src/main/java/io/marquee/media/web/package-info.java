/** Pages of images. */
@NullMarked
package io.marquee.media.web;

import org.jspecify.annotations.NullMarked;
