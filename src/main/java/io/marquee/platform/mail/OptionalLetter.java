package io.marquee.platform.mail;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.OrganizationId;

/**
 * A letter that its recipient may do without.
 *
 * @param cause what happened, such as {@code guest_invited:<id>}; one cause makes one letter, however often it is posted
 * @param kind such as {@code guest_invited}, for the lists of those who look after mail
 * @param topic an {@linkplain Topic#optional() optional} one
 * @param organization in whose name
 */
public record OptionalLetter(
        String cause, String kind, Topic topic, OrganizationId organization, EmailAddress recipient, Letter letter) {
    public OptionalLetter {
        if (!topic.optional()) throw new IllegalArgumentException(topic + " is not optional");
    }
}
