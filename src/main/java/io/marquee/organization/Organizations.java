package io.marquee.organization;

import io.marquee.kernel.PersonId;
import org.springframework.stereotype.Component;

/** The commands on organizations. */
@Component
public class Organizations {

    /** Makes an organization of which the person is the owner. @throws io.marquee.kernel.InvalidInput on a bad name */
    public OrganizationView create(PersonId owner, String name) {
        throw new UnsupportedOperationException();
    }

    /** The person's personal organization, made on the first call. */
    public OrganizationView personal(PersonId owner) {
        throw new UnsupportedOperationException();
    }
}
