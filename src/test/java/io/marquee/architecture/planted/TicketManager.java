package io.marquee.architecture.planted;

/** Planted: a name that says nothing. */
public class TicketManager {}
