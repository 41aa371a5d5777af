@org.jspecify.annotations.NullMarked
package io.marquee.platform.live;
