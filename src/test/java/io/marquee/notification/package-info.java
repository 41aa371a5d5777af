@NullMarked
package io.marquee.notification;

import org.jspecify.annotations.NullMarked;
