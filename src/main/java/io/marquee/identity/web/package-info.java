/** Identity's pages: signing up and in, the account, the first administrator. */
@NullMarked
package io.marquee.identity.web;

import org.jspecify.annotations.NullMarked;
