package io.marquee.event.series;

/** Whether a series goes on by itself, as its history tells it. */
public enum SeriesState {
    ACTIVE,
    ENDED
}
