@NullMarked
package io.marquee.guest.api;

import org.jspecify.annotations.NullMarked;
