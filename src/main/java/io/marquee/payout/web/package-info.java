/** The owners' pages about their organization's account, and the administrator's about all of them. */
@NullMarked
package io.marquee.payout.web;

import org.jspecify.annotations.NullMarked;
