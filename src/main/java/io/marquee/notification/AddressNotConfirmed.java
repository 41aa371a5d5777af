package io.marquee.notification;

import io.marquee.kernel.Refusal;

/** Whose address it is, is not known yet. */
public final class AddressNotConfirmed extends Refusal {
    AddressNotConfirmed() {
        super(Kind.CONFLICT, "address_not_confirmed");
    }
}
