/** Where people ask for what is kept about them, and for its end. */
@NullMarked
package io.marquee.privacy.web;

import org.jspecify.annotations.NullMarked;
