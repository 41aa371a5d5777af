package io.marquee.guest;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** In what language guests are written to who have said nothing yet: that of whoever puts them on the list. */
@Component
class FirstLanguage {
    private final People people;

    FirstLanguage(People people) {
        this.people = people;
    }

    /** Of whoever acts. */
    String tag() {
        if (!(Acting.current() instanceof Actor.Person person)) return "en";
        PersonView known = people.byIds(List.of(person.person())).get(person.person());
        return known == null ? "en" : known.locale().toLanguageTag();
    }
}
