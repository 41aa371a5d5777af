/** What phones' wallets ask. */
@NullMarked
package io.marquee.wallet.web;

import org.jspecify.annotations.NullMarked;
