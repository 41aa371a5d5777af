package io.marquee.payment.provider;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that claims to be a provider's.
 *
 * @param body as it came over the wire: signatures are over bytes
 * @param header by name, null where there is none
 */
public record WebhookCall(byte[] body, Function<String, @Nullable String> header) {}
