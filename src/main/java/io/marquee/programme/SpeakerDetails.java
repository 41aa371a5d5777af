package io.marquee.programme;

/**
 * Somebody who speaks, as the event's team edits it.
 *
 * @param line what they are, in one line
 * @param about Markdown
 */
public record SpeakerDetails(String name, String line, String about) {}
