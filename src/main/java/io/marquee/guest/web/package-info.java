@NullMarked
package io.marquee.guest.web;

import org.jspecify.annotations.NullMarked;
