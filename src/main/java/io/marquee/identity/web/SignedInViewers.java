package io.marquee.identity.web;

import io.marquee.identity.People;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.Viewer;
import io.marquee.platform.web.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the pages' shell whose initials stand in its corner. */
@Component
class SignedInViewers implements Viewers {
    private final People people;

    SignedInViewers(People people) {
        this.people = people;
    }

    @Override
    public @Nullable Viewer of(HttpServletRequest request) {
        return Acting.current() instanceof Actor.Person ? new Viewer(people.me().name()) : null;
    }
}
