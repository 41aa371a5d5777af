package io.marquee.event;

/** What it is about: the shelves of the discover page. */
public enum Category {
    TECHNOLOGY,
    BUSINESS,
    SCIENCE,
    MUSIC,
    ARTS,
    FOOD,
    SPORT,
    HEALTH,
    COMMUNITY,
    EDUCATION,
    OTHER
}
