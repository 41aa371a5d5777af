/** The edge: who a request comes from, and what is refused before any controller sees it. */
@NullMarked
package io.marquee.platform.web.security;

import org.jspecify.annotations.NullMarked;
