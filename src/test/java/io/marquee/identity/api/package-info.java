@NullMarked
package io.marquee.identity.api;

import org.jspecify.annotations.NullMarked;
