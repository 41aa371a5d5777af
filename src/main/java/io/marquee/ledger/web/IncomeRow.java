package io.marquee.ledger.web;

/** A month of one currency. */
public record IncomeRow(String month, String amount) {}
