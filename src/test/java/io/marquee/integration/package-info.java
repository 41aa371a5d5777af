@NullMarked
package io.marquee.integration;

import org.jspecify.annotations.NullMarked;
