package io.marquee.payment;

/** Whether a provider answers. */
public enum ProviderState {
    UP,
    /** Most calls came to nothing, and hardly any is made until one is answered again. */
    DOWN
}
