package io.marquee.administration.web;

import java.util.List;

/** The page of jobs. */
public record JobsView(boolean onlyFailing, List<JobRow> rows) {}
