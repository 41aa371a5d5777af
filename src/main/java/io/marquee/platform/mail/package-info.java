/** Letters from any module to people: what the module that sends mail offers to those below it. */
@NullMarked
package io.marquee.platform.mail;

import org.jspecify.annotations.NullMarked;
