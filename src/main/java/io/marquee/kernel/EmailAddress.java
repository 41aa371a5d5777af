package io.marquee.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address as we compare and store it: trimmed, lower case, its domain in ASCII. The local part is lowered too: no
 * provider in use tells two mailboxes apart by case, and people type both.
 */
public record EmailAddress(@JsonValue String value) {
    private static final String NOBODYS = ".invalid";
    private static final Pattern LOCAL = Pattern.compile("[^\\s@<>(),;:\\\\\"\\[\\]\\p{Cntrl}]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    public EmailAddress {
        int at = value.lastIndexOf('@');
        if (at < 0
                || !LOCAL.matcher(value.substring(0, at)).matches()
                || !DOMAIN.matcher(value.substring(at + 1)).matches()) {
            throw new IllegalArgumentException("not an email address");
        }
    }

    /** @throws IllegalArgumentException when the text is no address that mail can be sent to */
    @JsonCreator
    public static EmailAddress of(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        return new EmailAddress(
                at < 0 ? text : text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1), IDN.ALLOW_UNASSIGNED));
    }

    public static boolean isValid(String typed) {
        try {
            of(typed);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** For people: blank where it stands for nobody's (a domain that can't exist, RFC 2606). */
    public static String shown(String address) {
        return address.endsWith(NOBODYS) ? "" : address;
    }

    @Override
    public String toString() {
        return value;
    }
}
