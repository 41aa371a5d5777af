@org.jspecify.annotations.NullMarked
package io.marquee.guest;
