package io.marquee.event;

/** What kind of gathering it is. */
public enum EventType {
    CONFERENCE,
    MEETING,
    SEMINAR,
    WORKSHOP,
    TRADE_SHOW,
    CONCERT,
    CLASS,
    PARTY,
    FESTIVAL,
    SPORT,
    OTHER
}
