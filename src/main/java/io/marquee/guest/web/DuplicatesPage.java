package io.marquee.guest.web;

import io.marquee.event.ManageNav;
import java.util.List;

/** Guests who may be the same person. */
public record DuplicatesPage(ManageNav nav, String list, List<Row> rows) {

    /** @param likeness what they have in common, in words */
    public record Row(Who one, Who other, String likeness, String path) {}

    public record Who(String name, String email) {}
}
