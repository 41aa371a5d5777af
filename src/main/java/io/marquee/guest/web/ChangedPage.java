package io.marquee.guest.web;

import io.marquee.event.ManageNav;
import io.marquee.guest.web.GuestListPage.Hidden;
import io.marquee.platform.web.Flash;
import java.util.List;

/**
 * What became of a change to many guests, or how far it has come.
 *
 * @param path where the next part is sent to
 * @param back the list
 * @param flash in a sentence
 * @param spoken said aloud: how far it is, now and then; empty where nothing is to be said
 * @param soFar how many had their turn
 * @param of how many there are
 * @param refused who was left as they were, and why
 * @param next what the next part is sent with; empty where nobody is left
 */
public record ChangedPage(
        ManageNav nav,
        String path,
        String back,
        Flash flash,
        String spoken,
        long soFar,
        long of,
        List<Refused> refused,
        List<Hidden> next) {

    public record Refused(String path, String name, String why) {}
}
