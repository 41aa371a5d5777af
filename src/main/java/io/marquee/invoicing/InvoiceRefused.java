package io.marquee.invoicing;

import io.marquee.kernel.Refusal;

/** Why an invoice was not made. */
public abstract sealed class InvoiceRefused extends Refusal {
    private InvoiceRefused(String code) {
        super(Kind.CONFLICT, code);
    }

    /** Nothing was paid, or not yet. */
    public static final class NotForThis extends InvoiceRefused {
        NotForThis() {
            super("no_invoice");
        }
    }

    /** Money went back of it: what was sealed stays. */
    public static final class Final extends InvoiceRefused {
        Final() {
            super("invoice_final");
        }
    }
}
