@NullMarked
package io.marquee.trail.web;

import org.jspecify.annotations.NullMarked;
