package io.marquee.ticketing;

/** So many of one type. */
public record Wanted(TicketTypeId ticketType, int quantity) {}
