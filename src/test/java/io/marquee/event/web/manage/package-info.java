@NullMarked
package io.marquee.event.web.manage;

import org.jspecify.annotations.NullMarked;
