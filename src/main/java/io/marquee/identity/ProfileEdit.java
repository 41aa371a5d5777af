package io.marquee.identity;

/**
 * What a person may change of their profile, as typed.
 *
 * @param company may be empty
 * @param phone may be empty
 * @param locale a language tag: {@code en}, {@code de}
 * @param timeZone an IANA name: {@code Europe/Berlin}
 */
public record ProfileEdit(String name, String company, String phone, String locale, String timeZone) {}
