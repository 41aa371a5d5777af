package io.marquee.identity;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.PersonId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other modules may know of people. Acts as the platform: whoever asks has decided that the viewer may know. */
@Component
public class People {

    public Map<PersonId, PersonView> byIds(Collection<PersonId> ids) {
        throw new UnsupportedOperationException();
    }

    public @Nullable PersonView byEmail(EmailAddress email) {
        throw new UnsupportedOperationException();
    }

    /** The person who acts. @throws io.marquee.kernel.Unauthenticated */
    public PersonView me() {
        throw new UnsupportedOperationException();
    }

    /** Makes the person an organizer of the platform, if they are not yet. */
    public void becomesOrganizer(PersonId person) {
        throw new UnsupportedOperationException();
    }
}
