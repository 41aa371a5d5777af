package io.marquee.payment.provider;

/** In whose books at the provider the charges of organizations are. */
public enum Charging {
    /** All of them in the operator's own: the operator pays organizers out by other means. */
    OPERATOR,
    /** In the organization's account: it is the seller, bears refunds and disputes, and the operator gets a fee. */
    DIRECT,
    /** In the operator's own, passed on to the organization: the operator bears refunds, disputes and the provider's fees. */
    DESTINATION
}
