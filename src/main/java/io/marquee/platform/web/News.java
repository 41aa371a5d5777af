package io.marquee.platform.web;

import io.marquee.kernel.PersonId;

/** What a person has not read yet; answered by the module that tells them. */
public interface News {
    /** From memory where it is known: asked for every page. */
    int unreadOf(PersonId person);
}
