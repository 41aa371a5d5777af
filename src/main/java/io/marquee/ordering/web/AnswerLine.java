package io.marquee.ordering.web;

/** @param about the question, with the ticket that it is about */
public record AnswerLine(String about, String said) {}
