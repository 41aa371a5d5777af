@NullMarked
package io.marquee.pricing.web;

import org.jspecify.annotations.NullMarked;
