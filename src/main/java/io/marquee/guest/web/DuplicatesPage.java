package io.marquee.guest.web;

import io.marquee.event.ManageNav;
import java.util.List;

/** Guests who may be the same person. */
public record DuplicatesPage(ManageNav nav, String list, List<Row> rows) {

    /**
     * @param likeness what they have in common, in words
     * @param path where they are compared
     * @param apart where it is said that they are two
     */
    public record Row(Who one, Who other, String likeness, String path, String apart, String otherId) {}

    public record Who(String name, String email) {}
}
