/** Where providers call us, and the administrator's page about it. */
@NullMarked
package io.marquee.payment.web;

import org.jspecify.annotations.NullMarked;
