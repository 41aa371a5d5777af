/** Identity in the API: sessions, and who one is. */
@NullMarked
package io.marquee.identity.api;

import org.jspecify.annotations.NullMarked;
