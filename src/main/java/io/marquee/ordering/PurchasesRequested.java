package io.marquee.ordering;

/**
 * Somebody who reads this address wants to see what was bought with it.
 *
 * @param path where they see it, below the installation's address; good for a day
 * @param locale a language tag
 * @param cause unique for each request
 */
public record PurchasesRequested(String email, String path, String locale, String cause) {}
