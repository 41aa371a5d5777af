package io.marquee.checkin;

/**
 * What a gate read.
 *
 * @param code the text of a QR, or a short code as typed
 * @param gate where, in the organizer's words
 * @param device which, in the device's words
 * @param dryRun whether only to look: nothing is consumed and nothing is written
 */
public record Scan(String code, String gate, String device, boolean dryRun) {}
