package io.marquee.checkin.web;

/**
 * Something that the scanner's scripts may say.
 *
 * @param key a verdict's word on the wire, or a name of the scripts' own
 * @param tone of a verdict; empty for other words
 * @param words with {@code {name}} where the scripts fill something in
 */
public record ScannerWord(String key, String tone, String words) {}
