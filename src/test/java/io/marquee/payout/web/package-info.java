@NullMarked
package io.marquee.payout.web;

import org.jspecify.annotations.NullMarked;
