package io.marquee.identity.web;

import io.marquee.identity.People;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.web.News;
import io.marquee.platform.web.Viewer;
import io.marquee.platform.web.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the pages' shell whose initials stand in its corner. */
@Component
class SignedInViewers implements Viewers {
    private final People people;
    private final ObjectProvider<News> news;

    SignedInViewers(People people, ObjectProvider<News> news) {
        this.people = people;
        this.news = news;
    }

    @Override
    public @Nullable Viewer of(HttpServletRequest request) {
        if (!(Acting.current() instanceof Actor.Person person)) return null;
        News told = news.getIfAvailable();
        int unread = told == null ? 0 : told.unreadOf(person.person());
        return new Viewer(people.me().name(), unread, person.administrator());
    }
}
