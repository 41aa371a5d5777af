package io.marquee.administration.web;

/** One job. {@code nextRun} is ready to show, in UTC. */
public record JobRow(String task, String instance, String nextRun, boolean running, int failures) {}
