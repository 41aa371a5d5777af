/**
 * What stands between us and a company that moves money: the questions we ask it, and the facts that it answers. The
 * sandbox, and later others, implement {@link io.marquee.payment.provider.PaymentProvider}.
 */
@NullMarked
@NamedInterface("provider")
package io.marquee.payment.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
